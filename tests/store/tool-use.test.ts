import { expect, test } from 'vitest';
import { usersByPerson } from '../../server/people/users.ts';
import { heldUseNow, weeksOfUse } from '../../server/report/adoption/held-use.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';

const account = { id: 'cursor:example.com', name: 'Cursor' };
const none = { sessions: null, requests: null, suggestedLines: null, acceptedLines: null };
const used = (day: string, identity: string, active = true) => ({
  ...{ tool: 'cursor', day, identity, active },
  ...none,
});

test('use is held by person and week, without keys, idle days and identities, and read again only where it changed', async () => {
  const store = await openTestStore();
  const write = (days: ReturnType<typeof used>[], replaces: string | null = null) =>
    store.writeToolDays(HOLDER, account, { days, replaces, cursor: 'c' });
  await write([
    used('2026-08-10', 'email:ada@example.com'),
    used('2026-08-11', 'login:github.com/ada'),
    used('2026-08-12', 'email:grace@example.com', false),
    used('2026-08-12', 'key:nightly'),
  ]);
  await store.endUsage(HOLDER, account, { coveredUntil: Date.UTC(2026, 7, 24), limits: [] });
  const persons = new Map([
    ['email:ada@example.com', 'one'],
    ['login:github.com/ada', 'one'],
  ]);
  const asked: number[] = [];
  const organised = {
    toolUseVersion: () => store.toolUseVersion(),
    toolUseSince: async (version: number) => {
      const found = usersByPerson(await store.toolUseSince(version), { persons });
      asked.push(found.days.length);
      return found;
    },
  };
  const held = await heldUseNow(organised, null);
  const weeks = weeksOfUse(held);
  expect([...(weeks?.people ?? [])].map(([who, days]) => [who, [...days]])).toEqual([['one', [2, 0]]]);

  expect(await heldUseNow(organised, held)).toBe(held);
  await write([used('2026-08-18', 'email:ada@example.com')]);
  await write([], '2026-08-11');
  const later = await heldUseNow(organised, held);
  expect(asked).toEqual([3, 2]);
  expect([...(weeksOfUse(later)?.people.get('one') ?? [])]).toEqual([1, 1]);
  // A question that began before keeps what it began with.
  expect([...(weeksOfUse(held)?.people.get('one') ?? [])]).toEqual([2, 0]);
});

test('seats end when they are given back, and another account makes all of it be read anew', async () => {
  const store = await openTestStore();
  const seat = { tool: 'cursor', identity: 'email:ada@example.com', since: null, lastActiveAt: null };
  await store.writeSeats(HOLDER, account, [seat], 1000);
  const first = await store.toolUseVersion();
  await store.writeSeats(HOLDER, account, [], 2000);
  const second = await store.toolUseVersion();
  expect(second.version).toBeGreaterThan(first.version);
  expect((await store.toolUseSince(0)).seats).toEqual([
    { tool: 'cursor', who: 'email:ada@example.com', since: 1000, until: 2000 },
  ]);
  await store.writeSeats(HOLDER, { id: 'copilot:x', name: 'Copilot' }, [], 1000);
  await store.endUsage(HOLDER, { id: 'copilot:x', name: 'Copilot' }, { coveredUntil: 5000, limits: [] });
  expect((await store.toolUseVersion()).whole).not.toBe(second.whole);
});
