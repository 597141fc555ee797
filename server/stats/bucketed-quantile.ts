import { quantilesByRank } from './quantile.ts';
import { select } from './select.ts';

/** Sixteen buckets for each doubling, and one for each number below 32. */
const STEPS = 16;
export const BUCKETS = 28 * STEPS;

/**
 * Quantiles (type 7) of whole numbers, none of which may be negative: counts them by size, then looks only at those of the
 * few buckets that the ranks asked for lie in. Leaves `values` as they are; four times as fast as selecting among all.
 */
export function bucketedQuantiles(values: Int32Array, probabilities: readonly number[]): number[] {
  return quantilesByRank(values.length, probabilities, (ranks) => {
    const counts = new Uint32Array(BUCKETS);
    for (let index = 0; index < values.length; index++) {
      const bucket = bucketOf(values[index] ?? 0);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    const { wanted, places, size } = bucketsWith(ranks, counts);
    const few = new Int32Array(size);
    let next = 0;
    for (let index = 0; index < values.length; index++) {
      const value = values[index] ?? 0;
      if (wanted[bucketOf(value)] === 0) continue;
      few[next] = value;
      next += 1;
    }
    let ordered = 0;
    return places.map((place) => {
      select(few, place, ordered, size - 1);
      ordered = place;
      return few[place] ?? Number.NaN;
    });
  });
}

/** Grows with the value, so that what lies in a lower bucket is smaller. */
export function bucketOf(value: number): number {
  const doublings = value < 2 * STEPS ? 0 : 27 - Math.clz32(value);
  return doublings * STEPS + (value >> doublings);
}

/** The buckets that ascending ranks lie in, and the place of each rank among the values of those buckets alone. */
function bucketsWith(ranks: readonly number[], counts: Uint32Array) {
  const wanted = new Uint8Array(BUCKETS);
  const places: number[] = [];
  let [before, size] = [0, 0];
  counts.forEach((count, bucket) => {
    for (let rank = ranks[places.length]; rank !== undefined && rank < before + count; ) {
      wanted[bucket] = 1;
      places.push(size + rank - before);
      rank = ranks[places.length];
    }
    before += count;
    if (wanted[bucket] === 1) size += count;
  });
  return { wanted, places, size };
}
