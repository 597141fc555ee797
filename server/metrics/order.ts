import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import type { Descent } from '../facts/columns/descent.ts';
import { perChunk } from '../facts/columns/per-chunk.ts';
import { ascending } from '../stats/ascending.ts';
import { quantilesByRank } from '../stats/quantile.ts';
import type { QuantileMetric } from './definition.ts';
import { CLOSED, follows, kindsOf, MEASURED, NOTED } from './kind.ts';
import { markedRows } from './marks.ts';
import { scratch } from './scratch.ts';
import { type Selection, slicesAsked } from './selection.ts';

/** Rows of one chunk; the narrower while every row fits. */
export type Order = Uint16Array | Uint32Array;

/**
 * The rows that have a value in a question by opening, the smallest first; of a metric that follows items also those that were closed
 * without one. Made once for each chunk and metric, when it is first asked for: any quantile under any filter is then found by
 * walking it, without a sort.
 */
export const orderOf = perChunk<QuantileMetric, Order>(ordered, reordered);

const GONE = -1;

function ordered(chunk: Chunk, metric: QuantileMetric): Order {
  const sorted = orderedRows(chunk, metric, Array(chunk.size).keys(), chunk.size);
  const order = roomFor(chunk, sorted.length);
  order.set(sorted);
  return order;
}

/**
 * What a row is ordered by; UNKNOWN: it is not in the order. Of a metric that follows items twice the value, or, for what was closed
 * without one, twice the time that it waited and one more: right behind values of that length.
 */
export function sortValue(chunk: Chunk, row: number, metric: QuantileMetric, kind: number): number {
  if (kind === MEASURED || kind === NOTED) {
    const value = metric.itemValue(chunk, row);
    return metric.waiting === null ? value : 2 * value;
  }
  if (kind !== CLOSED || metric.waiting === null) return UNKNOWN;
  return 2 * metric.waiting(chunk, row, chunk.closedAt[row] ?? UNKNOWN) + 1;
}

const rooms = { values: scratch(), rows: scratch(), spareValues: scratch(), spareRows: scratch() };

function unsigned({ buffer, byteOffset, length }: Int32Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length);
}

/** Those of some rows of a chunk that belong into the order; in a room that the next ones will have. */
function orderedRows(
  chunk: Chunk,
  metric: QuantileMetric,
  among: Iterable<number>,
  most: number,
): Uint32Array {
  const kinds = kindsOf(chunk, metric, 'opening');
  const [values, rows] = [rooms.values(most), unsigned(rooms.rows(most))];
  let size = 0;
  for (const row of among) {
    const value = sortValue(chunk, row, metric, kinds[row] ?? 0);
    if (value === UNKNOWN) continue;
    rows[size] = row;
    values[size] = value;
    size += 1;
  }
  const spare = { values: rooms.spareValues(size), items: unsigned(rooms.spareRows(size)) };
  return ascending(values.subarray(0, size), rows.subarray(0, size), spare);
}

/** The order of a chunk's successor: what is new is sorted by itself, and each put where it belongs among what stays. */
function reordered(before: Order, descent: Descent, metric: QuantileMetric): Order {
  const { chunk, fresh } = descent;
  const kept = stillThere(before, descent);
  const kinds = kindsOf(chunk, metric, 'opening');
  const valueAt = (place: number) => {
    const row = kept[place] ?? 0;
    return sortValue(chunk, row, metric, kinds[row] ?? 0);
  };
  const added = orderedRows(chunk, metric, fresh, fresh.length);
  const order = roomFor(chunk, kept.length + added.length);
  let from = 0;
  added.forEach((row, at) => {
    const value = sortValue(chunk, row, metric, kinds[row] ?? 0);
    const until = placeOf(value, valueAt, from, kept.length);
    order.set(kept.subarray(from, until), from + at);
    order[until + at] = row;
    from = until;
  });
  order.set(kept.subarray(from), from + added.length);
  return order;
}

/** The rows of a predecessor's order that are still there, by their new numbers. */
function stillThere(before: Order, { before: old, chunk, source, fresh, stays }: Descent): Order {
  const rowOf = new Int32Array(old.size).fill(GONE);
  if (stays) for (let row = 0; row < rowOf.length; row++) rowOf[row] = row;
  else {
    for (let row = 0; row < source.length; row++) {
      const from = source[row] ?? GONE;
      if (from >= 0) rowOf[from] = row;
    }
  }
  if (stays) for (const row of fresh) rowOf[row] = GONE;
  const kept = roomFor(chunk, before.length);
  let size = 0;
  for (let place = 0; place < before.length; place++) {
    const row = rowOf[before[place] ?? 0] ?? GONE;
    if (row === GONE) continue;
    kept[size] = row;
    size += 1;
  }
  return kept.subarray(0, size);
}

/** The first place from one on whose value is not below another; values ascend. */
function placeOf(value: number, valueAt: (place: number) => number, from: number, until: number): number {
  let low = from;
  let high = until;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function roomFor({ size }: Chunk, rows: number): Order {
  return size <= 2 ** 16 ? new Uint16Array(rows) : new Uint32Array(rows);
}

/** Quantiles of the `n` values of a chunk that are asked about: marks what passes, then walks the order to their ranks. */
export function orderedQuantiles(
  chunk: Chunk,
  metric: QuantileMetric,
  selection: Selection,
  n: number,
  probabilities: readonly number[],
): number[] {
  const order = orderOf(chunk, metric);
  const valueAt = (place: number) => metric.itemValue(chunk, order[place] ?? 0);
  const following = follows(metric, 'opening');
  const placesOf =
    n === order.length
      ? (ranks: readonly number[]) => ranks
      : walk(order, passingRows(chunk, selection, following));
  return quantilesByRank(n, probabilities, (ranks) => placesOf(ranks).map(valueAt));
}

/** Finds the places in an order that ascending ranks have among what passes. */
function walk(order: Order, passing: Uint8Array): (ranks: readonly number[]) => number[] {
  return (ranks) => {
    const places: number[] = [];
    let before = 0;
    for (let place = 0; place < order.length && places.length < ranks.length; place++) {
      if (passing[order[place] ?? 0] !== 1) continue;
      if (before === ranks[places.length]) places.push(place);
      before += 1;
    }
    return places;
  };
}

const roomForPassing = scratch();

/** 1 for each row that passes, until others are asked for; what is not merged only where the metric follows it. */
export function passingRows(chunk: Chunk, selection: Selection, following: boolean): Uint8Array {
  const { teams } = selection;
  const { teamSet, size } = chunk;
  const marked = markedRows(chunk, selection.marks);
  const { buffer, byteOffset } = roomForPassing(Math.ceil(size / 4));
  const passing = new Uint8Array(buffer, byteOffset, size).fill(0);
  for (const { from, mergedUntil, until } of slicesAsked(chunk, selection)) {
    const end = following ? until : mergedUntil;
    if (teams === null) passing.fill(1, from, end);
    else for (let row = from; row < end; row++) passing[row] = teams[teamSet[row] ?? 0] ?? 0;
    if (marked === null) continue;
    for (let row = from; row < end; row++) if (marked[row] !== 1) passing[row] = 0;
  }
  return passing;
}
