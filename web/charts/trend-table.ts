import type { ImpactTrend } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDate } from '../../server/words/date.ts';
import { number } from '../../server/words/number.ts';
import { trendNames } from './trend-notes.ts';

type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

const hours = (value: number | null | undefined) => (value == null ? '–' : amount(value, 'hours'));

/** The newest first. */
export function trendTable(trend: ImpactTrend): Table {
  const { points, others, expected } = trend;
  const names = trendNames(trend);
  const other = new Map(others.map((one) => [one.from, one.value]));
  const wanted = new Map(expected.map((one) => [one.from, one.value]));
  const value = ({ state, value: median, n }: (typeof points)[number]) => {
    if (state === 'too-few') return `too few (${number(n)})`;
    return state === 'empty' ? 'no data' : hours(median);
  };
  return {
    columns: [
      ...['4 weeks from', `Teams: ${names.started}`, 'Middle half', 'Expected'],
      ...[`Teams: ${names.others}`, 'Items'],
    ],
    rows: points
      .toReversed()
      .map((point) => [
        `${calendarDate(point.from)}${point.state === 'young' ? ' (may still change)' : ''}`,
        value(point),
        point.low === null || point.high === null ? '–' : `${hours(point.low)} to ${hours(point.high)}`,
        hours(wanted.get(point.from)),
        hours(other.get(point.from)),
        number(point.n),
      ]),
  };
}
