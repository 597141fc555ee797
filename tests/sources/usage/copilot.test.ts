import { expect, test } from 'vitest';
import { DAY } from '../../../server/model/instant.ts';
import { type CopilotState, reportOf, startCopilot, userLine } from '../../support/vendors/copilot.ts';
import { NOON, readUsage, told } from '../../support/vendors/read-usage.ts';
import { freeStore } from '../jira/read.ts';

const asked = { source: 'copilot', config: { owner: 'acme', days: 10 } } as const;

function twoPeople(): CopilotState {
  const idle = { user_initiated_interaction_count: 0, code_generation_activity_count: 0 };
  const lines = [
    userLine('Ada'),
    userLine('brian', { ...idle, code_acceptance_activity_count: 0, loc_added_sum: 0 }),
  ];
  return {
    reports: new Map([['2026-11-16', reportOf(lines)]]),
    seats: [
      { login: 'Ada', since: '2026-06-01T09:00:00Z', lastActive: '2026-11-16T15:00:00Z' },
      { login: 'brian', since: '2026-11-01T09:00:00+02:00', lastActive: null },
    ],
  };
}

test('days and seats of Copilot come in by login, and a second run changes nothing', async () => {
  const fake = await startCopilot(twoPeople());
  const store = await freeStore();
  const first = await readUsage(store, asked, fake.url);
  expect(first).toMatchObject({ failed: [], stopped: [], written: { toolDays: 2 } });
  expect(told(store)).toEqual([
    '2026-11-16 copilot login:forge/ada active 12',
    '2026-11-16 copilot login:forge/brian idle 0',
    'seat copilot login:forge/ada 2026-06-01 to now',
    'seat copilot login:forge/brian 2026-11-01 to now',
  ]);
  const before = await store.digest();
  expect(await readUsage(store, asked, fake.url)).toMatchObject({ failed: [], written: { toolDays: 0 } });
  expect(await store.digest()).toBe(before);
});

test('the signed address of a report is asked without the token', async () => {
  const fake = await startCopilot(twoPeople());
  await readUsage(await freeStore(), asked, fake.url);
  const signed = fake.heard.filter(({ path }) => path.startsWith('/signed/'));
  expect(signed.map(({ headers }) => headers.authorization)).toEqual([undefined]);
});

test('a report that comes late or is completed later is taken, and who is no longer in it goes', async () => {
  const state = twoPeople();
  const fake = await startCopilot(state);
  const store = await freeStore();
  await readUsage(store, asked, fake.url);
  state.reports.set('2026-11-16', reportOf([userLine('Ada', { loc_added_sum: 20 })]));
  state.reports.set('2026-11-19', reportOf([userLine('Ada')]));
  await readUsage(store, asked, fake.url, { now: NOON + DAY });
  expect(told(store).slice(0, 2)).toEqual([
    '2026-11-16 copilot login:forge/ada active 20',
    '2026-11-19 copilot login:forge/ada active 12',
  ]);
});

test('a day whose report is gone for a while keeps what it had', async () => {
  const state = twoPeople();
  const fake = await startCopilot(state);
  const store = await freeStore();
  await readUsage(store, asked, fake.url);
  const before = told(store);
  state.reports.clear();
  await readUsage(store, asked, fake.url, { now: NOON + DAY });
  expect(told(store)).toEqual(before);
});

test.each([
  ['an array', (lines: object[]) => JSON.stringify(lines)],
  ['an object with the days in it', (lines: object[]) => JSON.stringify({ day_totals: lines })],
  ['one line', (lines: object[]) => `${JSON.stringify(lines[0])}\n`],
])('a report may be %s', async (_, written) => {
  const state = twoPeople();
  state.reports.set('2026-11-16', written([userLine('Ada')]));
  const fake = await startCopilot(state);
  const store = await freeStore();
  expect(await readUsage(store, asked, fake.url)).toMatchObject({ failed: [], written: { toolDays: 1 } });
});

test('seats doubled today leave the past as it was, and a seat that is given back ends', async () => {
  const state = twoPeople();
  const fake = await startCopilot(state);
  const store = await freeStore();
  await readUsage(store, asked, fake.url);
  state.seats = [
    ...state.seats.filter(({ login }) => login !== 'brian'),
    ...['carla', 'dora'].map((login) => ({ login, since: '2026-11-21T08:00:00Z', lastActive: null })),
  ];
  await readUsage(store, asked, fake.url, { now: NOON + DAY });
  expect(told(store).filter((line) => line.startsWith('seat'))).toEqual([
    'seat copilot login:forge/ada 2026-06-01 to now',
    'seat copilot login:forge/brian 2026-11-01 to 2026-11-21',
    'seat copilot login:forge/carla 2026-11-21 to now',
    'seat copilot login:forge/dora 2026-11-21 to now',
  ]);
});

test('more seats than a page holds all come in', async () => {
  const state = twoPeople();
  state.seats = Array.from({ length: 230 }, (_, n) => ({
    login: `dev-${n}`,
    since: '2026-10-01T00:00:00Z',
    lastActive: null,
  }));
  const fake = await startCopilot(state);
  const store = await freeStore();
  await readUsage(store, asked, fake.url);
  expect(told(store).filter((line) => line.startsWith('seat'))).toHaveLength(230);
});
