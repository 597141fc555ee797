import { beforeEach, describe, expect, it } from 'vitest';
import { issueFact } from '../../server/facts/issue-fact.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import type { ProjectEnd } from '../../server/model/rows.ts';
import { accountSightings } from '../../server/people/sighting.ts';
import type { MeasuredRows } from '../../server/store/measured.ts';
import type { MeasuredIssue } from '../../server/store/measured-issue.ts';
import type { Store } from '../../server/store/open.ts';
import { FIRST_DAY, issue, project, TRACKER, vocabulary } from '../support/issues.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { bareFact, commit, pullRequest, repository } from '../support/rows.ts';

const end: ProjectEnd = {
  cursor: 'c',
  coveredUntil: FIRST_DAY,
  limits: ['A part of it is hidden.'],
  present: null,
};
const nobody = { author: null, person: null, teams: [], teamBasis: null };

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
  await store.writeVocabulary(HOLDER, vocabulary);
});

/** Measures the issues that are dirty and returns the rows that they rested on. */
async function measuredIssues(): Promise<MeasuredIssue[]> {
  const seen: MeasuredIssue[] = [];
  const measure = (rows: MeasuredIssue) => {
    seen.push(rows);
    const { account, placedAt, ...fact } = issueFact(rows);
    return { ...fact, ...nobody };
  };
  while ((await store.deriveIssues(HOLDER, 3, measure)).taken > 0);
  return seen;
}

async function measureWork(keys: (number: number) => readonly string[]): Promise<void> {
  const measure = (rows: MeasuredRows): PullRequestFact => {
    if (rows.kind === 'landing') throw new Error('there are none');
    const { id, number, mergedAt } = rows.pullRequest;
    return { ...bareFact(id, number), repositoryId: repository.id, mergedAt };
  };
  const named = (rows: MeasuredRows) => (rows.kind === 'landing' ? [] : keys(rows.pullRequest.number));
  while ((await store.derive(HOLDER, 10, measure, named)).taken > 0);
}

describe('issues', () => {
  it('come back as they were written, and writing them twice changes nothing', async () => {
    const written = [issue(1), issue(2, { resolutionId: null, resolutionChanges: [], assignee: null })];
    expect(await store.writeIssues(HOLDER, project, { issues: written })).toBe(2);
    const rows = await measuredIssues();
    expect(
      rows.map(({ id, level, deleted, statusChanges }) => ({ id, level, deleted, statusChanges })),
    ).toEqual(
      written.map(({ id, statusChanges }) => ({ id, level: 'standard', deleted: false, statusChanges })),
    );
    expect(rows[0]?.status('4')).toEqual({ category: 'indeterminate', waiting: true });
    expect([rows[0]?.delivers('9'), rows[0]?.delivers('10'), rows[0]?.delivers('new')]).toEqual([
      false,
      true,
      true,
    ]);
    const before = [await store.digest(), await store.generation()];
    expect(await store.writeIssues(HOLDER, project, { issues: written })).toBe(0);
    expect(await store.writeVocabulary(HOLDER, vocabulary)).toBe(false);
    expect(await measuredIssues()).toEqual([]);
    expect([await store.digest(), await store.generation()]).toEqual(before);
  });

  it('are measured again when their tracker means something else by a status', async () => {
    await store.writeIssues(HOLDER, project, { issues: [issue(1), issue(2)] });
    await measuredIssues();
    const statuses = vocabulary.statuses.map((one) => ({ ...one, waiting: one.id === '3' }));
    expect(await store.writeVocabulary(HOLDER, { ...vocabulary, statuses })).toBe(true);
    expect(await measuredIssues()).toHaveLength(2);
  });

  it('keep a status that is gone, and what the tracker tells of one comes first', async () => {
    const gone = { id: '77', name: 'Old', category: null, waiting: false };
    const wrong = { id: '5', name: 'Done', category: null, waiting: true };
    await store.writeIssues(HOLDER, project, { issues: [issue(1)], statuses: [gone, wrong] });
    const [rows] = await measuredIssues();
    expect(rows?.status('77')).toEqual({ category: null, waiting: false });
    expect(rows?.status('5')).toEqual({ category: 'done', waiting: false });
  });

  it('that are gone become tombstones; one that is read again is there again', async () => {
    await store.writeIssues(HOLDER, project, { issues: [issue(1), issue(2)] });
    await measuredIssues();
    expect(await store.endProjectWalk(HOLDER, project, end)).toBe(0);
    expect(await measuredIssues()).toEqual([]);
    const present = new Set([issue(2).id]);
    expect(await store.endProjectWalk(HOLDER, project, { ...end, present })).toBe(1);
    expect((await measuredIssues()).map(({ id, deleted }) => [id, deleted])).toEqual([[issue(1).id, true]]);
    expect(await store.endProjectWalk(HOLDER, project, { ...end, present })).toBe(0);
    await store.writeIssues(HOLDER, project, { issues: [issue(1)] });
    expect((await measuredIssues()).map(({ deleted }) => deleted)).toEqual([false]);
  });

  it('keep their id and their earlier keys when they move to another project', async () => {
    const other = { ...project, id: `${TRACKER}/10001`, key: 'TILL', name: 'The till' };
    await store.writeIssues(HOLDER, project, { issues: [issue(1)] });
    await store.writeRows(HOLDER, repository, { pullRequests: [pullRequest(7)], commits: [commit('c7')] });
    await measureWork(() => ['SHOP-1']);
    await measuredIssues();
    await store.writeIssues(HOLDER, other, { issues: [issue(1, { projectId: other.id, key: 'TILL-9' })] });
    const [rows] = await measuredIssues();
    expect([rows?.id, rows?.projectId]).toEqual([issue(1).id, other.id]);
    expect(rows?.pullRequests).toHaveLength(1);
    // It is no longer the first project's to lose.
    expect(await store.endProjectWalk(HOLDER, project, { ...end, present: new Set() })).toBe(0);
  });

  it('remember where a walk was going until it has ended, and how far it came', async () => {
    await store.writeIssues(HOLDER, project, { issues: [], towards: 'page 2' });
    expect(await store.storedProjects.projects('jira:')).toEqual([
      { ...project, cursor: null, towards: 'page 2' },
    ]);
    await store.endProjectWalk(HOLDER, project, end);
    expect(await store.storedProjects.projects('jira:')).toEqual([
      { ...project, cursor: 'c', towards: null },
    ]);
    expect(await store.storedProjects.projects('jira:other.example.com')).toEqual([]);
  });
});

