import { at } from '../numbers.ts';

/**
 * The rank-th smallest (from 1) of the m n differences x - y, without ever holding them: halve the range, count how many lie below
 * by walking once through both sorted lists, and pull the ends in to differences that exist. `x` and `y` ascending.
 */
export function differenceOfRank(x: Float64Array, y: Float64Array, rank: number): number {
  const pairs = x.length * y.length;
  if (!(rank >= 1 && rank <= pairs)) throw new RangeError(`no difference of rank ${rank} of ${pairs}`);
  let low = at(x, 0) - at(y, y.length - 1);
  let high = at(x, x.length - 1) - at(y, 0);
  while (low < high) {
    const half = low + (high - low) / 2;
    const middle = half < high ? half : low; // between neighbouring numbers the half may be the upper one
    const around = walk(x, y, middle);
    if (around.count >= rank) high = around.highestBelow;
    else low = around.lowestAbove;
  }
  return high;
}

/** How many differences are at most `limit`, the highest of them and the lowest of the others. */
function walk(x: Float64Array, y: Float64Array, limit: number) {
  let count = 0;
  let highestBelow = Number.NEGATIVE_INFINITY;
  let lowestAbove = Number.POSITIVE_INFINITY;
  let first = 0; // the first y with x - y <= limit; grows with x
  for (const value of x) {
    while (first < y.length && value - at(y, first) > limit) first++;
    if (first > 0) lowestAbove = Math.min(lowestAbove, value - at(y, first - 1));
    if (first < y.length) highestBelow = Math.max(highestBelow, value - at(y, first));
    count += y.length - first;
  }
  return { count, highestBelow, lowestAbove };
}
