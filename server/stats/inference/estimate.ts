import { cannot, type OrCannot } from '../cannot.ts';
import { tQuantile, tTwoSided } from '../distributions/student-t.ts';

/** A value with its standard error on the same scale, its t(df) interval, and the p-value of "it is zero". */
export type Estimate = {
  readonly value: number;
  readonly se: number;
  readonly df: number;
  readonly lower: number;
  readonly upper: number;
  readonly t: number;
  readonly p: number;
};

/** A standard error this small beside its value is what rounding leaves of no spread at all. */
const NO_SPREAD = 1e-12;

/** Value +- t quantile * se. No spread is no certainty: it cannot be judged. */
export function estimateOf(value: number, se: number, df: number, level = 0.95): OrCannot<Estimate> {
  if (!Number.isFinite(value) || !Number.isFinite(se)) return cannot('not identified');
  if (!(df > 0)) return cannot('too few observations');
  if (se <= NO_SPREAD * Math.max(1, Math.abs(value))) return cannot('constant outcome');
  const reach = tQuantile((1 + level) / 2, df) * se;
  const t = value / se;
  return { value, se, df, lower: value - reach, upper: value + reach, t, p: tTwoSided(t, df) };
}
