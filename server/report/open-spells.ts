import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import { perChunk } from '../facts/columns/per-chunk.ts';
import { MINUTE } from '../model/instant.ts';
import type { Week, WeekTable } from '../model/week.ts';

/** Stands for now, after every week: what is open still is so then. */
export const NOW: Week = 2 ** 31 - 2;
const NEVER = 2 ** 31 - 1;

/**
 * Rows of a chunk that take part and are open at some week's end, by ascending number: the first week at whose end each is so, the
 * first at whose end it is ready for review as well, and the first at whose end it is open no longer.
 */
export type OpenSpells = { rows: Int32Array; opened: Week; ready: Int32Array; until: Int32Array };

/** Found once for each chunk: a question is about few of its weeks, and most rows are open at no week's end. */
export const openSpells = perChunk<WeekTable, OpenSpells>((chunk, weeks) => {
  const [rows, ready, until]: number[][] = [[], [], []];
  const [readyWeek, closingWeek] = [weeksIn(weeks), weeksIn(weeks)];
  const { readyAt, openedAt, leftOut } = chunk;
  for (const slice of chunk.slices) {
    if (slice.kind !== 'opened') continue;
    for (let row = slice.from; row < slice.until; row++) {
      if (leftOut[row] !== 0) continue;
      const end = endOf(chunk, row, closingWeek);
      if (end <= chunk.week) continue;
      rows?.push(row);
      until?.push(end);
      const at = readyAt[row] ?? UNKNOWN;
      const atOnce = at !== UNKNOWN && at <= (openedAt[row] ?? UNKNOWN);
      ready?.push(atOnce ? chunk.week : at === UNKNOWN ? NEVER : Math.max(chunk.week, readyWeek(at)));
    }
  }
  const packed = (values: number[] | undefined) => Int32Array.from(values ?? []);
  return { rows: packed(rows), opened: chunk.week, ready: packed(ready), until: packed(until) };
}, null);

function endOf({ mergeWeek, closedAt }: Chunk, row: number, weekOf: (minute: number) => Week): Week {
  const merged = mergeWeek[row] ?? UNKNOWN;
  if (merged !== UNKNOWN) return merged;
  const closed = closedAt[row] ?? UNKNOWN;
  return closed === UNKNOWN ? NEVER : weekOf(closed);
}

/** Most instants of one chunk fall into the week of the one before them. */
function weeksIn(weeks: WeekTable): (minute: number) => Week {
  let [week, begin, end] = [UNKNOWN, 0, 0];
  return (minute) => {
    if (minute < begin || minute >= end) {
      week = weeks.weekOf(minute * MINUTE);
      begin = weeks.weekStart(week) / MINUTE;
      end = weeks.weekStart(week + 1) / MINUTE;
    }
    return week;
  };
}
