import { expect, test } from 'vitest';
import type { Failure } from '../../server/contract/answer.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { someData, testApp } from '../support/app.ts';

const NOW = Date.parse('2026-11-01T06:00:00Z');
const run = (asked: string, outcome: 'done' | 'failed', hours: number) => ({
  ...{ id: hours, source: 'github', asked, outcome, report: null },
  startedAt: NOW - hours * HOUR,
  endedAt: NOW - hours * HOUR + 90_000,
});

test('orchestrators are told whether the program is alive and ready, under whatever address they ask', async () => {
  const { app } = testApp();
  const ask = (url: string) => app.inject({ url, headers: { host: '10.1.2.3:4180' } });
  expect((await ask('/healthz')).json()).toEqual({ status: 'alive' });
  expect((await ask('/readyz')).json()).toEqual({ status: 'ready', generation: 1 });
  expect((await ask('/metrics')).statusCode).toBe(403);
});

test('a database that cannot be read is said, without its error', async () => {
  const { app, log } = testApp({
    storedGeneration: () => Promise.reject(new Error('disk I/O error at /secret/place')),
  });
  const answer = await app.inject('/readyz');
  expect(answer.statusCode).toBe(503);
  expect(answer.json<Failure>().error.code).toBe('not-ready');
  expect(answer.body).not.toContain('secret');
  expect(log.join()).toContain('disk I/O error');
  expect((await app.inject('/healthz')).statusCode).toBe(200);
});

test('Prometheus is told how far the data reach and how the last runs ended', async () => {
  const held = someData();
  const runs = [run('github acme', 'failed', 2), run('github acme', 'done', 26), run('jira', 'done', 3)];
  const { app } = testApp({ held, background: async () => ({ now: NOW, runs, readings: [], usage: [] }) });
  await app.inject('/api/definitions');
  const { body, headers } = await app.inject('/metrics');
  expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
  const [first] = held.freshness;
  expect(body).toContain(
    `uptake_data_until_seconds{name="${first?.name}"} ${(first?.coveredUntil ?? 0) / 1000}`,
  );
  expect(body).toContain('uptake_run_succeeded{asked="github acme"} 0');
  expect(body).toContain('uptake_run_succeeded{asked="jira"} 1');
  expect(body).toContain('uptake_run_duration_seconds{asked="jira"} 90');
  expect(body).toContain('uptake_http_request_seconds_count{route="/api/definitions"} 1');
  expect(body).toContain('uptake_import_running 0');
  expect(body).toMatch(/process_cpu_seconds_total|process_resident_memory_bytes/);
});

test('what nobody asks for any more disappears from what Prometheus is told', async () => {
  let runs = [run('github acme', 'done', 2)];
  const { app } = testApp({ background: async () => ({ now: NOW, runs, readings: [], usage: [] }) });
  expect((await app.inject('/metrics')).body).toContain('asked="github acme"');
  runs = [{ ...run('jira', 'done', 1) }, { ...run('github acme', 'done', 2), startedAt: NOW - 40 * DAY }];
  const { body } = await app.inject('/metrics');
  expect(body).toContain('asked="jira"');
  expect(body).not.toContain('asked="github acme"');
});
