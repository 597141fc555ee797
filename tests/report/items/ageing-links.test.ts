import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { filtersOf } from '../../../server/api/filters.ts';
import { type ItemsAnswer, ItemsView } from '../../../server/contract/items.ts';
import type { View } from '../../../server/contract/view.ts';
import { DAY } from '../../../server/model/instant.ts';
import { ageingAnswer } from '../../../server/report/flow/ageing.ts';
import { itemsAnswer } from '../../../server/report/items/items-answer.ts';
import type { Held } from '../../../server/report/live.ts';
import { seriesAnswer } from '../../../server/report/series.ts';
import { itemsHref } from '../../../web/filters/items-address.ts';
import { demoHeld } from '../../support/demo-held.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../../support/facts.ts';
import { withoutTitles } from '../../support/item-titles.ts';
import { randomItems } from '../../support/random-items.ts';

async function listed(held: Held, href: string): Promise<ItemsAnswer['data']> {
  const read = filtersOf(href.slice('/items?'.length));
  expect([...Value.Errors(ItemsView, read)]).toEqual([]);
  return (await itemsAnswer(held, withoutTitles(), Value.Parse(ItemsView, read))).data;
}

/** What the list behind each bar and each row of the table counts, beside what these say. */
async function behind(held: Held, view: View) {
  const { bands, states, n } = ageingAnswer(held, view).data;
  const found: [string, number, number][] = [];
  for (const [place, { age }] of bands.entries()) {
    let row = 0;
    for (const { waiting, counts } of states) {
      const bar = counts[place] ?? 0;
      row += bar;
      found.push([`${waiting} ${age}`, bar, (await listed(held, itemsHref(view, { waiting, age }))).count]);
    }
    found.push([age, row, (await listed(held, itemsHref(view, { age }))).count]);
  }
  return { found, n };
}

describe('The ageing of open work', () => {
  it.each([1, 2, 3, 4, 5])(
    'leads from each bar and row to just what it counts (work of all kinds, %i)',
    async (seed) => {
      const held = randomItems(seed);
      const { found, n } = await behind(held, seed % 2 === 0 ? {} : { window: '12w' });
      for (const [name, counted, list] of found) expect([name, list]).toEqual([name, counted]);
      expect(n).toBeGreaterThan(5);
    },
  );

  it('does so in the demo as well', async () => {
    const held = await demoHeld({ scenario: 'real-gain', size: 0.06 });
    for (const view of [{}, { window: '12w' as const, by: 'merge' as const }]) {
      const { found, n } = await behind(held, view);
      for (const [name, counted, list] of found) expect([name, list]).toEqual([name, counted]);
      expect(n).toBeGreaterThan(5);
    }
  });

  it('says what is listed', async () => {
    const held = randomItems(1);
    const { finding } = await listed(held, itemsHref({}, { waiting: 'review', age: '2w-4w' }));
    expect(finding).toMatch(
      /^\d+ pull requests? (?:has|have) been open for 2 to 4 weeks, waiting for a first human review$/,
    );
    expect((await listed(held, itemsHref({}, { waiting: 'draft' }))).finding).toMatch(/open, still a draft$/);
  });

  it('tells nothing of a group whose open work is that of too few people, nor does the list', async () => {
    const at = MONDAY + 20 * DAY;
    const people = Array.from({ length: 12 }, (_, number) => number);
    const facts = people.flatMap((number) => {
      const of = {
        person: `p${number}`,
        teams: [number < 6 ? 'pay' : 'search'],
        teamBasis: 'stated' as const,
      };
      const open = { ...of, openedAt: MONDAY, readyAt: MONDAY, closedAt: null };
      // Of one team all have merged something, and two have something open.
      const waits = number < 2 || number > 5;
      return [
        forgeFact(number + 1, { ...of, mergedAt: MONDAY + 2 * DAY }),
        ...(waits ? [{ ...forgeFact(number + 101, open), mergedAt: null }] : []),
      ];
    });
    const held = heldOf(facts, [freshForge(at)], 'UTC', ['pay', 'search']);
    const view: View = { team: ['pay'] };
    expect(seriesAnswer(held, 'cycle-time', view).data.n).toBe(6);
    const { n, unknowable, finding, states } = ageingAnswer(held, view).data;
    expect([n, unknowable, states.flatMap(({ counts }) => counts).some((one) => one > 0)]).toEqual([
      0,
      'group-too-small',
      false,
    ]);
    expect(finding).toBe('Too few people of The pay have open work to tell it apart');
    const progress = seriesAnswer(held, 'work-in-progress', view).data;
    expect([progress.unknowable, progress.points, progress.n]).toEqual(['group-too-small', [], 0]);
    for (const narrowed of [{ state: 'open' }, { age: '2w-4w' }, { measure: 'work-in-progress' }] as const)
      expect(() => itemsAnswer(held, withoutTitles(), { ...view, ...narrowed })).toThrow(/Too few people/);
    expect(ageingAnswer(held, {}).data.n).toBe(8);
  });

  it('belongs to open work alone', () => {
    const view: ItemsView = { state: 'merged', age: '2w-4w' };
    expect(() => itemsAnswer(randomItems(1), withoutTitles(), view)).toThrow(/Only open work/);
  });
});
