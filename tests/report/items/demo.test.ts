import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { filtersOf } from '../../../server/api/filters.ts';
import { type ItemsView, ItemsView as Shape } from '../../../server/contract/items.ts';
import { metrics } from '../../../server/metrics/register.ts';
import { itemsAnswer } from '../../../server/report/items/items-answer.ts';
import { seriesAnswer } from '../../../server/report/series.ts';
import { itemsHref } from '../../../web/filters/items-address.ts';
import { demoHeld } from '../../support/demo-held.ts';
import { withoutTitles } from '../../support/item-titles.ts';

/** The question of an address, as the server reads it. */
function asked(href: string): ItemsView {
  const [path, query = ''] = href.split('?');
  expect(path).toBe('/items');
  const read = filtersOf(query);
  expect([...Value.Errors(Shape, read)]).toEqual([]);
  return Value.Parse(Shape, read);
}

it('the link of every point of every measure of a demo leads to as many items as its n', async () => {
  const held = await demoHeld({ scenario: 'real-gain', size: 0.06 });
  const [team = ''] = held.teamNames.keys();
  let points = 0;
  for (const view of [{ window: '26w' as const }, { by: 'merge' as const, window: '12w' as const }]) {
    for (const { definition } of metrics) {
      const { data } = seriesAnswer(held, definition.id, view);
      for (const { week, n } of data.points) {
        const link = itemsHref(view, { measure: definition.id, week });
        const { count } = (await itemsAnswer(held, withoutTitles(), asked(link))).data;
        expect([definition.id, week, count]).toEqual([definition.id, week, n]);
        points += n;
      }
    }
  }
  expect(points).toBeGreaterThan(1000);
  expect(asked(itemsHref({ team: ['a', 'b'], stat: 'p75' }, { team }))).toEqual({ team: [team] });
});
