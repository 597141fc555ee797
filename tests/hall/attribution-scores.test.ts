import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { RULES_VERSION } from '../../server/facts/attribution/rules.ts';
import { openStore } from '../../server/store/open.ts';
import { GitRepository } from '../support/git-repository.ts';
import { MIGRATIONS } from '../support/open-store.ts';
import { uptake } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NOTE =
  'two.txt\n  s_c9883b05a2487d::t_9f8e7d6c5b4a32 1-3\n---\n{"schema_version":"authorship/3.0.0","prompts":{},' +
  '"sessions":{"s_c9883b05a2487d":{"agent_id":{"tool":"claude","id":"1","model":"x"}}}}';

/** Three squash merges: one by a machine user of the house, one with a note of git-ai, one plain. */
function clone(): GitRepository {
  const repository = new GitRepository()
    .commit('one', { message: 'Take coupons (#1)', author: 'House <house@example.com>' })
    .commit('two', { message: 'Print receipts (#2)' })
    .commit('three', { message: 'Tidy up (#3)' })
    .point('main');
  repository.git('notes', '--ref=ai', 'add', '-m', NOTE, repository.sha('two'));
  return repository;
}

const HOUSE = 'attribution:\n  identities: [{ tool: house-agent, mailbox: house@example.com }]\n';

test('an organisation’s own identities re-score history, and attribution diff tells what changed and why', async () => {
  const data = temporaryFolder();
  const { path } = clone();
  expect((await uptake(['ingest', 'git', path, '--data', data])).code).toBe(0);
  const said = async (...args: string[]) => {
    const { stdout, stderr, code } = await uptake(['attribution', ...args, '--json', '--data', data]);
    expect([code, stderr]).toEqual([0, '']);
    return JSON.parse(stdout);
  };
  expect(await said('diff')).toMatchObject({ current: RULES_VERSION, previous: null, judged: 0, changed: 0 });

  writeFileSync(join(data, 'uptake.yaml'), HOUSE);
  const scored = await said('rescore');
  expect(scored).toMatchObject({ scored: 3, changed: 1 });
  expect(await said('rescore')).toMatchObject({ scored: 0, changed: 0 });
  const difference = await said('diff');
  expect(difference).toMatchObject({
    ...{ current: scored.rulesVersion, previous: RULES_VERSION, judged: 3, changed: 1 },
    levels: [{ from: 'none', to: 'agent', count: 1 }],
    signals: [{ change: 'added', signal: 'organisation-identity-1', tool: 'house-agent', count: 1 }],
  });
  expect(JSON.stringify(difference)).not.toContain('example.com>');
  const { stdout } = await uptake(['attribution', 'diff', '--data', data]);
  expect(stdout).toContain('1 item of 3 items judged differently');

  const store = openStore({ file: join(data, 'uptake.db'), migrations: MIGRATIONS });
  const levels = new Map<number | null, string | null>();
  for await (const batch of store.allFacts())
    for (const { number, aiLevel, aiTools } of batch) levels.set(number, `${aiLevel} ${aiTools}`);
  const notes = await store.notes();
  store.close();
  expect(Object.fromEntries(levels)).toEqual({
    ...{ 1: 'agent house-agent', 2: 'assisted claude-code', 3: 'none ' },
  });
  expect(notes.map(({ kind }) => kind)).toEqual(['detector']);
});

test('settings of the wrong shape are named with their file', () => {
  const data = temporaryFolder();
  const file = join(data, 'uptake.yaml');
  writeFileSync(file, 'attribution:\n  labels: [{ tool: "Claude Code", label: ai }]\n');
  expect(() => readConfig({ data }, {}, '/')).toThrow(
    `attribution in ${file}: labels[0].tool is not a name of lower-case letters, digits and hyphens.`,
  );
  writeFileSync(file, 'attribution:\n  people: [ada]\n');
  expect(() => readConfig({ data }, {}, '/')).toThrow(`attribution in ${file}: people is not known.`);
  writeFileSync(file, HOUSE);
  expect(readConfig({ data }, {}, '/').attribution.identities).toEqual([
    { tool: 'house-agent', mailbox: 'house@example.com', login: null },
  ]);
});

test('there is nothing to score where there is no database', async () => {
  const data = temporaryFolder();
  const { code, stderr } = await uptake(['attribution', 'diff', '--data', data]);
  expect([code, stderr]).toEqual([2, `There is no database in ${data} yet, so that nothing is scored.\n`]);
});
