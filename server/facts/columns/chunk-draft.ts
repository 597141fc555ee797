import type { Week, WeekTable } from '../../model/week.ts';
import { type Chunk, chunkOf, type OwnIds } from './chunk.ts';
import { type Columns, columnsOf, type Dictionaries, UNKNOWN } from './column.ts';
import { emptyColumns } from './columns-room.ts';
import { impliedId } from './fact-id.ts';
import type { Item, ItemKind } from './item.ts';
import { byRepository } from './slice.ts';

/** Collects the items of one week, all of one kind; `seal` makes them a chunk. */
export type ChunkDraft = {
  add(item: Item, dictionaries: Dictionaries): void;
  rows(): DraftRows;
  /** Null when there is nothing in it. */
  seal(weeks: WeekTable): Chunk | null;
};

/** What has been added, in that order; there may be room behind it. */
export type DraftRows = { columns: Columns; ids: OwnIds; size: number };

export function chunkDraft(week: Week, kind: ItemKind, room = 16): ChunkDraft {
  const columns = columnsOf(kind);
  const ids = new Map<number, string>();
  let size = 0;
  let arrays = emptyColumns(room, kind);

  function makeRoom(): void {
    if (size < arrays.repository.length) return;
    const wider = emptyColumns(Math.max(16, 2 * size), kind);
    for (const { name } of columns) wider[name].set(arrays[name]);
    arrays = wider;
  }

  return {
    add(item, dictionaries) {
      makeRoom();
      for (const { name, pack } of columns) arrays[name][size] = pack(item, dictionaries);
      if (item.id !== impliedId(item, kind)) ids.set(size, item.id);
      size += 1;
    },
    rows: () => ({ columns: arrays, ids, size }),
    seal(weeks) {
      if (size === 0) return null;
      const order = byRepository(arrays, size);
      const sorted = emptyColumns(size, kind);
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
