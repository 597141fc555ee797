import { expect, it } from 'vitest';
import type { ItemsView } from '../../../server/contract/items.ts';
import { DAY, HOUR } from '../../../server/model/instant.ts';
import { itemsCsv, itemsCsvName } from '../../../server/report/items/items-csv.ts';
import type { Held } from '../../../server/report/live.ts';
import { collected } from '../../support/collected.ts';
import { FORGE, forgeFact, freshForge, heldOf, MONDAY } from '../../support/facts.ts';
import { withTitles } from '../../support/item-titles.ts';

const held = heldOf(
  [
    forgeFact(1, { firstCommitAt: MONDAY - 20 * HOUR }),
    forgeFact(2, { firstReviewAt: null, approvedAt: null }),
  ],
  [freshForge(MONDAY + 14 * DAY)],
);
const titles = new Map([
  [`${FORGE}#1`, '=HYPERLINK("http://example.com")'],
  [`${FORGE}#2`, 'Till, with a "word"\nand a line'],
]);

async function file(view: ItemsView = {}, of: Held = held): Promise<string> {
  return (await collected(itemsCsv(of, withTitles(titles), view))).join('');
}

/** Fields by column of each line; fields of these files hold commas, quotes and line ends only within quotes. */
function records(csv: string): Record<string, string>[] {
  const rows = [...csv.matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n/g)];
  const fields = rows.map(([, row = '']) =>
    [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  );
  const [header = [], ...lines] = fields;
  return lines.map((line) => Object.fromEntries(header.map((name, at) => [name, line[at] ?? ''])));
}

it('has a line for each item, its instants in ISO, and an empty field for what is unknown', async () => {
  const [one, two] = records(await file({ sort: 'opened', order: 'asc' }));
  expect(one).toMatchObject({
    id: `${FORGE}#1`,
    repository: 'acme/shop',
    number: '1',
    link: 'https://github.com/acme/shop/pull/1',
    state: 'merged',
    opened_at: '2026-08-09T13:00:00Z',
    pickup_hours: '6',
    coding_hours: '0',
    standing: 'counted',
  });
  expect([two?.first_review_at, two?.pickup_hours, two?.review_hours]).toEqual(['', '', '']);
});

it('lets no title be a formula, and keeps commas, quotes and line ends of another', async () => {
  const [one, two] = records(await file({ sort: 'opened', order: 'asc' }));
  expect(one?.title).toBe(`'=HYPERLINK("http://example.com")`);
  expect(two?.title).toBe('Till, with a "word"\nand a line');
});

it('tells on every line what was asked for, and whether it is a demo', async () => {
  const asked = { measure: 'pickup-time', leftOut: 'no-value', window: '12w', by: 'merge' } as const;
  const [only] = records(await file(asked));
  expect(only).toMatchObject({
    asked_measure: 'pickup-time',
    asked_left_out: 'no-value',
    grouped_by: 'merge',
    window: '12w',
    asked_team: 'all',
    data_until: '2026-08-24T09:00:00Z',
    data: 'real',
    why: 'Not counted: no other person reviewed it before the merge',
  });
  const demo = heldOf([forgeFact(1)], [freshForge(MONDAY + DAY, { source: 'demo' })]);
  expect(records(await file({}, demo))[0]?.data).toBe('demo');
  expect(itemsCsvName(asked)).toBe('uptake-items-pickup-time.csv');
});

it('of many items has them all, whatever the limit of a page', async () => {
  const many = Array.from({ length: 1203 }, (_, number) =>
    forgeFact(number, { mergedAt: MONDAY - number * HOUR }),
  );
  const all = heldOf(many, [freshForge(MONDAY + DAY)]);
  const rows = records(await file({ limit: '3' }, all));
  expect(new Set(rows.map(({ id }) => id)).size).toBe(1203);
});

it('of none has its header alone', async () => {
  expect((await file({ id: 'nothing' })).split('\r\n')).toHaveLength(2);
});
