import { compiled, igamc, ndtr, ndtri } from 'cephes';

await compiled;

/** P(Z <= z) of the standard normal distribution; for an upper tail ask for -z, which loses no digits. */
export function normalBelow(z: number): number {
  // The library's own tail ends at 1e-300; by way of chi-square with one degree of freedom it reaches 1e-320.
  return z < -8 ? 0.5 * igamc(0.5, (z * z) / 2) : ndtr(z);
}

/** The z with P(Z <= z) = p, 0 < p < 1. */
export function normalQuantile(p: number): number {
  return ndtri(p);
}

/** Two-sided p-value of a standard normal statistic. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalBelow(-Math.abs(z)));
}

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}
