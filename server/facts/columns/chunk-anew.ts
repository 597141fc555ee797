import type { WeekTable } from '../../model/week.ts';
import { type Chunk, chunkOf } from './chunk.ts';
import { chunkDraft, type DraftRows } from './chunk-draft.ts';
import { type Columns, columnsOf, type Dictionaries, UNKNOWN } from './column.ts';
import { emptyColumns } from './columns-room.ts';
import { type Descent, descentOf } from './descent.ts';
import type { Item, ItemKind } from './item.ts';
import { idOf } from './rows-holding.ts';
import { byRepository, placeKey } from './slice.ts';

/**
 * A chunk without the facts in some rows and with others, which may be newer states of those; null: none are left. Where all of
 * these lie where they lay they are only written over, and columns in which nothing has changed are shared.
 */
export function chunkAnew(
  old: Chunk,
  without: ReadonlySet<number>,
  come: readonly Item[],
  dictionaries: Dictionaries,
  weeks: WeekTable,
): Descent | null {
  const { kind } = dictionaries;
  const draft = chunkDraft(old.week, kind, come.length);
  for (const fact of come) draft.add(fact, dictionaries);
  const rows = draft.rows();
  const rowOf = new Map([...without].map((row) => [idOf(dictionaries, old, row), row]));
  const places = come.flatMap(({ id }, at) => {
    const row = rowOf.get(id);
    return row !== undefined && placeKey(old, row) === placeKey(rows.columns, at) ? [row] : [];
  });
  if (places.length === come.length && places.length === without.size) {
    return writtenOver(old, places, rows, kind, weeks);
  }
  return rowsMoved(old, without, rows, kind, weeks);
}

/** `places`: the row that each of the new rows goes to. */
function writtenOver(
  old: Chunk,
  places: readonly number[],
  rows: DraftRows,
  kind: ItemKind,
  weeks: WeekTable,
): Descent {
  const source = Int32Array.from({ length: old.size }, (_, row) => row);
  const after = emptyColumns(0, kind);
  places.forEach((row, at) => {
    source[row] = ~at;
  });
  for (const { name } of columnsOf(kind)) {
    const [before, values] = [old[name], rows.columns[name]];
    const same = places.every((row, at) => before[row] === values[at]);
    // Nothing is known yet of how large the new values are.
    after[name] = same ? before : before instanceof Uint16Array ? Int32Array.from(before) : before.slice();
    if (!same) for (const [at, row] of places.entries()) after[name][row] = values[at] ?? UNKNOWN;
  }
  return descentOf(old, chunkOf(old.week, after, old.ids, weeks, old), source);
}

function rowsMoved(
  old: Chunk,
  without: ReadonlySet<number>,
  rows: DraftRows,
  kind: ItemKind,
  weeks: WeekTable,
): Descent | null {
  const source = sourceOf(old, without, rows);
  if (source.length === 0) return null;
  const after = emptyColumns(source.length, kind);
  for (const { name } of columnsOf(kind)) gather(source, old[name], rows.columns[name], after[name]);
  const ids = new Map<number, string>();
  if (old.ids.size > 0 || rows.ids.size > 0) {
    source.forEach((from, row) => {
      const id = from < 0 ? rows.ids.get(~from) : old.ids.get(from);
      if (id !== undefined) ids.set(row, id);
    });
  }
  return descentOf(old, chunkOf(old.week, after, ids, weeks), source);
}

/** Which row goes where: the old ones in their order, each of the new ones behind those of its place. New rows are told by ~row. */
function sourceOf(old: Chunk, without: ReadonlySet<number>, { columns: fresh, size }: DraftRows): Int32Array {
  const source = new Int32Array(old.size - without.size + size);
  const order = byRepository(fresh, size);
  let [next, at] = [0, 0];
  const addUntil = (key: number) => {
    for (; next < size && placeKey(fresh, order[next] ?? 0) < key; next++) source[at++] = ~(order[next] ?? 0);
  };
  for (let row = 0; row < old.size; row++) {
    if (without.has(row)) continue;
    addUntil(placeKey(old, row));
    source[at++] = row;
  }
  addUntil(Number.POSITIVE_INFINITY);
  return source;
}

function gather(
  source: Int32Array,
  old: Columns[keyof Columns],
  fresh: Columns[keyof Columns],
  to: Columns[keyof Columns],
): void {
  for (let row = 0; row < source.length; row++) {
    const from = source[row] ?? 0;
    to[row] = (from < 0 ? fresh[~from] : old[from]) ?? UNKNOWN;
  }
}
