import { cannot, type OrCannot } from '../cannot.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { at, type Numbers, of, sortedCopy } from '../numbers.ts';

export type UniformBand = {
  readonly se: readonly number[];
  /** Times the standard error it covers all of them at once, at the level. */
  readonly critical: number;
};

/**
 * Multiplier bootstrap of influence functions (Callaway and Sant'Anna 2021, algorithm 1): each draw gives every unit a sign, sqrt(n) times
 * the mean of sign * psi is a replicate, se = IQR / 1.349 / sqrt(n), and the critical value is the quantile of the largest |t|.
 * `draws` come from outside, one sign (1 or -1) a unit, so that the same data always give the same band.
 */
export function uniformBand(
  influences: readonly Float64Array[],
  draws: readonly Numbers[],
  level = 0.95,
): OrCannot<UniformBand> {
  const n = influences[0]?.length ?? 0;
  if (n === 0 || draws.length === 0) return cannot('no observations');
  const replicates = influences.map((influence) =>
    Float64Array.from(draws, (signs) => {
      const total = influence.reduce((sum, psi, unit) => sum + at(signs, unit) * psi, 0);
      return total / Math.sqrt(n);
    }),
  );
  const spread = normalQuantile(0.75) - normalQuantile(0.25);
  const sigma = replicates.map((values) => (inverse(values, 0.75) - inverse(values, 0.25)) / spread);
  if (sigma.some((value) => !(value > 0))) return cannot('constant outcome');
  const largest = Float64Array.from(draws, (_, draw) =>
    Math.max(...replicates.map((values, index) => Math.abs(at(values, draw)) / of(sigma, index))),
  );
  return { se: sigma.map((value) => value / Math.sqrt(n)), critical: inverse(largest, level) };
}

/** Quantile as the inverse of the empirical distribution (type 1), as the reference has it. */
function inverse(values: Float64Array, probability: number): number {
  const place = Math.ceil(values.length * probability - 1e-9);
  return at(sortedCopy(values), Math.max(0, place - 1));
}
