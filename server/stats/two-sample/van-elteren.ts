import { cannot, type OrCannot } from '../cannot.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { clustersOf, rowsByCluster } from '../inference/clusters.ts';
import { at, mean, type Numbers, sumOfSquares } from '../numbers.ts';
import { ranksOf } from './ranks.ts';

/** `strata` counts those that hold both groups; the others say nothing and are left out. */
export type StratifiedTest = { readonly z: number; readonly p: number; readonly strata: number };

/**
 * Rank sums compared within strata (size classes, authors) and put together with weights 1 / (N + 1) (van Elteren 1960).
 * `first` is 1 for the group whose ranks are summed; z > 0 when it has the larger values. Ties share their ranks.
 */
export function vanElteren(values: Numbers, first: Numbers, strata: Numbers): OrCannot<StratifiedTest> {
  const ranks = new Float64Array(values.length);
  for (const rows of rowsByCluster(clustersOf(strata))) {
    const own = ranksOf(rows.map((row) => at(values, row))).ranks;
    rows.forEach((row, index) => {
      ranks[row] = at(own, index);
    });
  }
  return stratifiedScores(ranks, first, strata, (size) => 1 / (size + 1));
}

/**
 * The permutation test behind it for any scores: within a stratum who is first is chance, so their sum of scores has mean m times
 * the mean score and variance m n / (N (N - 1)) times the sum of squares (Strasser and Weber 1999).
 */
export function stratifiedScores(
  scores: Numbers,
  first: Numbers,
  strata: Numbers,
  weight: (size: number) => number,
): OrCannot<StratifiedTest> {
  let above = 0;
  let variance = 0;
  let compared = 0;
  for (const rows of rowsByCluster(clustersOf(strata))) {
    const all = rows.map((row) => at(scores, row));
    const centre = mean(all);
    const chosen = all.filter((_, index) => at(first, rows[index] ?? -1) === 1);
    const [size, m] = [all.length, chosen.length];
    if (m === 0 || m === size) continue;
    compared++;
    above += weight(size) * chosen.reduce((total, score) => total + score - centre, 0);
    variance += (weight(size) ** 2 * m * (size - m) * sumOfSquares(all)) / (size * (size - 1));
  }
  if (compared === 0) return cannot('an empty group');
  if (!(variance > 0)) return cannot('constant outcome');
  const z = above / Math.sqrt(variance);
  return { z, p: normalTwoSided(z), strata: compared };
}
