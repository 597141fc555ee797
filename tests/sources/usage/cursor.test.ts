import { expect, test } from 'vitest';
import { type CursorState, startCursor } from '../../support/vendors/cursor.ts';
import { readUsage, told } from '../../support/vendors/read-usage.ts';
import { freeStore } from '../jira/read.ts';

const asked = { source: 'cursor', config: { days: 70 } } as const;

function team(): CursorState {
  return {
    use: new Map([
      ['2026-09-20', { 'ada@example.com': 7 }],
      ['2026-11-19', { 'ada@example.com': 11, 'brian@example.com': null }],
    ]),
    members: ['ada@example.com', 'brian@example.com'],
  };
}

test('days and members of Cursor come in, thirty days a request', async () => {
  const fake = await startCursor(team());
  const store = await freeStore();
  expect(await readUsage(store, asked, fake.url)).toMatchObject({ failed: [], written: { toolDays: 3 } });
  expect(told(store)).toEqual([
    '2026-09-20 cursor email:ada@example.com active 7',
    '2026-11-19 cursor email:ada@example.com active 11',
    '2026-11-19 cursor email:brian@example.com idle 0',
    'seat cursor email:ada@example.com 2026-11-20 to now',
    'seat cursor email:brian@example.com 2026-11-20 to now',
  ]);
  expect(fake.heard.filter(({ path }) => path === '/teams/daily-usage-data')).toHaveLength(3);
});

test('a seat whose beginning nobody tells keeps the day on which it was first seen', async () => {
  const fake = await startCursor(team());
  const store = await freeStore();
  await readUsage(store, asked, fake.url);
  await readUsage(store, asked, fake.url, { now: Date.UTC(2026, 11, 24) });
  expect(told(store).filter((line) => line.startsWith('seat'))).toEqual([
    'seat cursor email:ada@example.com 2026-11-20 to now',
    'seat cursor email:brian@example.com 2026-11-20 to now',
  ]);
});

test('more people than a page holds all come in', async () => {
  const people = Object.fromEntries(Array.from({ length: 1203 }, (_, n) => [`dev${n}@example.com`, n]));
  const fake = await startCursor({ use: new Map([['2026-11-19', people]]), members: [] });
  const store = await freeStore();
  expect(await readUsage(store, asked, fake.url)).toMatchObject({ failed: [], written: { toolDays: 1203 } });
});

test('the limit is waited for as long as it says', async () => {
  const fake = await startCursor(team());
  const waited: number[] = [];
  fake.next.push({ status: 429, headers: { 'retry-after': '37' }, body: { error: 'Too many requests' } });
  expect(await readUsage(await freeStore(), asked, fake.url, { waited })).toMatchObject({ failed: [] });
  expect(waited).toEqual([37_000]);
});
