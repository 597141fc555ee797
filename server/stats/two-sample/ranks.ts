import { at, type Numbers, orderOf } from '../numbers.ts';

/** Ranks from 1, equal values sharing the mean of theirs, and sum(t^3 - t) over groups of t equal values. */
export function ranksOf(values: Numbers): { ranks: Float64Array; ties: number } {
  const order = orderOf(values);
  const ranks = new Float64Array(values.length);
  let ties = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && at(values, at(order, end)) === at(values, at(order, start))) end++;
    const equal = end - start;
    ties += equal ** 3 - equal;
    for (let index = start; index < end; index++) ranks[at(order, index)] = (start + 1 + end) / 2;
    start = end;
  }
  return { ranks, ties };
}

/** Variance of a sum of m of the ranks when which ones is chance: m n / 12 (N + 1 - sum(t^3 - t) / (N (N - 1))). */
export function rankSumVariance(m: number, n: number, ties: number): number {
  const all = m + n;
  return all < 2 ? 0 : ((m * n) / 12) * (all + 1 - ties / (all * (all - 1)));
}
