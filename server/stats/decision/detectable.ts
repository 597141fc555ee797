import { cannot, type OrCannot } from '../cannot.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { tQuantile } from '../distributions/student-t.ts';

/** Standard errors between no effect and one found with this power at this level: t_.975 + t_.8, 2.80 with many degrees of freedom. */
export function detectableErrors(df = Number.POSITIVE_INFINITY, power = 0.8, level = 0.95): number {
  const quantile = (p: number) => (df === Number.POSITIVE_INFINITY ? normalQuantile(p) : tQuantile(p, df));
  return quantile((1 + level) / 2) + quantile(power);
}

export type Detectable = {
  /** On the log scale. */
  readonly log: number;
  /** The smallest fall and the smallest rise that would be noticed, as percent of 0 to 100 below and above. */
  readonly fall: number;
  readonly rise: number;
};

/** Smallest detectable effect of an estimate with this standard error of a log ratio (STATISTICS (h)); shown before any effect. */
export function smallestDetectable(
  se: number,
  { df, power, level }: { df?: number; power?: number; level?: number } = {},
): OrCannot<Detectable> {
  if (!(se > 0) || !Number.isFinite(se)) return cannot('not identified');
  const log = detectableErrors(df, power, level) * se;
  return { log, fall: 100 * Math.expm1(-log), rise: 100 * Math.expm1(log) };
}

/** The standard error with which a change of so many percent would be noticed; a fall below zero, a rise above. */
export function errorNeeded(percent: number, df?: number): OrCannot<number> {
  if (!(percent > -100) || percent === 0) return cannot('never');
  return Math.abs(Math.log1p(percent / 100)) / detectableErrors(df);
}
