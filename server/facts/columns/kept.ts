import type { Week, WeekTable } from '../../model/week.ts';
import { type Chunk, chunkOf } from './chunk.ts';
import {
  AI_LEVELS,
  AI_TRACES,
  type Columns,
  columnsOf,
  type Dictionaries,
  ISSUE_LEFT_OUT,
  LANDINGS,
  LEFT_OUT,
  TEAM_BASES,
  UNKNOWN,
} from './column.ts';
import { emptyColumns } from './columns-room.ts';
import { dictionary } from './dictionary.ts';
import type { ItemKind } from './item.ts';
import { allUnknown, allZero, nothing } from './nothing.ts';
import type { Snapshot } from './snapshot.ts';

/** One array of one week as bytes in this machine's order; `ids`, which is none of the columns, is JSON. */
export type KeptArray = { week: Week; name: string; data: Uint8Array };

/** A snapshot as it is kept in the database: its texts as JSON, then its arrays. */
export type Kept = { generation: number; texts: string; arrays: Iterable<KeptArray> };

const IDS = 'ids';
/** A column that tells how many rows there are. */
const ONE_BYTE = 'leftOut';

/** Names how columns are packed: what was kept under another name means something else, and is no use. */
export function layoutOf({ zone }: WeekTable, kind: ItemKind): string {
  const arrays = emptyColumns(0, kind);
  const widths = columnsOf(kind).map(({ name, holds }) => [name, holds, arrays[name].BYTES_PER_ELEMENT]);
  const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
  const leftOut = kind === 'issue' ? ISSUE_LEFT_OUT : LEFT_OUT;
  const codes = [LANDINGS, leftOut, TEAM_BASES, AI_LEVELS, AI_TRACES];
  return JSON.stringify([4, kind, zone, littleEndian, widths, ...codes]);
}

export function keptTexts({ repositories, authors, people, teamSets, toolSets }: Dictionaries): string {
  const texts = [repositories, authors, people, teamSets, toolSets].map(({ values }) => values);
  return JSON.stringify(texts);
}

export function* keptArrays(chunk: Chunk, kind: ItemKind): Generator<KeptArray> {
  const { week } = chunk;
  for (const { name } of columnsOf(kind)) {
    const data = name === ONE_BYTE ? null : shortBytes(chunk[name]);
    yield { week, name, data: data ?? bytesOf(chunk[name]) };
  }
  yield { week, name: IDS, data: new TextEncoder().encode(JSON.stringify([...chunk.ids])) };
}

/** The snapshot that was kept; its arrays are views of the bytes handed over. */
export function snapshotKept(
  { generation, texts, arrays }: Kept,
  weeks: WeekTable,
  kind: ItemKind,
): Snapshot {
  const [repositories, authors, people, teamSets, toolSets] = textsOf(texts);
  const chunks = [...Map.groupBy(arrays, ({ week }) => week)].map(([week, all]) => {
    const data = new Map(all.map((one) => [one.name, one.data]));
    const ids: [number, string][] = JSON.parse(new TextDecoder().decode(data.get(IDS)));
    return chunkOf(week, columnsIn(data, kind), new Map(ids), weeks);
  });
  chunks.sort((one, other) => one.week - other.week);
  return { kind, generation, weeks, chunks, repositories, authors, people, teamSets, toolSets };
}

function columnsIn(data: ReadonlyMap<string, Uint8Array>, kind: ItemKind): Columns {
  const found = emptyColumns(0, kind);
  const size = data.get(ONE_BYTE)?.byteLength ?? 0;
  for (const { name } of columnsOf(kind)) {
    const bytes = data.get(name);
    if (bytes === undefined) throw new Error(`${name} was not kept`);
    const isBytes = found[name] instanceof Uint8Array;
    found[name] = shortColumn(bytes, size, isBytes) ?? (isBytes ? bytesOf(bytes) : numbersOf(bytes, size));
  }
  return found;
}

/** A column in which nothing is known is kept as no byte, one of nothing but 0 as one: to load them whole would leave gaps in memory. */
function shortBytes(values: Columns[keyof Columns]): Uint8Array | null {
  if (nothing(values) === null) return null;
  return values[0] === UNKNOWN ? new Uint8Array(0) : Uint8Array.of(0);
}

function shortColumn(kept: Uint8Array, size: number, bytes: boolean): Columns[keyof Columns] | null {
  if (kept.byteLength === 0) return allUnknown(size);
  return kept.byteLength === 1 && kept[0] === 0 ? allZero(size, bytes) : null;
}

/** An array of two or four bytes each has to begin where that divides the address; else it is copied. */
function numbersOf(bytes: Uint8Array, size: number): Int32Array | Uint16Array {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  return byteLength === 2 * size
    ? new Uint16Array(buffer, byteOffset, size)
    : new Int32Array(buffer, byteOffset, size);
}

function textsOf(texts: string) {
  const all: readonly (readonly string[])[] = JSON.parse(texts);
  const filled = (values: readonly string[] = []) => {
    const made = dictionary();
    for (const value of values) made.add(value);
    return made;
  };
  return [filled(all[0]), filled(all[1]), filled(all[2]), filled(all[3]), filled(all[4])] as const;
}

function bytesOf({ buffer, byteOffset, byteLength }: Columns[keyof Columns]): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
