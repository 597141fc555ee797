import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import type { Metric } from '../../metrics/definition.ts';
import type { Week } from '../../model/week.ts';
import { dataEndOf } from '../data-end.ts';
import type { Held } from '../live.ts';
import type { AskedRepositories } from '../repositories.ts';
import { openWeeks } from './open-at.ts';
import { type By, hasWeek, type Standing, standingOf } from './standing.ts';

/** One item as one metric sees it. */
export type Seen = {
  chunk: Chunk;
  row: number;
  metric: Metric;
  standing: Standing;
  /** The week that it belongs to; null: nobody knows. */
  week: Week | null;
  /** Whether the data reach that week; else some clock was wrong. */
  inData: boolean;
  /** At the ends of which weeks it counts as open work; null: at none, or the metric is about other work. */
  open: { first: Week; last: Week } | null;
  /** The minute until which its repository is known. */
  until: number;
  zone: string;
};

export function seenBy(
  { metric, by }: { metric: Metric; by: By },
  { chunk, row }: { chunk: Chunk; row: number },
  held: Held,
  repositories: AskedRepositories,
): Seen {
  const { weeks } = held.snapshot;
  const { dataUntil } = repositories;
  const dataEnd = dataEndOf(held, repositories);
  const last = dataUntil === null ? null : weeks.weekOf(dataUntil);
  const week = weekOf(chunk, row, by);
  return {
    chunk,
    row,
    metric,
    standing: standingOf(chunk, row, metric, by, repositories),
    week,
    inData: week !== null && last !== null && week <= last,
    open: metric.of !== 'open' || last === null ? null : openWeeks(chunk, row, weeks, last, dataEnd),
    until: dataEnd.ofRepository[chunk.repository[row] ?? 0] ?? 0,
    zone: weeks.zone,
  };
}

/** Whether any point of the metric's figure counts it, whatever the window. */
export function countsSomewhere({ metric, standing, inData, open }: Seen): boolean {
  if (standing.is !== 'counted') return false;
  return metric.of === 'open' ? open !== null : inData;
}

function weekOf(chunk: Chunk, row: number, by: By): Week | null {
  if (!hasWeek(chunk, row, by)) return null;
  const merged = chunk.mergeWeek[row] ?? UNKNOWN;
  return by === 'merge' && merged !== UNKNOWN ? merged : chunk.week;
}
