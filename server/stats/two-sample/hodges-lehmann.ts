import { cannot, type OrCannot } from '../cannot.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { at, type Numbers, sortedCopy } from '../numbers.ts';
import { differenceOfRank } from './pairwise-differences.ts';
import { rankSumShares } from './rank-sum-distribution.ts';
import { rankSumVariance, ranksOf } from './ranks.ts';

/** `rank` (from 1) is the order statistic of the lower limit; the upper one has the same rank from above. */
export type Shift = {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly rank: number;
};

/**
 * Median of all differences x - y (Hodges and Lehmann 1963), in their unit; of logs, exp(value) is a ratio. The interval is made of
 * order statistics: with k = floor(m n / 2 - z sqrt(var W)), counted from 0, or k from the exact distribution of W (Lehmann 1975).
 * Rows count as independent: for shape, not for a verdict.
 */
export function hodgesLehmann(
  x: Numbers,
  y: Numbers,
  { exact = false, level = 0.95 }: { exact?: boolean; level?: number } = {},
): OrCannot<Shift> {
  const m = x.length;
  const n = y.length;
  if (m === 0 || n === 0) return cannot('an empty group');
  const { ties } = ranksOf([...Array.from(x), ...Array.from(y)]);
  const variance = rankSumVariance(m, n, ties);
  if (!(variance > 0)) return cannot(m + n < 3 ? 'too few observations' : 'constant outcome');
  const pairs = m * n;
  const rank = exact
    ? exactRank(m, n, level)
    : 1 + Math.floor(pairs / 2 - normalQuantile((1 + level) / 2) * Math.sqrt(variance));
  if (rank < 1) return cannot('too few observations');
  const [ofX, ofY] = [sortedCopy(x), sortedCopy(y)];
  const middle =
    (differenceOfRank(ofX, ofY, Math.ceil(pairs / 2)) +
      differenceOfRank(ofX, ofY, Math.floor(pairs / 2) + 1)) /
    2;
  return {
    value: middle,
    lower: differenceOfRank(ofX, ofY, rank),
    upper: differenceOfRank(ofX, ofY, pairs + 1 - rank),
    rank,
  };
}

/** The smallest w with P(W <= w) >= (1 - level) / 2, so one more than the last that leaves less than that outside. */
function exactRank(m: number, n: number, level: number): number {
  const shares = rankSumShares(m, n);
  let below = 0;
  for (let w = 0; w < shares.length; w++) {
    below += at(shares, w);
    if (below >= (1 - level) / 2) return w;
  }
  return shares.length - 1;
}
