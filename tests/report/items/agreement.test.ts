import { describe, expect, it } from 'vitest';
import type { MeasureId } from '../../../server/contract/definition.ts';
import { ItemLeftOut, type ItemsAnswer, type ItemsView } from '../../../server/contract/items.ts';
import type { View } from '../../../server/contract/view.ts';
import { metrics } from '../../../server/metrics/register.ts';
import { itemsAnswer } from '../../../server/report/items/items-answer.ts';
import { whyAnswer } from '../../../server/report/items/why-answer.ts';
import type { Held } from '../../../server/report/live.ts';
import { seriesAnswer } from '../../../server/report/series.ts';
import { MONDAY } from '../../support/facts.ts';
import { freshProject } from '../../support/issue-facts.ts';
import { withoutTitles } from '../../support/item-titles.ts';
import { randomItems } from '../../support/random-items.ts';

const measures = metrics
  .filter(({ definition }) => definition.items !== 'issues')
  .map(({ definition }) => definition.id);
const views: View[] = [
  {},
  { by: 'merge' },
  { window: '12w', by: 'opening', hours: 'working' },
  { team: ['pay'] },
];

/** As a list of pull requests knows it. */
function reasonOf(reason: string) {
  const known = ItemLeftOut.enum.find((one) => one === reason);
  if (known === undefined) throw new Error(`no reason of pull requests: ${reason}`);
  return known;
}

async function listed(held: Held, view: ItemsView): Promise<ItemsAnswer['data']> {
  return (await itemsAnswer(held, withoutTitles(), view)).data;
}

/** All pages of a list. */
async function everyId(held: Held, view: ItemsView): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await listed(held, { ...view, ...(cursor !== '' && { cursor }), limit: '17' });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  return ids;
}

/** What the figure counts in all weeks together; open work stands in several of them. */
async function countedSomewhere(held: Held, view: View, measure: MeasureId): Promise<Set<string>> {
  const { data } = seriesAnswer(held, measure, { ...view, window: 'all' });
  const weeks = data.definition.weeks === 'end' ? data.points.map(({ week }) => ({ week })) : [{}];
  const ids = weeks.map((week) => everyId(held, { ...view, ...week, measure, window: 'all' }));
  return new Set((await Promise.all(ids)).flat());
}

describe.each([1, 2, 3])('the items of organisation %i', (seed) => {
  const items = randomItems(seed);
  // Bugs are told of where there is a tracker.
  const held = { ...items, issues: { ...items.issues, freshness: [freshProject(MONDAY)] } };

  it.each(measures)('behind every point of %s are as many as its n', async (measure) => {
    for (const view of views) {
      const { data } = seriesAnswer(held, measure, view);
      const counts = await Promise.all(
        data.points.map(async ({ week }) => (await listed(held, { ...view, measure, week })).count),
      );
      expect(counts).toEqual(data.points.map(({ n }) => n));
      expect(Math.max(...counts), 'some point must have items').toBeGreaterThan(0);
    }
  });

  it.each(measures)(
    'behind the figure of %s are its n, and what is left out of it by each reason',
    async (measure) => {
      for (const view of views) {
        const { data } = seriesAnswer(held, measure, view);
        const { count, running } = await listed(held, { ...view, measure });
        expect(count - running).toBe(data.n);
        const seen: Partial<Record<string, number>> = {};
        for (const reason of new Set(data.leftOut.map((one) => one.reason))) {
          const beside = await listed(held, { ...view, measure, leftOut: reasonOf(reason) });
          seen[reason] = beside.count - beside.running;
        }
        const owed: Partial<Record<string, number>> = {};
        for (const { reason, count: many } of data.leftOut) owed[reason] = (owed[reason] ?? 0) + many;
        expect(seen).toEqual(owed);
      }
    },
  );

  it('are said to count in a measure exactly when it counts them', async () => {
    for (const view of [{}, { by: 'merge' as const }]) {
      const counted = new Map<MeasureId, Set<string>>();
      for (const measure of measures) counted.set(measure, await countedSomewhere(held, view, measure));
      const all = await everyId(held, { window: 'all' });
      for (const id of all) {
        for (const { measure, standing, sentence } of whyAnswer(held, { ...view, id }).data.measures) {
          expect([id, measure, standing === 'counted'], sentence).toEqual([
            id,
            measure,
            counted.get(measure)?.has(id),
          ]);
          expect(sentence.startsWith('Counts in'), sentence).toBe(standing === 'counted');
        }
      }
    }
  });
});
