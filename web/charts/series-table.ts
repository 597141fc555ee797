import type { Point, Series } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDate } from '../../server/words/date.ts';
import { number } from '../../server/words/number.ts';
import { absence, counts, type Stat } from './reading.ts';

export type SeriesTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const statColumns: Record<Stat, string> = { p50: 'Median', p75: '75th percentile', p85: '85th percentile' };

/** The chart's numbers as a table, newest week first: the same weeks, and words where there is no value. */
export function seriesTable(series: Series, stat: Stat): SeriesTable {
  const newestFirst = series.points.toReversed();
  if (counts(series.definition)) {
    return {
      columns: ['Week of', series.definition.name],
      rows: newestFirst.map((point) => [weekCell(point), absence(point) ?? bare(point.value ?? 0, series)]),
    };
  }
  const { unit } = series.definition;
  // The middle half comes with the median only.
  const banded = series.points.some((point) => point.low !== null && point.high !== null);
  const half = (value: number | null) => (value === null ? '–' : amount(value, unit));
  return {
    columns: [
      'Week of',
      statColumns[stat],
      ...(banded ? ['25th percentile', '75th percentile'] : []),
      'Pull requests',
    ],
    rows: newestFirst.map((point) => [
      weekCell(point),
      absence(point) ?? amount(point.value ?? 0, unit),
      ...(banded ? [half(point.low), half(point.high)] : []),
      `${number(point.n)} of ${number(point.of)}`,
    ]),
  };
}

/** Without the unit, which the column's name has. */
function bare(value: number, { definition }: Series): string {
  return amount(value, definition.unit).replace(/ pull requests?( per person)?$/, '');
}

function weekCell(point: Point): string {
  return point.running ? `${calendarDate(point.week)} (running)` : calendarDate(point.week);
}
