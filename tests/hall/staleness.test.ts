import { expect, test } from 'vitest';
import { scheduleOf } from '../../server/ingest/schedule.ts';
import { DAY, HOUR, MINUTE } from '../../server/model/instant.ts';
import { stalenessWatch } from '../../server/staleness-watch.ts';
import { openTestStore } from '../support/open-store.ts';

const BEGIN = Date.UTC(2026, 10, 2, 12);
const schedule = scheduleOf('02:30', 'UTC', 0, 'here');
const report = (said: string) => ({ said, read: {}, usage: null, unseen: [] });

/** A watch over a real store, whose nights and channel are the test's. */
async function watched() {
  const store = await openTestStore();
  const clock = { now: BEGIN };
  const channel = { answers: 200, said: [] as string[] };
  const failures: string[] = [];
  const send: typeof fetch = async (_address, init) => {
    if (channel.answers === 200) channel.said.push(String(JSON.parse(String(init?.body)).text));
    return new Response('', { status: channel.answers });
  };
  const watch = () =>
    stalenessWatch({
      ...{ store, schedule, zone: 'UTC', now: () => clock.now, fetch: send },
      channels: () => ({ slack: 'https://hooks.example/secret' }),
      failed: (says) => void failures.push(says),
    });
  const ran = async (asked: string, outcome: 'done' | 'stopped' | 'failed', at: number) => {
    const run = await store.beginRun('github', asked, at);
    await store.endRun(run, outcome, report(outcome === 'failed' ? 'The token is over.' : ''), at + MINUTE);
  };
  /** Looks every half an hour until `hours` later. */
  const pass = async (one: { look(): Promise<void> }, hours: number) => {
    for (const end = clock.now + hours * HOUR; clock.now < end; clock.now += HOUR / 2) await one.look();
  };
  return { store, clock, channel, failures, watch, ran, pass };
}

test('old data are told once, and once that they are well again, across restarts', async () => {
  const { clock, channel, watch, ran, pass } = await watched();
  await ran('github acme', 'done', clock.now);
  await ran('jira', 'done', clock.now);
  for (let night = 0; night < 6; night++) {
    await pass(watch(), 24);
    await ran('github acme', 'failed', clock.now - 9 * HOUR);
    await ran('jira', 'done', clock.now - 9 * HOUR);
  }
  expect(channel.said).toHaveLength(1);
  expect(channel.said[0]).toContain('No new data for two nights from 1 source.');
  expect(channel.said[0]).toMatch(/github acme: last read .*2 Nov.*The token is over\./);
  await ran('github acme', 'done', clock.now);
  await pass(watch(), 24);
  expect(channel.said).toHaveLength(2);
  expect(channel.said[1]).toContain('All sources bring data again.');
});

test('one bad night is nothing to be told, and neither is a night whose budget was spent', async () => {
  const { clock, channel, watch, ran, pass } = await watched();
  const one = watch();
  await ran('github acme', 'done', clock.now);
  await pass(one, 15);
  await ran('github acme', 'failed', clock.now);
  await pass(one, 24);
  for (let night = 0; night < 4; night++) {
    await ran('github acme', 'stopped', clock.now);
    await pass(one, 24);
  }
  expect(channel.said).toEqual([]);
});

test('what nobody could be told is tried again', async () => {
  const { clock, channel, failures, watch, ran, pass } = await watched();
  await ran('github acme', 'failed', clock.now);
  channel.answers = 500;
  await pass(watch(), 72);
  expect(channel.said).toEqual([]);
  expect(failures[0]).toMatch(/^Slack: Slack refused the message \(500/);
  expect(failures.join()).not.toContain('secret');
  channel.answers = 200;
  await pass(watch(), 24);
  expect(channel.said).toHaveLength(1);
});

test('what nobody asks for any more is not missed', async () => {
  const { clock, channel, watch, ran, pass } = await watched();
  await ran('github old', 'done', clock.now - 40 * DAY);
  await ran('github acme', 'done', clock.now);
  await pass(watch(), 10);
  expect(channel.said).toEqual([]);
});
