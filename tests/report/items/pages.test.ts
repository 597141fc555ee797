import { describe, expect, it } from 'vitest';
import { ItemSort, type ItemsAnswer, type ItemsView } from '../../../server/contract/items.ts';
import { QuestionError } from '../../../server/model/errors.ts';
import { itemsAnswer } from '../../../server/report/items/items-answer.ts';
import { itemsCsv } from '../../../server/report/items/items-csv.ts';
import type { Held } from '../../../server/report/live.ts';
import { collected } from '../../support/collected.ts';
import { withoutTitles } from '../../support/item-titles.ts';
import { randomItems } from '../../support/random-items.ts';

const held = randomItems(7);
const store = withoutTitles();
const ask = async (view: ItemsView, of: Held = held) => (await itemsAnswer(of, store, view)).data;
const ids = ({ items }: ItemsAnswer['data']) => items.map(({ id }) => id);

async function turned(
  view: ItemsView,
  way: 'next' | 'previous',
  cursor: string | null,
): Promise<ItemsAnswer['data'][]> {
  const pages: ItemsAnswer['data'][] = [];
  for (let place = cursor; place !== null; place = pages.at(-1)?.[way] ?? null) {
    pages.push(await ask({ ...view, cursor: place }));
  }
  return pages;
}

/** What an item is sorted by, as the answer itself tells it. */
function sortedBy(
  item: ItemsAnswer['data']['items'][number],
  sort: ItemsAnswer['asked']['sort'],
): number | null {
  if (sort === 'lines') return item.lines;
  if (sort !== 'opened' && sort !== 'merged') return item.hours[sort].hours;
  const at = item.at[sort];
  return at === null ? null : Date.parse(at);
}

describe.each(ItemSort.enum)('a list sorted by %s', (sort) => {
  it.each(['asc', 'desc'] as const)(
    '%s shows each item once, unknown values last, and is the same backwards',
    async (order) => {
      const view: ItemsView = { window: 'all', sort, order, limit: '23' };
      const first = await ask(view);
      const pages = [first, ...(await turned(view, 'next', first.next))];
      const all = pages.flatMap(ids);
      expect(new Set(all).size).toBe(all.length);
      expect(all.length).toBe(first.count);
      expect(pages.map(({ before }) => before)).toEqual(pages.map((_, page) => page * 23));

      const values = pages.flatMap(({ items }) => items.map((item) => sortedBy(item, sort)));
      const known = values.filter((value) => value !== null);
      expect(values.slice(0, known.length)).toEqual(known);
      expect(known).toEqual(known.toSorted((one, other) => (order === 'asc' ? one - other : other - one)));

      const back = await turned(view, 'previous', pages.at(-1)?.previous ?? null);
      expect(back.toReversed().map(ids)).toEqual(pages.slice(0, -1).map(ids));
      expect(back.at(-1)?.before).toBe(0);
    },
  );

  it('is in the same order in its file', async () => {
    const view: ItemsView = { window: 'all', sort };
    const pages = await ask({ ...view, limit: '200' });
    const whole = [
      ...ids(pages),
      ...(await turned({ ...view, limit: '200' }, 'next', pages.next)).flatMap(ids),
    ];
    const lines = (await collected(itemsCsv(held, store, view))).join('').split('\r\n');
    expect(lines.slice(1, -1).map((line) => line.split(',')[0])).toEqual(whole);
  });
});

describe('a cursor', () => {
  const view: ItemsView = { window: 'all', limit: '10' };
  const refusal = (text: string, asked: ItemsView = view) => {
    try {
      void itemsAnswer(held, store, { ...asked, cursor: text });
    } catch (error) {
      if (error instanceof QuestionError) return error;
    }
    throw new Error('it was answered');
  };

  it('that was forged is refused in a sentence, whatever it holds', async () => {
    const { next } = await ask(view);
    const parts: unknown[] = JSON.parse(Buffer.from(next ?? '', 'base64url').toString());
    const written = (change: (all: unknown[]) => unknown) =>
      Buffer.from(JSON.stringify(change([...parts]))).toString('base64url');
    const forged = [
      'nonsense',
      '%%%',
      written((all) => all.slice(1)),
      written((all) => all.with(2, 1)),
      written((all) => all.with(0, 'beside')),
      written((all) => all.with(3, 'github:github.com/acme/other#1')),
      written((all) => all.with(1, null)),
      written(() => ({})),
    ];
    for (const text of forged) {
      const { code, field, message } = refusal(text);
      expect([code, field, message.split(':')[0]]).toEqual([
        'unknown-cursor',
        'cursor',
        'This cursor is none that was given out for this list',
      ]);
    }
  });

  it('is good for its own list only, but for pages of any size', async () => {
    const { next } = await ask(view);
    expect(refusal(next ?? '', { ...view, sort: 'lines' }).code).toBe('unknown-cursor');
    expect(refusal(next ?? '', { ...view, state: 'open' }).code).toBe('unknown-cursor');
    expect((await ask({ ...view, limit: '3', cursor: next ?? '' })).before).toBe(10);
  });

  it('of older data begins the list again, and says so', async () => {
    const { next } = await ask(view);
    const newer: Held = { ...held, snapshot: { ...held.snapshot, generation: held.snapshot.generation + 1 } };
    const { data, warnings } = await itemsAnswer(newer, store, { ...view, cursor: next ?? '' });
    expect(data.before).toBe(0);
    expect(warnings[0]).toEqual({
      code: 'cursor-outdated',
      message: 'The data have changed since that page was shown, so the list begins again.',
    });
  });

  it('means the same to a program that was started again, which numbers its repositories anew', async () => {
    const { next } = await ask(view);
    const expected = await ask({ ...view, cursor: next ?? '' });
    const again = randomItems(7);
    const [one, other] = [
      again.snapshot.repositories.values[0] ?? '',
      again.snapshot.repositories.values[1] ?? '',
    ];
    expect(one < other || other < one).toBe(true);
    expect(ids(await ask({ ...view, cursor: next ?? '' }, again))).toEqual(ids(expected));
  });
});

describe('a page', () => {
  it.each(['0', '201', '9999'])('of %s items is refused', (limit) => {
    expect(() => itemsAnswer(held, store, { limit })).toThrow('A page has 1 to 200 items.');
  });

  it('has forty items unless asked', async () => {
    expect((await ask({ window: 'all' })).items).toHaveLength(40);
    expect((await ask({ window: 'all', limit: '200' })).items).toHaveLength(200);
  });
});
