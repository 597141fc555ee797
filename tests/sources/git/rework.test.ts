import { expect, test } from 'vitest';
import { GitRepository } from '../../support/git-repository.ts';
import { KeptRows, NOW, walked } from '../../support/walked.ts';

const START = Date.UTC(2026, 0, 5, 9) / 1000;
const DAY = 86_400;

/** A repository whose commits are told by the day and the lines of their files. */
function history(commits: readonly [name: string, day: number, files: Record<string, string[] | null>][]) {
  const repository = new GitRepository();
  for (const [name, day, files] of commits) {
    const told = Object.entries(files).map(([path, lines]) => [path, lines && `${lines.join('\n')}\n`]);
    repository.commit(name, { committedAt: START + day * DAY, files: Object.fromEntries(told) });
  }
  return repository.point('main');
}

/** "changed again of watched" by the names of the commits. */
function told(repository: GitRepository, rows: KeptRows): Record<string, string | null> {
  return Object.fromEntries(
    [...rows.rework.values()].map(({ sha, watched, reworked }) => [
      repository.names([sha])[0],
      watched === null ? null : `${reworked} of ${watched}`,
    ]),
  );
}

async function rework(...commits: Parameters<typeof history>[0]): Promise<Record<string, string | null>> {
  const repository = history(commits);
  return told(repository, await walked(repository));
}

test('a line that is changed or taken away within 21 days is reworked, wherever it has moved', async () => {
  expect(
    await rework(
      ['a', 0, { 'till.ts': ['one', 'two', 'three', 'four'] }],
      ['above', 1, { 'till.ts': ['zero', 'zero', 'one', 'two', 'three', 'four'] }],
      ['changes', 2, { 'till.ts': ['zero', 'zero', 'one', 'TWO', 'three', 'four'] }],
      ['takes away', 21, { 'till.ts': ['zero', 'zero', 'one', 'TWO', 'three'] }],
      ['too late', 50, { 'till.ts': ['zero'] }],
    ),
  ).toEqual({ a: '2 of 4', above: '0 of 2', changes: '0 of 1', 'takes away': '0 of 0' });
});

test('a file that moves takes its lines along; one that goes has them reworked', async () => {
  const lines = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
  expect(
    await rework(
      ['a', 0, { 'till.ts': lines, 'bank.ts': ['money'] }],
      ['moves', 1, { 'till.ts': null, 'cash.ts': [...lines.slice(0, 7), 'EIGHT'] }],
      ['takes away', 2, { 'cash.ts': lines.slice(0, 6), 'bank.ts': null }],
      ['end', 60, { x: ['x'] }],
    ),
  ).toEqual({ a: '3 of 9', moves: '1 of 1', 'takes away': '0 of 0' });
});

test('text that looks like the head of a difference is text', async () => {
  const sha = 'a'.repeat(40);
  expect(
    await rework(
      ['a', 0, { 'till.ts': ['-- a/till.ts', '++ b/bank.ts', 'diff --git a/x b/x', sha, '\\ No newline'] }],
      ['b', 1, { 'till.ts': ['-- a/till.ts', '@@ -1,9 +1,9 @@', sha], 'my file.ts': ['x'], 'a"b.ts': ['y'] }],
      ['c', 2, { 'my file.ts': ['z'], 'a"b.ts': ['z'] }],
      ['end', 60, { x: ['x'] }],
    ),
  ).toMatchObject({ a: '3 of 5', b: '2 of 3' });
});

test('what a pull request rebased of itself is no rework, and was never its result', async () => {
  expect(
    await rework(
      ['a', 0, { x: ['x'] }],
      ['Open (#7)', 1, { 'till.ts': ['one', 'two'] }],
      ['Mend (#7)', 1.1, { 'till.ts': ['one', 'TWO'] }],
      ['later', 3, { 'till.ts': ['ONE', 'TWO'] }],
      ['end', 60, { x: ['y'] }],
    ),
  ).toMatchObject({ 'Open (#7)': '1 of 1', 'Mend (#7)': '0 of 1' });
});

test('who changes hundreds of files moves or formats them: that tells nothing of either', async () => {
  const many = (line: string) =>
    Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`${n}.ts`, [line]]));
  expect(
    await rework(
      ['a', 0, { '0.ts': ['one'], '1.ts': ['two'] }],
      ['formats', 1, many('all')],
      ['changes', 2, { '0.ts': ['other'] }],
      ['end', 60, { x: ['x'] }],
    ),
  ).toMatchObject({ a: '0 of 2', formats: null, changes: '0 of 1' });
});

test('young commits are pending, and a walk later tells the same as one from the beginning', async () => {
  const commits: Parameters<typeof history>[0] = Array.from({ length: 40 }, (_, n) => [
    `c${n}`,
    n * 2,
    { 'till.ts': Array.from({ length: 12 }, (__, line) => `line ${line} ${(n + line) % 5 === 0 ? n : ''}`) },
  ]);
  const repository = history(commits);
  const [all, rows] = [new KeptRows(), new KeptRows()];
  await walked(repository, { rows: all });
  for (const last of [10, 11, 25, 39]) {
    repository.point('main', `c${last}`);
    await walked(repository, { rows, now: Math.min(NOW, (START + last * 2 * DAY) * 1000) });
    const known = Object.keys(told(repository, rows)).length;
    expect(known).toBe(Math.max(0, last - 10));
  }
  await walked(repository, { rows, now: NOW });
  for (const [name, one] of Object.entries(told(repository, rows)))
    expect([name, told(repository, all)[name]]).toEqual([name, one]);
});

test('it is not asked for where the configuration says so', async () => {
  const repository = history([
    ['a', 0, { x: ['x'] }],
    ['end', 60, { x: ['y'] }],
  ]);
  expect((await walked(repository, { rework: false })).rework.size).toBe(0);
});
