import { normalQuantile } from './normal.ts';
import { polished } from './polished.ts';
import { logGamma, lowerBeta, roughBetaQuantile } from './special-functions.ts';

/** P(T > t) of Student's t with any df > 0, whole or not: half of I_{df / (df + t^2)}(df / 2, 1/2) (Abramowitz and Stegun 26.7.1). */
export function tAbove(t: number, df: number): number {
  const square = t * t;
  // The share in the middle keeps its digits while it is small, the tails theirs after that.
  const middle = lowerBeta(square / (df + square), 0.5, df / 2);
  const half = middle < 0.5 ? 0.5 - 0.5 * middle : 0.5 * lowerBeta(df / (df + square), df / 2, 0.5);
  return t >= 0 ? half : 1 - half;
}

/** P(T <= t). */
export function tBelow(t: number, df: number): number {
  return tAbove(-t, df);
}

/** Two-sided p-value of a t statistic. */
export function tTwoSided(t: number, df: number): number {
  return Math.min(1, 2 * tAbove(Math.abs(t), df));
}

/** The t with P(T <= t) = p, 0 < p < 1. */
export function tQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -upperQuantile(p, df);
  return upperQuantile(1 - p, df);
}

/** The t > 0 with P(T > t) = q, q < 1/2. */
function upperQuantile(q: number, df: number): number {
  const share = roughBetaQuantile(2 * q, df / 2, 0.5);
  const start = share > 0 && share < 1 ? Math.sqrt((df * (1 - share)) / share) : -normalQuantile(q);
  const range = [0, Number.MAX_VALUE] as const;
  return polished(
    start,
    (t) => tAbove(t, df) - q,
    (t) => tDensity(t, df),
    range,
    true,
  );
}

export function tDensity(t: number, df: number): number {
  const scale = logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI);
  return Math.exp(scale - ((df + 1) / 2) * Math.log1p((t * t) / df));
}
