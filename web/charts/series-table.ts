import type { Point, Series } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDate } from '../../server/words/date.ts';
import { number } from '../../server/words/number.ts';
import { absence, counts, isShare, type Stat } from './reading.ts';

export type SeriesTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const statColumns: Record<Stat, string> = { p50: 'Median', p75: '75th percentile', p85: '85th percentile' };

/** The chart's numbers as a table, newest week first: the same weeks, and words where there is no value. */
export function seriesTable(series: Series, stat: Stat): SeriesTable {
  const newestFirst = series.points.toReversed();
  if (isShare(series.definition)) {
    return {
      columns: ['Week of', series.definition.name, 'Of pull requests'],
      rows: newestFirst.map((point) => [
        weekCell(point),
        absence(point) ?? bare(point.value ?? 0, series),
        number(point.n),
      ]),
    };
  }
  if (counts(series.definition)) {
    return {
      columns: ['Week of', series.definition.name],
      rows: newestFirst.map((point) => [weekCell(point), absence(point) ?? bare(point.value ?? 0, series)]),
    };
  }
  const { definition } = series;
  const { unit } = definition;
  // The middle half comes with the median only.
  const banded = series.points.some((point) => point.low !== null && point.high !== null);
  const half = (value: number | null) => (value === null ? '–' : amount(value, unit));
  return {
    columns: [
      'Week of',
      statColumns[stat],
      ...(banded ? ['25th percentile', '75th percentile'] : []),
      definition.items === 'issues' ? 'Issues' : 'Pull requests',
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
  return amount(value, definition.unit).replace(/ (?:pull request|issue)s?( per person)?$/, '');
}

function weekCell(point: Point): string {
  const week = calendarDate(point.week);
  if (point.running) return `${week} (running)`;
  return point.young && absence(point) === null ? `${week} (may still change)` : week;
}
