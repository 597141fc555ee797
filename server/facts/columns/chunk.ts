import type { Week } from '../../model/week.ts';
import type { PullRequestFact } from '../pull-request-fact.ts';
import { type Columns, columns, type Dictionaries, emptyColumns, UNKNOWN } from './column.ts';

/** The facts of one week, one array a column, never changed once made. Orders by value will be more arrays here. */
export type Chunk = Columns & {
  week: Week;
  size: number;
  ids: readonly string[];
  /** First and last minute of merge in it, so that a question by merge week can pass the chunk over; empty: from > until. */
  merged: { from: number; until: number };
};

/** Collects the facts of one week; `seal` makes them a chunk. */
export type ChunkDraft = {
  add(fact: PullRequestFact, dictionaries: Dictionaries): void;
  /** Takes over one fact of a chunk made before. */
  copy(chunk: Chunk, row: number): void;
  seal(): Chunk;
};

export function chunkDraft(week: Week): ChunkDraft {
  const ids: string[] = [];
  let room = 16;
  let arrays = emptyColumns(room);

  function nextRow(id: string): number {
    if (ids.length === room) {
      room *= 2;
      const wider = emptyColumns(room);
      for (const { name } of columns) wider[name].set(arrays[name]);
      arrays = wider;
    }
    return ids.push(id) - 1;
  }

  return {
    add(fact, dictionaries) {
      const row = nextRow(fact.id);
      for (const { name, pack } of columns) arrays[name][row] = pack(fact, dictionaries);
    },
    copy(chunk, from) {
      const row = nextRow(chunk.ids[from] ?? missing(from));
      for (const { name } of columns) arrays[name][row] = chunk[name][from] ?? missing(from);
    },
    seal() {
      const size = ids.length;
      const packed = emptyColumns(size);
      for (const { name } of columns) packed[name].set(arrays[name].subarray(0, size));
      return { ...packed, week, size, ids, merged: span(packed.mergedAt) };
    },
  };
}

function span(minutes: Int32Array | Uint8Array): Chunk['merged'] {
  const merged = { from: Number.POSITIVE_INFINITY, until: Number.NEGATIVE_INFINITY };
  for (const minute of minutes) {
    if (minute === UNKNOWN) continue;
    if (minute < merged.from) merged.from = minute;
    if (minute > merged.until) merged.until = minute;
  }
  return merged;
}

function missing(row: number): never {
  throw new Error(`the chunk has no row ${row}`);
}
