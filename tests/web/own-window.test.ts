import { describe, expect, test } from 'vitest';
import { usualView } from '../../server/contract/view.ts';
import { mondayOf, possibleDay, sundayOf } from '../../web/filters/calendar-day.ts';
import { chipsOf, withoutChip } from '../../web/filters/chips.ts';
import { describeQuestion, ownWindowLabel } from '../../web/filters/labels.ts';
import { readQuestion, writeQuestion } from '../../web/filters/question.ts';

describe('A calendar day in an address', () => {
  test.each([
    ['2026-08-10', '2026-08-10', '2026-08-10', '2026-08-16'],
    ['2026-08-16', '2026-08-16', '2026-08-10', '2026-08-16'],
    ['2024-02-29', '2024-02-29', '2024-02-26', '2024-03-03'],
    ['2027-01-01', '2027-01-01', '2026-12-28', '2027-01-03'],
  ])('%s is of the week from %s', (text, day, monday, sunday) => {
    expect(possibleDay(text)).toBe(day);
    expect([mondayOf(text), sundayOf(text)]).toEqual([monday, sunday]);
  });

  test.each(['2026-02-30', '2026-13-01', '2025-02-29', '26-08-10', '0026-08-10', '2026-8-1', 'today', ''])(
    '"%s" is none',
    (text) => {
      expect(possibleDay(text)).toBe(undefined);
      expect(readQuestion(`?from=${text}`).unknown).toEqual([`from=${text}`]);
    },
  );
});

describe('A window of one’s own', () => {
  test('stands in the address instead of a usual one', () => {
    const { view, unknown } = readQuestion('?window=12w&from=2026-08-12&to=2026-09-01&since=2026-08-20');
    expect(view).toEqual({ from: '2026-08-12', to: '2026-09-01', since: '2026-08-20' });
    expect(unknown).toEqual([]);
    expect(writeQuestion({ view: { ...view, window: '26w' }, show: 'chart' })).toBe(
      '?from=2026-08-12&to=2026-09-01&since=2026-08-20',
    );
  });

  test('that ends before it begins is not understood', () => {
    const read = readQuestion('?from=2026-09-01&to=2026-08-12&stat=p75');
    expect(read.view).toEqual({ stat: 'p75' });
    expect(read.unknown).toEqual(['from=2026-09-01', 'to=2026-08-12']);
  });

  test.each([
    [{ from: '2026-08-12', to: '2026-09-01' }, '10 Aug to 6 Sep 2026'],
    [{ from: '2026-12-12', to: '2027-01-01' }, '7 Dec 2026 to 3 Jan 2027'],
    [{ from: '2026-08-12' }, 'From 10 Aug 2026'],
    [{ to: '2026-09-01' }, 'Until 6 Sep 2026'],
    [{ from: null, to: null }, null],
  ])('%o is said in the weeks that it comes to: %s', (window, words) => {
    expect(ownWindowLabel(window)).toBe(words);
  });

  test('has one chip, which takes both ends off', () => {
    const view = { from: '2026-08-12', to: '2026-09-01', hours: 'working', since: '2026-08-20' } as const;
    const chips = chipsOf(view, [], []);
    expect(chips.map(({ label }) => label)).toEqual([
      '10 Aug to 6 Sep 2026',
      'Working hours',
      'Before and after 17 Aug 2026',
    ]);
    const left = chips.map((chip) => Object.keys(withoutChip(view, chip)));
    expect(left).toEqual([
      ['hours', 'since'],
      ['from', 'to', 'since'],
      ['from', 'to', 'hours'],
    ]);
  });

  test('is said beside what leaves the page', () => {
    const asked = {
      ...usualView,
      from: '2026-08-10',
      to: '2026-09-06',
      hours: 'working',
      since: '2026-08-17',
    } as const;
    expect(describeQuestion(asked, [], [], false)).toBe(
      'All repositories · 10 Aug to 6 Sep 2026 · Median · By week of opening · Working hours · Before and after 17 Aug 2026',
    );
    expect(describeQuestion({ ...asked, since: null }, [], [], true)).toBe(
      'All repositories · 10 Aug to 6 Sep 2026 · By week of opening',
    );
  });
});

describe('What a page holds in the address of its own', () => {
  test('is left to it, and is unknown elsewhere', () => {
    expect(readQuestion('?sort=size&window=12w', ['sort']).unknown).toEqual([]);
    expect(readQuestion('?sort=size&window=12w').unknown).toEqual(['sort=size']);
  });
});
