import type { Week, WeekTable } from '../../model/week.ts';
import type { PullRequestFact } from '../pull-request-fact.ts';
import { type Chunk, chunkOf, type OwnIds } from './chunk.ts';
import { type Columns, columns, type Dictionaries, emptyColumns, UNKNOWN } from './column.ts';
import { impliedId } from './fact-id.ts';
import { byRepository } from './slice.ts';

/** Collects the facts of one week; `seal` makes them a chunk. */
export type ChunkDraft = {
  add(fact: PullRequestFact, dictionaries: Dictionaries): void;
  rows(): DraftRows;
  /** Null when there is nothing in it. */
  seal(weeks: WeekTable): Chunk | null;
};

/** What has been added, in that order; there may be room behind it. */
export type DraftRows = { columns: Columns; ids: OwnIds; size: number };

export function chunkDraft(week: Week, room = 16): ChunkDraft {
  const ids = new Map<number, string>();
  let size = 0;
  let arrays = emptyColumns(room);

  function makeRoom(): void {
    if (size < arrays.repository.length) return;
    const wider = emptyColumns(Math.max(16, 2 * size));
    for (const { name } of columns) wider[name].set(arrays[name]);
    arrays = wider;
  }

  return {
    add(fact, dictionaries) {
      makeRoom();
      for (const { name, pack } of columns) arrays[name][size] = pack(fact, dictionaries);
      if (fact.id !== impliedId(fact)) ids.set(size, fact.id);
      size += 1;
    },
    rows: () => ({ columns: arrays, ids, size }),
    seal(weeks) {
      if (size === 0) return null;
      const order = byRepository(arrays, size);
      const sorted = emptyColumns(size);
      for (const { name } of columns) gather(arrays[name], order, sorted[name]);
      const moved = new Map<number, string>();
      order.forEach((from, row) => {
        const id = ids.get(from);
        if (id !== undefined) moved.set(row, id);
      });
      return chunkOf(week, sorted, moved, weeks);
    },
  };
}

function gather(from: Columns[keyof Columns], rows: Uint32Array, to: Columns[keyof Columns]): void {
  for (let row = 0; row < rows.length; row++) to[row] = from[rows[row] ?? 0] ?? UNKNOWN;
}
