import { describe, expect, test } from 'vitest';
import type { Point, ResolvedView } from '../../server/contract/index.ts';
import { usualView } from '../../server/contract/view.ts';
import { prepareSeries } from '../../web/charts/prepare-series.ts';
import { seriesTable } from '../../web/charts/series-table.ts';
import { seriesAnswer } from '../support/answers.ts';

const asked: ResolvedView = { ...usualView, window: '12w', by: 'merge' };
const monday = Date.UTC(2026, 7, 3);

function week(index: number, change: Partial<Point> = {}): Point {
  const label = new Date(monday + index * 7 * 86_400_000).toISOString().slice(0, 10);
  return {
    week: label,
    state: 'value',
    value: 30,
    low: 10,
    high: 60,
    n: 12,
    open: 0,
    of: 14,
    people: null,
    young: false,
    running: false,
    ...change,
  };
}

const nothing = { value: null, low: null, high: null };
const tooFew = { ...nothing, state: 'too-few', n: 3, of: 5 } as const;
const empty = { ...nothing, state: 'empty', n: 0, of: 0 } as const;

function prepared(
  points: Point[],
  measure: 'cycle-time' | 'merged-pull-requests' | 'batch-size' = 'cycle-time',
  width = 900,
) {
  return prepareSeries(seriesAnswer(measure, asked, { points }).data, 'p50', width);
}

describe('A prepared series', () => {
  test('keeps unknown weeks as gaps, never as zeros', () => {
    const { weeks } = prepared([week(0), week(1, tooFew), week(2, empty), week(3)]);
    expect(weeks.map(({ full }) => full)).toEqual([30, null, null, 30]);
    expect(weeks.map(({ band }) => band)).toEqual([[10, 60], null, null, [10, 60]]);
  });

  test('keeps a count of zero as zero', () => {
    const { weeks, mark } = prepared(
      [week(0, { value: 0, low: null, high: null }), week(1)],
      'merged-pull-requests',
    );
    expect(mark).toBe('bars');
    expect(weeks.map(({ full }) => full)).toEqual([0, 30]);
  });

  test('sets the running week apart and joins it to the full week before', () => {
    const { weeks } = prepared([
      week(0, { value: 40 }),
      week(1, { value: 50 }),
      week(2, { value: 20, running: true }),
    ]);
    expect(weeks.map(({ full }) => full)).toEqual([40, 50, null]);
    expect(weeks.map(({ changing }) => changing)).toEqual([null, 50, 20]);
    expect(weeks[2]?.band).toBe(null);
  });

  test('dashes weeks that have not been followed for long enough, over a paler band', () => {
    const young = { young: true };
    const { weeks, last } = prepared([
      week(0, { value: 40 }),
      week(1, { value: 50 }),
      week(2, { value: 30, ...young }),
      week(3, { value: 20, ...young }),
      week(4, { ...tooFew, ...young, running: true }),
    ]);
    expect(weeks.map(({ full }) => full)).toEqual([40, 50, null, null, null]);
    expect(weeks.map(({ changing }) => changing)).toEqual([null, 50, 30, 20, null]);
    expect(weeks.map(({ band }) => band?.[1] ?? null)).toEqual([60, 60, null, null, null]);
    expect(weeks.map(({ changingBand }) => changingBand?.[1] ?? null)).toEqual([null, 60, 60, 60, null]);
    expect([weeks[3]?.mayChange, weeks[3]?.reading.rest.at(-1)]).toEqual([
      true,
      'Followed for a short time: it may still change.',
    ]);
    expect(last).toBe('2026-08-24');
  });

  test('joins nothing across a gap, nor bars', () => {
    const gap = prepared([week(0), week(1, tooFew), week(2, { running: true })]);
    expect(gap.weeks.map(({ changing }) => changing)).toEqual([null, null, 30]);
    const bars = prepared([week(0), week(1, { running: true })], 'merged-pull-requests');
    expect(bars.weeks.map(({ changing }) => changing)).toEqual([null, 30]);
    const unknown = prepared([week(0), week(1, { ...tooFew, running: true })]);
    expect(unknown.weeks.map(({ changing }) => changing)).toEqual([null, null]);
  });

  test('marks a week that no line touches', () => {
    const { weeks } = prepared([week(0), week(1), week(2, empty), week(3), week(4, tooFew)]);
    expect(weeks.map(({ alone }) => alone)).toEqual([false, false, false, true, false]);
    expect(prepared([week(0)]).weeks[0]?.alone).toBe(true);
  });

  test('begins its scale at zero and ends it on a round number in a unit that fits', () => {
    const labels = (
      value: number,
      measure: 'cycle-time' | 'batch-size' | 'merged-pull-requests' = 'cycle-time',
    ) => prepared([week(0, { value, low: null, high: null })], measure).scale.ticks.map(({ label }) => label);
    expect(labels(31)).toEqual(['0', '8', '16', '24', '32 hours']);
    expect(labels(100)).toEqual(['0', '1', '2', '3', '4', '5 days']);
    expect(labels(0.4)).toEqual(['0', '10', '20', '30 min']);
    expect(labels(0, 'merged-pull-requests')).toEqual(['0', '1 pull request']);
    expect(labels(37, 'merged-pull-requests')).toEqual(['0', '10', '20', '30', '40 pull requests']);
    expect(labels(1_230, 'batch-size')).toEqual(['0', '500', '1,000', '1,500 lines']);
  });

  test('reaches every value, and nine in ten of the bands, and counts the others', () => {
    const high = (value: number) => ({ value: 20, low: 5, high: value });
    const points = Array.from({ length: 20 }, (_, index) => week(index, high(index === 7 ? 2_000 : 60)));
    const { scale, beyond } = prepared(points);
    expect([scale.top, beyond]).toEqual([72, 1]);
    expect(prepared([week(0), week(1, { value: 4_000 })]).scale.top).toBeGreaterThanOrEqual(4_000);
  });

  test('labels the last full week from high to low, and not the running one', () => {
    const { ends, last, end } = prepared([
      week(0),
      week(1, { value: 35, low: 12, high: 66 }),
      week(2, { value: 9, running: true }),
    ]);
    expect(ends.map(({ name, amount }) => `${name} ${amount}`)).toEqual([
      '75 % within 2.8 days',
      'half within 35 hours',
      '25 % within 12 hours',
    ]);
    expect([last, end]).toEqual(['2026-08-10', '2026-08-17']);
  });

  test('puts no more labels under the weeks than there is room for', () => {
    const year = Array.from({ length: 53 }, (_, index) => week(index));
    expect(prepared(year, 'cycle-time', 1000).xTicks.map(({ label }) => label)).toEqual([
      'Aug 2026',
      'Sep',
      'Oct',
      'Nov',
      'Dec',
      'Jan 2027',
      'Feb',
      'Mar',
      'Apr',
      'May',
      'Jun',
      'Jul',
      'Aug',
    ]);
    for (const width of [140, 260, 400, 900]) {
      for (const length of [1, 2, 13, 14, 15, 27, 53, 105, 400]) {
        const points = Array.from({ length }, (_, index) => week(index));
        const { xTicks, yWidth, right } = prepared(points, 'cycle-time', width);
        expect(xTicks.length).toBeGreaterThan(0);
        expect(xTicks.length).toBeLessThanOrEqual(Math.max(1, Math.floor((width - yWidth - right) / 62)));
      }
    }
  });

  test('leaves its end room for the longest of its labels', () => {
    const right = (low: number) => prepared([week(0, { low })], 'cycle-time', 358).right;
    expect(right(1)).toBe(80);
    // "under a minute"
    expect(right(0.001)).toBeGreaterThan(95);
  });

  test('leaves its end without labels where they would leave no room for the plot', () => {
    expect(prepared([week(0)], 'cycle-time', 358).ends).toHaveLength(3);
    expect(prepared([week(0)], 'cycle-time', 144)).toMatchObject({ ends: [], right: 8 });
  });

  test('draws nothing when no week has a value', () => {
    expect(prepared([week(0, tooFew), week(1, empty)]).drawable).toBe(false);
    expect(prepared([]).drawable).toBe(false);
    expect(prepared([week(0, { running: true })]).drawable).toBe(true);
  });

  test('says each week in words', () => {
    const { weeks } = prepared([week(0), week(1, tooFew), week(2, empty), week(3, { running: true })]);
    expect(weeks.map(({ reading }) => reading)).toEqual([
      {
        week: 'Week of 3 Aug 2026',
        value: 'Half within 30 hours',
        rest: ['Middle half 10 hours to 2.5 days', '12 of 14 pull requests'],
      },
      { week: 'Week of 10 Aug 2026', value: 'Too few: 3 pull requests, and we show 5 or more', rest: [] },
      {
        week: 'Week of 17 Aug 2026',
        value: 'That week has no merged pull request with known commits. This is not zero hours.',
        rest: [],
      },
      {
        week: 'Week of 24 Aug 2026',
        value: 'Half within 30 hours',
        rest: ['Middle half 10 hours to 2.5 days', '12 of 14 pull requests', 'This week is still running.'],
      },
    ]);
  });
});

