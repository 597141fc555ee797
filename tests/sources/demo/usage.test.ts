import { expect, test } from 'vitest';
import { DAY } from '../../../server/model/instant.ts';
import type { Seat, ToolDay } from '../../../server/model/tool-usage.ts';
import { demoOf } from '../../../server/sources/demo/config.ts';
import { organise } from '../../../server/sources/demo/organisation.ts';
import { mondayOf } from '../../../server/sources/demo/people.ts';
import { plantedTruth } from '../../../server/sources/demo/truth.ts';
import { usageOf } from '../../../server/sources/demo/usage.ts';
import { UNTIL } from './generated.ts';

const config = { scenario: 'real-gain', seed: 4 } as const;
const nothing = { usageCursor: async () => null };

async function told() {
  const organisation = organise(demoOf(config, UNTIL));
  const days: ToolDay[] = [];
  const seats: { seats: readonly Seat[]; at: number }[] = [];
  for await (const { steps } of usageOf(organisation, nothing, 'cursor')) {
    for await (const step of steps) {
      if ('days' in step) days.push(...step.days);
      if ('seats' in step) seats.push(step);
    }
  }
  return { organisation, days, seats };
}

test('vendors tell of use on working days alone, of every tool, and never of a day to come', async () => {
  const { days } = await told();
  expect(days.length).toBeGreaterThan(5000);
  expect(new Set(days.map(({ tool }) => tool))).toEqual(
    new Set(['claude-code', 'copilot', 'cursor', 'codex']),
  );
  const weekdays = new Set(days.map(({ day }) => new Date(day).getUTCDay()));
  // In Los Angeles it is still Friday evening when it is Saturday in UTC, but nobody begins to work then.
  expect([...weekdays].sort()).toEqual([1, 2, 3, 4, 5]);
  expect(days.every(({ day }) => Date.parse(day) < UNTIL)).toBe(true);
});

test('use is rare before the starts and usual after them', async () => {
  const { days, organisation } = await told();
  const starts = plantedTruth(config, UNTIL).teams.flatMap(({ start }) =>
    start === null ? [] : [Date.parse(start)],
  );
  const between = (from: number, to: number) =>
    new Set(
      days
        .filter(({ day }) => Date.parse(day) >= from && Date.parse(day) < to)
        .map(({ user }) => JSON.stringify(user)),
    ).size;
  const first = Math.min(...starts);
  const [before, after] = [between(first - 28 * DAY, first), between(UNTIL - 28 * DAY, UNTIL)];
  expect(before).toBeLessThan(organisation.people.length * 0.2);
  expect(after).toBeGreaterThan(organisation.people.length * 0.4);
});

test('seats come with the starts, and some of them are never used', async () => {
  const { days, seats, organisation } = await told();
  const before = seats.filter(({ at }) => at < mondayOf(organisation.first + 52));
  expect(before.flatMap((one) => one.seats)).toEqual([]);
  const last = Math.max(...seats.map(({ at }) => at));
  const now = seats.filter(({ at }) => at === last).flatMap((one) => one.seats);
  const used = new Set(days.map(({ user }) => JSON.stringify(user)));
  const idle = now.filter(({ user }) => !used.has(JSON.stringify(user)));
  expect(now.length).toBeGreaterThan(20);
  expect(idle.length).toBeGreaterThan(0);
  expect(idle.length).toBeLessThan(now.length / 2);
});
