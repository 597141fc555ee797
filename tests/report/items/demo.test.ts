import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { filtersOf } from '../../../server/api/filters.ts';
import { IssuesView } from '../../../server/contract/issue-items.ts';
import { type ItemsView, ItemsView as Shape } from '../../../server/contract/items.ts';
import { metrics } from '../../../server/metrics/register.ts';
import { issuesAnswer } from '../../../server/report/items/issues-answer.ts';
import { itemsAnswer } from '../../../server/report/items/items-answer.ts';
import type { Held } from '../../../server/report/live.ts';
import { seriesAnswer } from '../../../server/report/series.ts';
import { listsIssues } from '../../../web/filters/issues-filters.ts';
import { itemsHref } from '../../../web/filters/items-address.ts';
import { demoHeld } from '../../support/demo-held.ts';
import { withoutTitles } from '../../support/item-titles.ts';

function queryOf(href: string): string {
  const [path, query = ''] = href.split('?');
  expect(path).toBe('/items');
  return query;
}

/** The question of an address, as the server reads it. */
function asked(href: string): ItemsView {
  const read = filtersOf(queryOf(href));
  expect([...Value.Errors(Shape, read)]).toEqual([]);
  return Value.Parse(Shape, read);
}

/** How many are listed at an address: issues where it is one of issues. */
async function countAt(held: Held, href: string): Promise<number> {
  const query = queryOf(href);
  if (!listsIssues(query)) return (await itemsAnswer(held, withoutTitles(), asked(href))).data.count;
  const read = filtersOf(query);
  expect([...Value.Errors(IssuesView, read)]).toEqual([]);
  return (await issuesAnswer(held, withoutTitles(), Value.Parse(IssuesView, read))).data.count;
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
        expect([definition.id, week, await countAt(held, link)]).toEqual([definition.id, week, n]);
        points += n;
      }
    }
  }
  expect(points).toBeGreaterThan(1000);
  expect(asked(itemsHref({ team: ['a', 'b'], stat: 'p75' }, { team }))).toEqual({ team: [team] });
});
