import { describe, expect, test } from 'vitest';
import { itemsHref } from '../../web/filters/items-address.ts';
import { columnGroups, itemsNames, readItems, withItems } from '../../web/filters/items-filters.ts';
import { readQuestion } from '../../web/filters/question.ts';

describe('The address of the items behind a mark', () => {
  test('holds what chooses them, and nothing that only sums them up', () => {
    expect(itemsHref({})).toBe('/items');
    expect(
      itemsHref(
        {
          window: '12w',
          stat: 'p85',
          since: '2026-03-02',
          by: 'merge',
          team: ['b', 'a'],
          repo: 'github:h/o/r',
        },
        { measure: 'pickup-time', week: '2026-08-10' },
      ),
    ).toBe(
      '/items?repo=github%3Ah%2Fo%2Fr&team=b&team=a&window=12w&by=merge&measure=pickup-time&week=2026-08-10',
    );
  });

  test('leaves defaults out, and takes the team of the mark for those of the view', () => {
    expect(
      itemsHref({ window: '52w', by: 'opening', hours: 'calendar', team: ['a', 'b'] }, { team: 'b' }),
    ).toBe('/items?team=b');
  });

  test('is read by the page as it was meant', () => {
    const href = itemsHref(
      { window: '26w' },
      { measure: 'cycle-time', leftOut: 'back-port', state: 'merged', id: 'github:h/o/r#1&2' },
    );
    const search = href.slice(href.indexOf('?'));
    expect(readItems(search)).toEqual({
      place: { measure: 'cycle-time', leftOut: 'back-port', state: 'merged', id: 'github:h/o/r#1&2' },
      unknown: [],
    });
    expect(readQuestion(search, itemsNames)).toMatchObject({ view: { window: '26w' }, unknown: [] });
  });
});

describe('What the page of items has in its address', () => {
  test('is read back from its own address', () => {
    const place = {
      measure: 'batch-size',
      week: '2026-08-10',
      state: 'left-out',
      leftOut: 'no-value',
      waiting: 'in-review',
      age: '2w-4w',
      id: 'a#1',
      q: 'ä & b',
      sort: 'lines',
      order: 'asc',
      cursor: 'abc_-',
      columns: 'dates',
    } as const;
    const address = withItems('?window=12w', place);
    expect(address.startsWith('?window=12w&measure=batch-size')).toBe(true);
    expect(readItems(address)).toEqual({ place, unknown: [] });
    expect(Object.keys(place)).toEqual(itemsNames);
    expect(columnGroups).toContain(place.columns);
  });

  test.each([
    'measure=author',
    'week=9w',
    'week=2026-02-30',
    'state=done',
    'leftOut=x',
    'waiting=merge',
    'age=9w',
    'q=',
    'sort=author',
    'order=up',
    'columns=all',
  ])('and says what it does not know: %s', (unknown) => {
    expect(readItems(`?${unknown}`)).toEqual({ place: {}, unknown: [unknown] });
  });
});
