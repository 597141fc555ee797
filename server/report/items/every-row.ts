import type { Chunk } from '../../facts/columns/chunk.ts';
import type { Snapshot } from '../../facts/columns/snapshot.ts';
import { ascending } from '../../stats/ascending.ts';
import { eachPassing, type Passing } from './passing.ts';
import { placesIn } from './place.ts';
import { LAST } from './sort-key.ts';

export type SortedRows = {
  size: number;
  /** Some of them, in the order of the list. */
  slice(from: number, to: number): { chunk: Chunk; row: number }[];
};

/** All rows that pass, in the order of a list's pages. In arrays of numbers: a million objects would fill the memory. */
export function everyRow(
  snapshot: Snapshot,
  passing: Passing,
  keyOf: (chunk: Chunk, row: number) => number,
): SortedRows {
  const room = snapshot.chunks.reduce((sum, { size }) => sum + size, 0);
  const [chunkOf, rowOf] = [new Uint32Array(room), new Uint32Array(room)];
  const [keys, ranks, numbers] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)];
  const places = placesIn(snapshot);
  const placeOf = new Map(snapshot.chunks.map((chunk, index) => [chunk, index]));
  let size = 0;
  eachPassing(snapshot, passing, false, (chunk, row) => {
    const { key, rank, number } = places.of(chunk, row, keyOf(chunk, row));
    chunkOf[size] = placeOf.get(chunk) ?? 0;
    rowOf[size] = row;
    keys[size] = key;
    ranks[size] = rank;
    numbers[size] = number;
    size += 1;
  });
  // By what decides last first: what is equal keeps its order.
  let order: Uint32Array = Uint32Array.from({ length: size }, (_, index) => index);
  for (const values of [numbers, ranks, keys]) order = ascending(inOrder(values, order), order);
  return {
    size,
    slice: (from, to) =>
      Array.from(order.subarray(from, to), (index) => ({
        chunk: snapshot.chunks[chunkOf[index] ?? 0],
        row: rowOf[index] ?? 0,
      })).flatMap(({ chunk, row }) => (chunk === undefined ? [] : [{ chunk, row }])),
  };
}

/** The values in an order, as none below zero: from the least on, and what comes last behind the greatest. */
function inOrder(values: Int32Array, order: Uint32Array): Int32Array {
  let [least, most] = [0, 0];
  for (const index of order) {
    const value = values[index] ?? 0;
    if (value === LAST) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return Int32Array.from(order, (index) => {
    const value = values[index] ?? 0;
    return (value === LAST ? most + 1 : value) - least;
  });
}
