import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import { PATIENCE } from '../../metrics/open-items.ts';
import type { DataEnd } from '../../metrics/selection.ts';
import { MINUTE } from '../../model/instant.ts';
import type { Week, WeekTable } from '../../model/week.ts';

/** The end of a week, at which a measure of open work looks. */
export type WeekEnd = { week: Week; minute: number; dataEnd: DataEnd };

/** The running week ends with the data. */
export function weekEnd({ weekStart }: WeekTable, week: Week, dataEnd: DataEnd): WeekEnd {
  return { week, minute: Math.min(weekStart(week + 1) / MINUTE, dataEnd.last), dataEnd };
}

/**
 * Whether an item is open then, ready or not, as `metrics/open-items.ts` counts it: opened before, neither merged nor closed, and in
 * a repository of which is known what has become of it. Openings and merges are told by their weeks.
 */
export function isOpenAt(chunk: Chunk, row: number, { week, minute, dataEnd }: WeekEnd): boolean {
  const { openedAt, closedAt, mergeWeek, repository } = chunk;
  const merged = mergeWeek[row] ?? UNKNOWN;
  if (openedAt[row] === UNKNOWN || chunk.week > week || merged === chunk.week) return false;
  if (minute > (dataEnd.ofRepository[repository[row] ?? 0] ?? 0) + PATIENCE) return false;
  if (merged !== UNKNOWN) return week < merged;
  const closed = closedAt[row] ?? UNKNOWN;
  return closed === UNKNOWN || minute <= closed;
}

/** Until then it is a draft. */
export function isReadyAt({ openedAt, readyAt }: Chunk, row: number, { minute }: WeekEnd): boolean {
  const ready = readyAt[row] ?? UNKNOWN;
  return ready !== UNKNOWN && (ready === openedAt[row] || minute > ready);
}

/** The first and the last week at whose end it is open and ready; null: at none. */
export function openWeeks(
  chunk: Chunk,
  row: number,
  weeks: WeekTable,
  until: Week,
  dataEnd: DataEnd,
): { first: Week; last: Week } | null {
  let last: Week | null = null;
  for (let week = until; week >= chunk.week; week--) {
    const end = weekEnd(weeks, week, dataEnd);
    const counts = isOpenAt(chunk, row, end) && isReadyAt(chunk, row, end);
    if (counts) last ??= week;
    else if (last !== null) return { first: week + 1, last };
  }
  return last === null ? null : { first: chunk.week, last };
}
