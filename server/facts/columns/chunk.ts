import { MINUTE } from '../../model/instant.ts';
import type { Week, WeekTable } from '../../model/week.ts';
import { type Columns, UNKNOWN } from './column.ts';
import { narrowed } from './columns-room.ts';
import { type Slice, slicesOf } from './slice.ts';

/** Ids by row, of those rows (pushes, mostly) whose repository and number do not tell them. */
export type OwnIds = ReadonlyMap<number, string>;

/** The facts of one week, one array a column, never changed once made. Its rows lie by repository. */
export type Chunk = Columns & {
  week: Week;
  size: number;
  ids: OwnIds;
  slices: readonly Slice[];
  /** The week of each merge; UNKNOWN for what is not merged. */
  mergeWeek: Int32Array;
  /** First and last minute of merge in it, so that a question by merge week can pass the chunk over; empty: from > until. */
  merged: { from: number; until: number };
};

/** A chunk of columns whose rows lie in the order of their slices; those are the same as another's that it is told to be like. */
export function chunkOf(week: Week, columns: Columns, ids: OwnIds, weeks: WeekTable, like?: Chunk): Chunk {
  const sameMerges = like?.mergedAt === columns.mergedAt;
  return {
    ...narrowed(columns),
    week,
    size: columns.repository.length,
    ids,
    slices: like?.slices ?? slicesOf(columns),
    mergeWeek: like && sameMerges ? like.mergeWeek : weeksOf(columns.mergedAt, weeks),
    merged: like && sameMerges ? like.merged : span(columns.mergedAt),
  };
}

/** Most merges of a chunk fall into the week of the one before them. */
function weeksOf(minutes: Columns['mergedAt'], weeks: WeekTable): Int32Array {
  const found = new Int32Array(minutes.length).fill(UNKNOWN);
  let [week, begin, end] = [UNKNOWN, 0, 0];
  for (let row = 0; row < minutes.length; row++) {
    const minute = minutes[row] ?? UNKNOWN;
    if (minute === UNKNOWN) continue;
    if (minute < begin || minute >= end) {
      week = weeks.weekOf(minute * MINUTE);
      begin = weeks.weekStart(week) / MINUTE;
      end = weeks.weekStart(week + 1) / MINUTE;
    }
    found[row] = week;
  }
  return found;
}

function span(minutes: Columns['mergedAt']): Chunk['merged'] {
  const merged = { from: Number.POSITIVE_INFINITY, until: Number.NEGATIVE_INFINITY };
  for (const minute of minutes) {
    if (minute === UNKNOWN) continue;
    if (minute < merged.from) merged.from = minute;
    if (minute > merged.until) merged.until = minute;
  }
  return merged;
}
