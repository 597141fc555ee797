import { polished } from './polished.ts';
import { logGamma, lowerBeta, roughBetaQuantile } from './special-functions.ts';

/** P(X <= x) of the beta distribution. */
export function betaBelow(x: number, a: number, b: number): number {
  return lowerBeta(x, a, b);
}

/** The x with P(X <= x) = p of the beta distribution, 0 < p < 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  const logScale = logGamma(a + b) - logGamma(a) - logGamma(b);
  const density = (x: number) => Math.exp(logScale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
  return polished(roughBetaQuantile(p, a, b), (x) => lowerBeta(x, a, b) - p, density, [0, 1], false);
}

/** P(X <= k) of k successes in n trials with this chance of one. */
export function binomialBelow(k: number, n: number, chance: number): number {
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  return whole >= n ? 1 : lowerBeta(1 - chance, n - whole, whole + 1);
}

/** P(X > x) of Fisher's F with d1 and d2 degrees of freedom. */
export function fAbove(x: number, d1: number, d2: number): number {
  return lowerBeta(d2 / (d2 + d1 * x), d2 / 2, d1 / 2);
}
