import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GitRepository } from '../support/git-repository.ts';
import { holdLease } from '../support/open-store.ts';
import { startUptake, uptake } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HEADER = 'team,login_or_email,from,to\r\n';

/** A clone with one pull request by Ada and a data folder that it was read into. */
async function ingested(): Promise<{ data: string; clone: string }> {
  const author = 'Ada <ada@example.com>';
  const clone = new GitRepository()
    .commit('start', { author })
    .commit('work', { parents: ['start'], author })
    .commit('merge', {
      parents: ['start', 'work'],
      author,
      message: 'Merge pull request #1 from ada/work\n\nWork',
    })
    .point('main').path;
  const data = temporaryFolder();
  expect(await uptake(['ingest', 'git', clone, '--data', data])).toMatchObject({ code: 0 });
  return { data, clone };
}

function written(text: string): string {
  const file = join(temporaryFolder(), 'roster.csv');
  writeFileSync(file, text);
  return file;
}

test('teams import says what it did and measures it; teams export gives it back', async () => {
  const { data } = await ingested();
  const file = written(`${HEADER}Shop,ada@example.com,,\r\nShop,zoe,,\r\n`);
  const imported = await uptake(['teams', 'import', file, '--data', data]);
  expect(imported).toMatchObject({ code: 0 });
  expect(imported.stdout.split('\n')).toEqual([
    'The roster has 2 memberships of 2 people in 1 team now; before it had 0 memberships.',
    '1 account has not been seen in any work yet: zoe. It counts as soon as it is.',
    'Measured: 2 facts new or changed.',
    '',
  ]);
  const exported = await uptake(['teams', 'export', '--data', data]);
  expect([exported.code, exported.stdout]).toEqual([0, readFileSync(file, 'utf8')]);
  const again = await uptake(['teams', 'import', file, '--data', data]);
  expect(again.stdout).toContain('All of it was so already.');
});

test('a roster with faults is refused with all of them, exit code 2 and no stack trace', async () => {
  const data = temporaryFolder();
  const { code, stderr, stdout } = await uptake([
    'teams',
    'import',
    written(`${HEADER}Shop,ada,soon,\nShop,,,`),
    '--data',
    data,
  ]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(
    /roster\.csv: 2 lines cannot be read; nothing was changed\.\nLine 2: .*\nLine 3: .*\n$/,
  );
});

test.each([
  [['teams', 'import'], /Write: teams import FILE, or: teams export/],
  [['teams', 'show'], /Write: teams import FILE/],
  [['teams', 'import', 'nowhere.csv'], /nowhere\.csv cannot be read/],
])('%j is answered with a sentence', async (args, says) => {
  const { code, stderr } = await uptake([...args, '--data', temporaryFolder()]);
  expect(code).toBe(2);
  expect(stderr).toMatch(says);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('while an ingest is at work, what is to be measured is left to it', async () => {
  const { data } = await ingested();
  const release = await holdLease(join(data, 'uptake.db'));
  const imported = await uptake([
    'teams',
    'import',
    written(`${HEADER}Shop,ada@example.com,,`),
    '--data',
    data,
  ]);
  expect(imported).toMatchObject({ code: 0 });
  expect(imported.stdout).toContain('An ingest is at work; it measures this as well.');
  expect(await uptake(['derive', '--data', data])).toMatchObject({ code: 0 });
  const waiting = async () => JSON.parse((await uptake(['status', '--data', data, '--json'])).stdout).dirty;
  expect(await waiting()).toBe(2);
  await release();
  const derived = await uptake(['derive', '--data', data, '--json']);
  expect(JSON.parse(derived.stdout)).toMatchObject({ asked: ['derive'], written: { facts: 2 } });
  expect(await waiting()).toBe(0);
});

test('what was left to be measured is measured when the server starts', async () => {
  const { data } = await ingested();
  const release = await holdLease(join(data, 'uptake.db'));
  await uptake(['teams', 'import', written(`${HEADER}Shop,ada@example.com,,`), '--data', data]);
  await release();
  const server = startUptake(['serve', '--port', '0', '--data', data]);
  await server.said(/Uptake answers on/);
  const status = async () => JSON.parse((await uptake(['status', '--data', data, '--json'])).stdout);
  await expect.poll(status, { timeout: 20_000 }).toMatchObject({ dirty: 0, generation: 2 });
});

test('an edit that the server takes is measured in a process of its own, and its answers follow', async () => {
  const { data } = await ingested();
  const server = startUptake(['serve', '--port', '0', '--data', data], { UPTAKE_ADMIN_TOKEN: 'secret' });
  const [, address = ''] = await server.said(/Uptake answers on (http:\S+)/);
  const put = (authorization: Record<string, string>) =>
    fetch(`${address}/api/organisation/roster`, {
      method: 'PUT',
      headers: { 'content-type': 'text/csv', ...authorization },
      body: `${HEADER}Shop,ada@example.com,,`,
    });
  expect((await put({ authorization: 'Bearer wrong' })).status).toBe(401);
  const generation = async () => JSON.parse(await (await fetch(`${address}/api/status`)).text()).generation;
  const before = await generation();
  expect((await put({ authorization: 'Bearer secret' })).status).toBe(200);
  await expect.poll(generation, { timeout: 20_000 }).toBe(before + 1);
  server.child.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0, signal: null, stderr: '' });
});
