import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import type { Descent } from '../facts/columns/descent.ts';
import { perChunk } from '../facts/columns/per-chunk.ts';
import { ascending } from '../stats/ascending.ts';
import { quantilesByRank } from '../stats/quantile.ts';
import type { QuantileMetric } from './definition.ts';
import { CLOSED, follows, kindsOf, MEASURED, NOTED } from './kind.ts';
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
  const sorted = orderedRows(chunk, metric, () => true);
  return chunk.size <= 2 ** 16 ? Uint16Array.from(sorted) : sorted;
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

/** Some rows of a chunk, of those that belong into the order. */
function orderedRows(chunk: Chunk, metric: QuantileMetric, isAsked: (row: number) => boolean): Uint32Array {
  const kinds = kindsOf(chunk, metric, 'opening');
  const rows = new Uint32Array(chunk.size);
  const values = new Int32Array(chunk.size);
  let size = 0;
  for (let row = 0; row < chunk.size; row++) {
    const value = sortValue(chunk, row, metric, kinds[row] ?? 0);
    if (value === UNKNOWN || !isAsked(row)) continue;
    rows[size] = row;
    values[size] = value;
    size += 1;
  }
  return ascending(values.subarray(0, size), rows.subarray(0, size));
}

/** The order of a chunk's successor: what is new is sorted by itself, and put between what stays. */
function reordered(before: Order, { before: old, chunk, source }: Descent, metric: QuantileMetric): Order {
  const rowOf = new Int32Array(old.size).fill(GONE);
  source.forEach((from, row) => {
    if (from >= 0) rowOf[from] = row;
  });
  const kinds = kindsOf(chunk, metric, 'opening');
  const keyOf = (row: number) => sortValue(chunk, row, metric, kinds[row] ?? 0);
  const fresh = orderedRows(chunk, metric, (row) => (source[row] ?? GONE) < 0);
  const rows = new Uint32Array(before.length + fresh.length);
  let [size, next] = [0, 0];
  const addFresh = (below: number) => {
    for (; next < fresh.length; next++) {
      const row = fresh[next] ?? 0;
      if (keyOf(row) >= below) return;
      rows[size] = row;
      size += 1;
    }
  };
  for (const from of before) {
    const row = rowOf[from] ?? GONE;
    if (row === GONE) continue;
    if (next < fresh.length) addFresh(keyOf(row));
    rows[size] = row;
    size += 1;
  }
  addFresh(Number.POSITIVE_INFINITY);
  return chunk.size <= 2 ** 16 ? Uint16Array.from(rows.subarray(0, size)) : rows.slice(0, size);
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

/** 1 for each row that passes; what is not merged only where the metric follows it. */
export function passingRows(chunk: Chunk, selection: Selection, following: boolean): Uint8Array {
  const { teams } = selection;
  const { teamSet, size } = chunk;
  const passing = new Uint8Array(size);
  for (const { from, mergedUntil, until } of slicesAsked(chunk, selection)) {
    const end = following ? until : mergedUntil;
    if (teams === null) passing.fill(1, from, end);
    else for (let row = from; row < end; row++) passing[row] = teams[teamSet[row] ?? 0] ?? 0;
  }
  return passing;
}
