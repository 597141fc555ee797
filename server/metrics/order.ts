import type { Chunk } from '../facts/columns/chunk.ts';
import { ascending } from '../stats/ascending.ts';
import { quantilesByRank } from '../stats/quantile.ts';
import type { QuantileMetric } from './definition.ts';
import { kindsOf, MEASURED, NOTED } from './kind.ts';
import { type Selection, slicesAsked } from './selection.ts';

/** Rows of one chunk; the narrower while every row fits. */
export type Order = Uint16Array | Uint32Array;

/** By the function that gives the values, so that another clock's (working hours) will be a second set beside this one. */
const known = new WeakMap<Chunk, Map<QuantileMetric['itemValue'], Order>>();

/**
 * The rows that have a value, the smallest first. Made once for each chunk and kind of value, when it is first asked for: any
 * quantile under any filter is then found by walking it, without a sort.
 */
export function orderOf(chunk: Chunk, metric: QuantileMetric): Order {
  const ofChunk = known.get(chunk) ?? new Map<QuantileMetric['itemValue'], Order>();
  known.set(chunk, ofChunk);
  const before = ofChunk.get(metric.itemValue);
  if (before !== undefined) return before;
  const order = ordered(chunk, metric);
  ofChunk.set(metric.itemValue, order);
  return order;
}

function ordered(chunk: Chunk, metric: QuantileMetric): Order {
  const kinds = kindsOf(chunk, metric);
  const rows = new Uint32Array(chunk.size);
  const values = new Int32Array(chunk.size);
  let size = 0;
  for (let row = 0; row < chunk.size; row++) {
    if (kinds[row] !== MEASURED && kinds[row] !== NOTED) continue;
    rows[size] = row;
    values[size] = metric.itemValue(chunk, row);
    size += 1;
  }
  const sorted = ascending(values.subarray(0, size), rows.subarray(0, size));
  return chunk.size <= 2 ** 16 ? Uint16Array.from(sorted) : sorted;
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
  const placesOf = n === order.length ? (ranks: readonly number[]) => ranks : walk(order, chunk, selection);
  return quantilesByRank(n, probabilities, (ranks) => placesOf(ranks).map(valueAt));
}

/** Finds the places in an order that ascending ranks have among what passes. */
function walk(order: Order, chunk: Chunk, selection: Selection): (ranks: readonly number[]) => number[] {
  const passing = passingRows(chunk, selection);
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

/** 1 for each row that passes. */
function passingRows(chunk: Chunk, selection: Selection): Uint8Array {
  const { teams } = selection;
  const { teamSet, size } = chunk;
  const passing = new Uint8Array(size);
  for (const { from, mergedUntil } of slicesAsked(chunk, selection)) {
    if (teams === null) passing.fill(1, from, mergedUntil);
    else for (let row = from; row < mergedUntil; row++) passing[row] = teams[teamSet[row] ?? 0] ?? 0;
  }
  return passing;
}
