import { type Columns, UNKNOWN } from './column.ts';

type Values = Columns[keyof Columns];

/** Shared by all columns that hold nothing else; never written to, as nothing in a chunk is. */
const rooms = { unknown: new Int32Array(0), zero: new Uint16Array(0), zeroByte: new Uint8Array(0) };

/**
 * A column in which nothing is known, or all is 0, as part of an array that all such columns share: what a whole week has nothing of
 * takes no room there. Null: there is something in it.
 */
export function nothing(values: Values): Values | null {
  const [first] = values;
  if (Object.values(rooms).some(({ buffer }) => buffer === values.buffer)) return values;
  if ((first !== UNKNOWN && first !== 0) || !values.every((value) => value === first)) return null;
  return first === UNKNOWN ? allUnknown(values.length) : allZero(values.length, values instanceof Uint8Array);
}

export function allUnknown(size: number): Int32Array {
  if (rooms.unknown.length < size) rooms.unknown = new Int32Array(2 * size).fill(UNKNOWN);
  return rooms.unknown.subarray(0, size);
}

/** @param bytes whether the column is one of bytes */
export function allZero(size: number, bytes: boolean): Uint8Array | Uint16Array {
  if (rooms.zero.length < size) rooms.zero = new Uint16Array(2 * size);
  if (rooms.zeroByte.length < size) rooms.zeroByte = new Uint8Array(2 * size);
  return bytes ? rooms.zeroByte.subarray(0, size) : rooms.zero.subarray(0, size);
}
