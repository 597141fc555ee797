import type { Metric } from '../metrics/definition.ts';
import { DAY, type Instant } from '../model/instant.ts';
import type { Week, WeekTable } from '../model/week.ts';

/** The end of some weeks, from `first` up to, without, `end`, of which everything merged has been followed for some days. */
export function settledEnd(
  table: WeekTable,
  { first, end }: { first: Week; end: Week },
  days: number,
  dataUntil: Instant,
): Week {
  let settled = end;
  while (settled > first && table.weekStart(settled) + days * DAY > dataUntil) settled -= 1;
  return settled;
}

/** As many days as a metric's items have to be followed after the merge until they are told of; null: none. */
export function daysToSettle(metric: Metric): number | null {
  return metric.kind === 'count' ? (metric.settles ?? null) : null;
}
