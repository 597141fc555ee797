import { expect, it } from 'vitest';
import { View } from '../../server/contract/view.ts';
import { withFacts } from '../../server/facts/columns/snapshot.ts';
import { kindsOf } from '../../server/metrics/kind.ts';
import { metrics } from '../../server/metrics/register.ts';
import { DAY } from '../../server/model/instant.ts';
import { warm } from '../../server/report/warm.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';

/** What is judged of each window, and then each judgement's pairs. */
const JUDGED = 3 * 2 * View.properties.window.enum.length;

const weeks = (many: number) =>
  Array.from({ length: many }, (_, week) => forgeFact(week, { openedAt: MONDAY + week * 7 * DAY }));

it('what questions will need is found window by window and week by week, while others are served', async () => {
  const held = heldOf(weeks(4), [freshForge(MONDAY + 28 * DAY)]);
  let turns = 0;
  await warm({ held, refresh: async () => false }, new AbortController().signal, async () => {
    turns += 1;
  });
  expect(turns).toBe(JUDGED + 4);
});

it('it goes on with what is held by then, and ends when it is told to', async () => {
  const held = heldOf(weeks(4), [freshForge(MONDAY + 28 * DAY)]);
  const live = { held, refresh: async () => false };
  const ending = new AbortController();
  let turns = 0;
  await warm(live, ending.signal, async () => {
    turns += 1;
    if (turns === 1) {
      const facts = [forgeFact(99, { openedAt: MONDAY })];
      live.held = { ...held, snapshot: withFacts(held.snapshot, { generation: 2, facts, gone: [] }) };
    }
    if (turns === JUDGED + 3) ending.abort();
  });
  expect(turns).toBe(JUDGED + 3);
  const [first] = live.held.snapshot.chunks;
  const [metric] = metrics;
  expect(first && metric && kindsOf(first, metric)).toHaveLength(2);
});
