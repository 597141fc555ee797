import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Repository } from '../../server/model/repository.ts';
import { project, vocabulary } from '../support/issues.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { repository, walkEnd } from '../support/rows.ts';
import { runReport } from '../support/troubled-store.ts';

test('a run is remembered with what it said, read and cost; while it runs, with nothing', async () => {
  const store = await openTestStore();
  const report = runReport({ said: 'Stopped.', unseen: ['acme/old is archived.'] });
  const run = await store.beginRun('github', 'github acme', 1000);
  expect((await store.lastRuns(5))[0]).toMatchObject({ outcome: null, endedAt: null, report: null });
  await store.endRun(run, 'stopped', report, 2000);
  expect(await store.lastRuns(5)).toEqual([
    {
      id: run,
      source: 'github',
      asked: 'github acme',
      startedAt: 1000,
      endedAt: 2000,
      outcome: 'stopped',
      report,
    },
  ]);
});

test('what earlier versions of the program remembered can be read', async () => {
  const store = await openTestStore();
  const old = new Database(store.file);
  const put = old.prepare(
    "INSERT INTO run (source, asked, started_at, ended_at, outcome, summary) VALUES ('git', 'git /shop', ?, ?, ?, ?)",
  );
  put.run(1, 2, 'failed', 'There is no folder /shop.');
  put.run(3, 4, 'done', '{"commits":12,"facts":3}');
  old.close();
  expect((await store.lastRuns(5)).map(({ outcome, report }) => [outcome, report])).toEqual([
    ['done', null],
    ['failed', { said: 'There is no folder /shop.', read: {}, usage: null, unseen: [] }],
  ]);
});

test('every repository is told with how far it is read, also one that never was to its end', async () => {
  const store = await openTestStore();
  const other: Repository = { ...repository, id: 'git:example.com/acme/till', name: 'acme/till' };
  const lost: Repository = { ...repository, id: 'git:example.com/acme/zoo', name: 'acme/zoo' };
  for (const one of [repository, other, lost]) await store.writeRows(HOLDER, one, {});
  await store.endWalk(HOLDER, repository, walkEnd({ coveredUntil: 5000, limits: ['Shallow clone.'] }));
  await store.loseRepository(HOLDER, lost.id, 'acme/zoo is gone.');
  const told = { source: 'git', coveredUntil: null, lost: null, limits: [] };
  expect(await store.repositoryReadings()).toEqual([
    { ...told, id: repository.id, name: 'acme/shop', coveredUntil: 5000, limits: ['Shallow clone.'] },
    { ...told, id: other.id, name: 'acme/till' },
    { ...told, id: lost.id, name: 'acme/zoo', lost: 'acme/zoo is gone.' },
  ]);
});

test('so is every project of a tracker', async () => {
  const store = await openTestStore();
  await store.writeVocabulary(HOLDER, vocabulary);
  const other = { ...project, id: `${project.trackerId}/10001`, key: 'OPS', name: 'Operations' };
  for (const one of [project, other]) await store.writeIssues(HOLDER, one, { issues: [] });
  const end = { cursor: 'here', coveredUntil: 5000, limits: ['Short.'], present: null };
  await store.endProjectWalk(HOLDER, project, end);
  await store.loseProject(HOLDER, other.id, 'OPS is gone.');
  expect(await store.projectReadings()).toEqual([
    { ...other, coveredUntil: null, lost: 'OPS is gone.', limits: [] },
    { ...project, coveredUntil: 5000, lost: null, limits: ['Short.'] },
  ]);
});
