import { BUCKETS, bucketOf } from '../bucketed-quantile.ts';
import { cannot, type OrCannot } from '../cannot.ts';
import { at } from '../numbers.ts';
import { quantilesByRank } from '../quantile.ts';

export type LeftOutQuantile = {
  /** How many values each cluster has. */
  sizes: Int32Array;
  /** The quantile of all values (null), or of those without one cluster's. */
  without(leftOut: number | null): OrCannot<number>;
};

/** A value and the cluster of its row in one number that sorts by value. */
const CODES = 2 ** 21;

/**
 * A quantile (type 7) without any one of many clusters, from two looks at the values instead of one for each cluster: to leave out
 * the largest moves a rank by its size at most, so that only values around the quantile are put in order.
 * `codes` are those of clusters, from 0 to `clusters` - 1, which is 2 million at most. Values are whole numbers.
 */
export function leftOutQuantile(
  values: Int32Array,
  codes: Int32Array,
  clusters: number,
  probability: number,
): LeftOutQuantile {
  const sizes = new Int32Array(clusters);
  const buckets = new Int32Array(BUCKETS);
  for (let row = 0; row < values.length; row++) {
    const [code, bucket] = [codes[row] ?? 0, bucketOf(values[row] ?? 0)];
    sizes[code] = (sizes[code] ?? 0) + 1;
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  const middle = around(values, codes, sizes, reach(buckets, sizes, values.length, probability));
  return {
    sizes,
    without(leftOut) {
      const left = values.length - (leftOut === null ? 0 : at(sizes, leftOut));
      if (left === 0) return cannot('an empty group');
      const [quantile = Number.NaN] = quantilesByRank(left, [probability], (ranks) =>
        ranks.map((rank) => middle.valueAt(rank, leftOut)),
      );
      return quantile;
    },
  };
}

/** Buckets of values, and how many values are in them. */
type Reach = { lowest: number; highest: number; size: number };

/** The buckets of all that can stand at the rank of the quantile, whichever cluster is left out. */
function reach(buckets: Int32Array, sizes: Int32Array, count: number, probability: number): Reach {
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const from = Math.floor((count - 1 - largest) * probability);
  const to = Math.ceil((count - 1) * probability + largest * (1 - probability)) + 1;
  const found: Reach = { lowest: 0, highest: BUCKETS, size: 0 };
  let before = 0;
  buckets.forEach((many, bucket) => {
    if (before <= from) {
      found.lowest = bucket;
      found.size = 0;
    }
    if (found.highest === BUCKETS) found.size += many;
    before += many;
    if (before > to && found.highest === BUCKETS) found.highest = bucket;
  });
  return found;
}

/** The values of those buckets in order, and how many of each cluster are smaller. */
function around(values: Int32Array, codes: Int32Array, sizes: Int32Array, { lowest, highest, size }: Reach) {
  const below = new Int32Array(sizes.length);
  const ordered = new Float64Array(size);
  let [belowAll, found] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? 0;
    const bucket = bucketOf(value);
    if (bucket > highest) continue;
    const code = codes[row] ?? 0;
    if (bucket < lowest) {
      below[code] = (below[code] ?? 0) + 1;
      belowAll += 1;
    } else {
      ordered[found] = value * CODES + code;
      found += 1;
    }
  }
  ordered.sort();
  const places = placesOf(ordered, sizes.length);
  return {
    valueAt(rank: number, leftOut: number | null): number {
      const own = leftOut === null ? NO_PLACES : places.of(leftOut);
      const within = rank - belowAll + (leftOut === null ? 0 : at(below, leftOut));
      return Math.floor(at(ordered, within + before(own, within)) / CODES);
    },
  };
}

const NO_PLACES = new Int32Array(0);

/** The places that each cluster's values have in the order, ascending. */
function placesOf(ordered: Float64Array, clusters: number) {
  const ends = new Int32Array(clusters + 1);
  for (const key of ordered) ends[(key % CODES) + 1] = at(ends, (key % CODES) + 1) + 1;
  for (let code = 0; code < clusters; code++) ends[code + 1] = at(ends, code + 1) + at(ends, code);
  const next = ends.slice();
  const places = new Int32Array(ordered.length);
  ordered.forEach((key, place) => {
    const slot = at(next, key % CODES);
    places[slot] = place;
    next[key % CODES] = slot + 1;
  });
  return { of: (code: number) => places.subarray(at(ends, code), at(ends, code + 1)) };
}

/** How many of a cluster's ascending places come before what has a rank among all others. */
function before(places: Int32Array, rank: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(places, middle) - middle <= rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
