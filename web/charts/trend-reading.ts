import type { ImpactTrend } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDate } from '../../server/words/date.ts';
import { count, number } from '../../server/words/number.ts';
import type { Reading } from './reading.ts';
import { trendNames } from './trend-notes.ts';

/** Four weeks of the trend in words, for whoever points at them or steps to them with the arrow keys. */
export function trendReading(trend: ImpactTrend, index: number): Reading {
  const point = trend.points[index];
  if (point === undefined) throw new Error(`the trend has no point ${index}`);
  const names = trendNames(trend);
  const hours = (value: number) => amount(value, 'hours');
  const expected = trend.expected.find(({ from }) => from === point.from);
  const other = trend.others.find(({ from }) => from === point.from);
  const range =
    expected === undefined || expected.low === null || expected.high === null
      ? ''
      : ` (${hours(expected.low)} to ${hours(expected.high)})`;
  return {
    week: `4 weeks from ${calendarDate(point.from)}`,
    value: medianOf(point, hours),
    rest: [
      ...(point.low === null || point.high === null
        ? []
        : [`Middle half ${hours(point.low)} to ${hours(point.high)}`]),
      ...(expected === undefined ? [] : [`Expected ${hours(expected.value)}${range}`]),
      ...(other?.value == null ? [] : [`${called(names.others)}: ${hours(other.value)}`]),
      ...(point.n === 0 ? [] : [count(point.n, 'item')]),
      ...(point.state === 'young' ? ['Followed for a short time: it may still change.'] : []),
    ],
  };
}

function medianOf(
  { state, value, n }: ImpactTrend['points'][number],
  hours: (value: number) => string,
): string {
  if (state === 'too-few') return `Too few: ${number(n)}, and we show five or more`;
  return state === 'empty' || value === null ? 'Nothing began in these weeks' : `Half within ${hours(value)}`;
}

/** "Teams that have not started" */
function called(others: string): string {
  return others === 'not started' ? 'Teams that have not started' : `Teams that ${others}`;
}
