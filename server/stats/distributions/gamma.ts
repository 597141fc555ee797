import { polished } from './polished.ts';
import { logGamma, lowerGamma, roughUpperGammaQuantile, upperGamma } from './special-functions.ts';

/** The x with P(X <= x) = p of the gamma distribution with this shape and scale 1; 0 < p < 1. */
export function gammaQuantile(p: number, shape: number): number {
  const start = Math.max(roughUpperGammaQuantile(1 - p, shape), Number.MIN_VALUE);
  const logScale = logGamma(shape);
  const density = (x: number) => Math.exp((shape - 1) * Math.log(x) - x - logScale);
  const lower = p < 0.5;
  const excess = (x: number) => (lower ? lowerGamma(x, shape) - p : upperGamma(x, shape) - (1 - p));
  return polished(start, excess, density, [0, Number.MAX_VALUE], !lower);
}

/** P(X > x) of chi-square. */
export function chiSquareAbove(x: number, df: number): number {
  return upperGamma(x / 2, df / 2);
}

/** The x with P(X <= x) = p of chi-square, 0 < p < 1. */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}

/** P(X <= k) of a Poisson count with this mean. */
export function poissonBelow(k: number, mean: number): number {
  return upperGamma(mean, Math.floor(k) + 1);
}

/** P(X >= k), which keeps its digits where it is small; k of 1 or more. */
export function poissonAtLeast(k: number, mean: number): number {
  return lowerGamma(mean, k);
}
