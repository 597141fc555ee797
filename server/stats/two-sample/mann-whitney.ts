import { cannot, type OrCannot } from '../cannot.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { at, type Numbers, sum } from '../numbers.ts';
import { rankSumShares } from './rank-sum-distribution.ts';
import { rankSumVariance, ranksOf } from './ranks.ts';

export type MannWhitney = {
  /** #{x > y} + half of #{x = y}: R's W. */
  readonly w: number;
  /** W / (m n): the chance that an x is above a y. */
  readonly superiority: number;
  /** Variance of W under no difference, corrected for ties. */
  readonly variance: number;
  readonly z: number;
  readonly p: number;
  /** With half a step towards the middle, since W moves in steps. */
  readonly zCorrected: number;
  readonly pCorrected: number;
  /** From the exact distribution; null with ties or with more than `MOST_EXACT` values on both sides together. */
  readonly pExact: number | null;
};

const MOST_EXACT = 100;

/** Mann and Whitney (1947), normal with tie correction and exact. Rows count as independent: for shape, not for a verdict. */
export function mannWhitney(x: Numbers, y: Numbers): OrCannot<MannWhitney> {
  const m = x.length;
  const n = y.length;
  if (m === 0 || n === 0) return cannot('an empty group');
  const { ranks, ties } = ranksOf([...Array.from(x), ...Array.from(y)]);
  const w = sum(ranks.subarray(0, m)) - (m * (m + 1)) / 2;
  const variance = rankSumVariance(m, n, ties);
  if (!(variance > 0)) return cannot('constant outcome');
  const distance = w - (m * n) / 2;
  const z = distance / Math.sqrt(variance);
  const zCorrected = (distance - 0.5 * Math.sign(distance)) / Math.sqrt(variance);
  return {
    w,
    superiority: w / (m * n),
    variance,
    z,
    p: normalTwoSided(z),
    zCorrected,
    pCorrected: normalTwoSided(zCorrected),
    pExact: ties === 0 && m + n <= MOST_EXACT ? exactTwoSided(w, m, n) : null,
  };
}

/** Twice the smaller tail that holds w, at most 1. */
function exactTwoSided(w: number, m: number, n: number): number {
  const shares = rankSumShares(m, n);
  const smaller = Math.min(w, m * n - w);
  let tail = 0;
  for (let value = 0; value <= smaller; value++) tail += at(shares, value);
  return Math.min(1, 2 * tail);
}