describe('issues and the pull requests that name them', () => {
  beforeEach(async () => {
    const pullRequests = [pullRequest(1), pullRequest(2)];
    await store.writeRows(HOLDER, repository, { pullRequests, commits: [] });
    await store.writeIssues(HOLDER, project, { issues: [issue(1), issue(2)] });
  });

  it('find each other whichever came first', async () => {
    await measuredIssues();
    await measureWork((number) => (number === 1 ? ['SHOP-1', 'UTF-8'] : ['SHOP-1', 'SHOP-3']));
    expect((await measuredIssues()).map(({ id, pullRequests }) => [id, pullRequests.length])).toEqual([
      [issue(1).id, 2],
    ]);
    await store.writeIssues(HOLDER, project, { issues: [issue(3)] });
    expect((await measuredIssues()).map(({ id, pullRequests }) => [id, pullRequests.length])).toEqual([
      [issue(3).id, 1],
    ]);
  });

  it('part when a key is taken out of the texts', async () => {
    await measureWork(() => ['SHOP-1']);
    await measuredIssues();
    await store.markEverything(HOLDER);
    await measureWork((number) => (number === 1 ? ['SHOP-1'] : ['SHOP-2']));
    expect((await measuredIssues()).map(({ id, pullRequests }) => [id, pullRequests.length])).toEqual([
      [issue(1).id, 1],
      [issue(2).id, 1],
    ]);
  });

  it('follow a pull request whose times change', async () => {
    await measureWork(() => ['SHOP-1']);
    await measuredIssues();
    const later = FIRST_DAY + 1000;
    await store.writeRows(HOLDER, repository, { pullRequests: [pullRequest(2, { mergedAt: later })] });
    await measureWork(() => ['SHOP-1']);
    const [rows] = await measuredIssues();
    expect(rows?.pullRequests.map(({ mergedAt }) => mergedAt)).toContain(later);
  });
});

it('accounts of a tracker are people by their mailbox; a name alone joins nobody', async () => {
  const accounts = [
    { id: '557058:Af', email: 'ada@example.com', name: 'Ada' },
    { id: 'hidden', email: null, name: 'Grace' },
    { id: 'bot', email: 'noreply@example.com', name: '' },
  ];
  const sightings = accountSightings(TRACKER, accounts);
  await store.writeIssues(HOLDER, project, { issues: [issue(1)] }, sightings);
  expect(await store.identityLinks()).toEqual([
    { a: 'email:ada@example.com', b: 'tracker:jira.example.com/557058:af', kind: 'observed' },
  ]);
  expect(await store.identityNames()).toEqual([
    { identity: 'tracker:jira.example.com/557058:af', name: 'Ada' },
    { identity: 'tracker:jira.example.com/hidden', name: 'Grace' },
  ]);
});