describe('The table of a series', () => {
  const points = [week(0), week(1, tooFew), week(2, empty), week(3, { value: 52, running: true })];

  test('has the same weeks, newest first, and words where the chart has gaps', () => {
    const table = seriesTable(seriesAnswer('cycle-time', asked, { points }).data, 'p50');
    expect(table.columns).toEqual([
      'Week of',
      'Median',
      '25th percentile',
      '75th percentile',
      'Pull requests',
    ]);
    expect(table.rows).toEqual([
      ['24 Aug 2026 (running)', '2.2 days', '10 hours', '2.5 days', '12 of 14'],
      ['17 Aug 2026', 'no data', '–', '–', '0 of 0'],
      ['10 Aug 2026', 'too few (3)', '–', '–', '3 of 5'],
      ['3 Aug 2026', '30 hours', '10 hours', '2.5 days', '12 of 14'],
    ]);
  });

  test('says which weeks may still change', () => {
    const young = [week(0, { young: true }), week(1, { ...tooFew, young: true })];
    const { rows } = seriesTable(seriesAnswer('time-to-merge', asked, { points: young }).data, 'p50');
    expect(rows.map(([first]) => first)).toEqual(['10 Aug 2026', '3 Aug 2026 (may still change)']);
  });

  test('has no columns for a middle half that was not asked for', () => {
    const bare = points.map((point) => ({ ...point, low: null, high: null }));
    expect(seriesTable(seriesAnswer('batch-size', asked, { points: bare }).data, 'p85').columns).toEqual([
      'Week of',
      '85th percentile',
      'Pull requests',
    ]);
  });

  test('counts in one column, and a zero is a zero', () => {
    const counted = [week(0, { value: 0 }), week(1, { value: 1_204 })];
    const table = seriesTable(seriesAnswer('merged-pull-requests', asked, { points: counted }).data, 'p50');
    expect(table).toEqual({
      columns: ['Week of', 'Merged pull requests'],
      rows: [
        ['10 Aug 2026', '1,204'],
        ['3 Aug 2026', '0'],
      ],
    });
  });
});
