import type { Week, WeekTable } from '../../model/week.ts';
import type { PullRequestFact } from '../pull-request-fact.ts';
import { type Chunk, chunkOf } from './chunk.ts';
import { type Columns, columns, type Dictionaries, emptyColumns, UNKNOWN } from './column.ts';
import { impliedId } from './fact-id.ts';
import { byRepository } from './slice.ts';

/** Collects the facts of one week; `seal` makes them a chunk. */
export type ChunkDraft = {
  add(fact: PullRequestFact, dictionaries: Dictionaries): void;
  /** Takes over the facts of a chunk made before, but for those in some rows. */
  takeOver(chunk: Chunk, without: ReadonlySet<number>): void;
  /** Null when there is nothing in it. */
  seal(weeks: WeekTable): Chunk | null;
};

export function chunkDraft(week: Week): ChunkDraft {
  const ids = new Map<number, string>();
  let size = 0;
  let room = 16;
  let arrays = emptyColumns(room);

  function makeRoom(more: number): void {
    if (size + more <= room) return;
    room = Math.max(2 * room, size + more);
    const wider = emptyColumns(room);
    for (const { name } of columns) wider[name].set(arrays[name]);
    arrays = wider;
  }

  return {
    add(fact, dictionaries) {
      makeRoom(1);
      for (const { name, pack } of columns) arrays[name][size] = pack(fact, dictionaries);
      if (fact.id !== impliedId(fact)) ids.set(size, fact.id);
      size += 1;
    },
    takeOver(chunk, without) {
      const kept = Uint32Array.from({ length: chunk.size }, (_, row) => row).filter(
        (row) => !without.has(row),
      );
      makeRoom(kept.length);
      for (const { name } of columns) gather(chunk[name], kept, arrays[name].subarray(size));
      moveIds(chunk.ids, kept, ids, size);
      size += kept.length;
    },
    seal(weeks) {
      if (size === 0) return null;
      const order = byRepository(arrays, size);
      const sorted = emptyColumns(size);
      for (const { name } of columns) gather(arrays[name], order, sorted[name]);
      const moved = new Map<number, string>();
      moveIds(ids, order, moved, 0);
      return chunkOf(week, sorted, moved, weeks);
    },
  };
}

function gather(from: Columns[keyof Columns], rows: Uint32Array, to: Columns[keyof Columns]): void {
  for (let row = 0; row < rows.length; row++) to[row] = from[rows[row] ?? 0] ?? UNKNOWN;
}

/** Ids of `rows`, which come to lie one behind the other from a first row on. */
function moveIds(ids: Chunk['ids'], rows: Uint32Array, to: Map<number, string>, first: number): void {
  if (ids.size === 0) return;
  rows.forEach((from, row) => {
    const id = ids.get(from);
    if (id !== undefined) to.set(first + row, id);
  });
}
