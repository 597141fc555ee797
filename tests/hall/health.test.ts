import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HealthAnswer, ImportEvent, StatusAnswer } from '../../server/contract/index.ts';
import { eventStream } from '../support/event-stream.ts';
import { generateOrganisation } from '../support/github/generated-organisation.ts';
import { movableClock, startedGithub } from '../support/github/started.ts';
import { HOLDER, holdLease, openTestStore } from '../support/open-store.ts';
import { startUptake } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { now } = movableClock();

/** The real server on a free port. */
async function served(data: string, env: Record<string, string> = {}) {
  const program = startUptake(['serve', '--no-demo', '--port', '0', '--data', data], env);
  const [, address = ''] = await program.said(/Uptake answers on (http:\S+)/);
  const ask = async <Answer>(path: string): Promise<Answer> =>
    JSON.parse(await (await fetch(address + path)).text());
  return { ...program, address, ask };
}

/** An organisation on a GitHub that takes its time, configured in a data folder. */
async function slowAcme() {
  const data = temporaryFolder();
  const size = { seed: 9, login: 'acme', repositories: 3, pullRequests: 60 };
  const fake = await startedGithub({
    organisations: [generateOrganisation({ ...size, from: '2026-01-05', until: '2026-06-01' })],
  });
  fake.faults.plan = () => ({ kind: 'slow', ms: 150 });
  writeFileSync(join(data, 'uptake.yaml'), 'sources: { github: [{ owner: acme }] }');
  return { data, fake, env: { GITHUB_API_URL: fake.url, GITHUB_TOKEN: 'good-token' } };
}

/** An upper bound for a busy machine, never part of what is asserted. */
const within = { timeout: 60_000 };

const isEvent = (event: unknown): event is ImportEvent => typeof event === 'object' && event !== null;

test('a running import is told as it goes, and its end when the pages can show it', async () => {
  const { data, fake, env } = await slowAcme();
  const server = await served(data, env);
  const stream = await eventStream(`${server.address}/api/import/events`);
  const heard = () => stream.events().filter(isEvent);
  await expect
    .poll(() => heard().map(({ running }) => running?.what ?? ''), within)
    .toContainEqual(expect.stringMatching(/^repository \d of 3: acme\/\w+, pull requests$/));
  fake.faults.plan = null;
  await expect.poll(() => heard().at(-1)?.running, within).toBe(null);
  const { data: status, generation } = await server.ask<StatusAnswer>('/api/status');
  expect([status.running, status.repositories.length, heard().at(-1)?.generation]).toEqual([
    null,
    3,
    generation,
  ]);
  const { data: health } = await server.ask<HealthAnswer>('/api/health');
  expect(health.asked[0]).toMatchObject({
    name: 'GitHub: acme',
    cost: expect.stringMatching(/^\d+ requests, \d+ points/),
  });
  expect(health.asked[0]?.nights.at(-1)?.state).toBe('done');
});

test('the server ends when it is told to, though somebody listens and an import runs', async () => {
  const { data, env } = await slowAcme();
  const server = await served(data, env);
  const stream = await eventStream(`${server.address}/api/import/events`);
  await expect.poll(() => stream.events().length, within).toBeGreaterThan(1);
  server.child.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0, signal: null, stderr: '' });
  await expect.poll(stream.ended, within).toBe(true);
});

test('an import by another process is seen, by its name, for as long as it is at work', async () => {
  const data = temporaryFolder();
  const file = join(data, 'uptake.db');
  const store = await openTestStore(file);
  await store.freeLease({ holder: HOLDER, host: 'here', pid: 1 });
  const server = await served(data);
  const running = async () => (await server.ask<StatusAnswer>('/api/status')).data.running;
  expect(await running()).toBe(null);
  const free = await holdLease(file);
  const run = await store.beginRun('github', 'github acme', now());
  await expect
    .poll(running, within)
    .toMatchObject({ source: 'github acme', what: 'reading', elsewhere: true });
  const { data: health } = await server.ask<HealthAnswer>('/api/health');
  expect(health.verdict.sentence).toMatch(/^Not yet: the first import is running/);
  await store.endRun(run, 'done', { said: '', read: {}, usage: null, unseen: [] }, now());
  await expect.poll(running, within).toMatchObject({ what: 'measuring' });
  await free();
  await expect.poll(running, within).toBe(null);
});

test('a failure that another process mended is not told any more', async () => {
  const data = temporaryFolder();
  const store = await openTestStore(join(data, 'uptake.db'));
  const report = { said: 'The token is not known.', read: {}, usage: null, unseen: [] };
  const put = async (outcome: 'done' | 'failed', said: string) =>
    store.endRun(await store.beginRun('github', 'github acme', 1), outcome, { ...report, said }, 2);
  await put('failed', report.said);
  const server = await served(data);
  const failed = async () => (await server.ask<StatusAnswer>('/api/status')).data.failed;
  expect(await failed()).toBe('The token is not known.');
  await put('done', '');
  await expect.poll(failed, within).toBe(null);
});
