import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StatusAnswer } from '../../server/contract/index.ts';
import { DAY } from '../support/github/chance.ts';
import { oldGithub } from '../support/github/old-github.ts';
import { startUptake, uptake } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** By GitHub's clock, which is not this machine's. */
const NOW = Date.UTC(2026, 2, 2);

async function connected(more = '') {
  const fake = await oldGithub(NOW);
  const data = temporaryFolder();
  writeFileSync(join(data, 'uptake.yaml'), `sources: { github: [{ owner: acme, months: 12 }] }\n${more}`);
  const env = { GITHUB_API_URL: fake.url, GITHUB_TOKEN: 'good-token' };
  const run = (...args: string[]) => uptake([...args, '--data', data], env);
  const pullRequests = async () => JSON.parse((await run('status', '--json')).stdout).pullRequests;
  return { data, env, run, pullRequests };
}

test('uptake backfill reads what the first import left for later, as far back as it is told', async () => {
  const { run, pullRequests } = await connected();
  expect((await run('ingest')).code).toBe(0);
  expect((await run('status')).stdout).toMatch(
    /What was last changed before \d{4}-\d\d-\d\d is not read yet/,
  );
  const first = await pullRequests();
  const until = new Date(NOW - 600 * DAY).toISOString().slice(0, 10);
  expect((await run('backfill', '--until', until)).stdout).toMatch(/^Read \d+ commits and \d+ pull requests/);
  expect(await pullRequests()).toBeGreaterThan(first);
  expect(await pullRequests()).toBeLessThan(340);
  expect(await run('backfill', '--json')).toMatchObject({ code: 0 });
  expect(await pullRequests()).toBe(340);
  expect((await run('backfill')).stdout).toMatch(/^Read nothing/);
  const status = await run('status');
  expect(status.stdout).not.toContain('not read yet');
  expect(status.stdout).toContain('backfill github acme: done');
});

test('a day or a number of minutes that is none is refused in a sentence', async () => {
  const { run } = await connected();
  const day = await run('backfill', '--until', 'yesterday');
  expect([day.code, day.stderr]).toEqual([
    2,
    '--until is "yesterday"; allowed is a day such as 2020-01-31.\n',
  ]);
  const minutes = await run('backfill', '--minutes', '0');
  expect([minutes.code, minutes.stderr]).toEqual([
    2,
    '--minutes is "0"; allowed is a whole number from 1 on.\n',
  ]);
});

test('a running server reads it by itself after the import', async () => {
  const { data, env } = await connected();
  const program = startUptake(['serve', '--port', '0', '--data', data], env);
  const [, address = ''] = await program.said(/Uptake answers on (http:\S+)/);
  const pullRequests = async () => {
    const { data: status }: StatusAnswer = JSON.parse(await (await fetch(`${address}/api/status`)).text());
    return status.repositories[0]?.pullRequests;
  };
  await expect.poll(pullRequests, { timeout: 60_000 }).toBe(340);
});

test('a server that is told so leaves it', async () => {
  const { data, env, pullRequests } = await connected('backfill: off\n');
  const program = startUptake(['serve', '--port', '0', '--data', data], env);
  await program.said(/Import done/);
  program.child.kill('SIGTERM');
  await program.ended;
  expect(await pullRequests()).toBeLessThan(150);
});
