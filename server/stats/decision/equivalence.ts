import { cannot, type OrCannot } from '../cannot.ts';
import { normalBelow, normalQuantile } from '../distributions/normal.ts';
import { tAbove, tQuantile } from '../distributions/student-t.ts';

/**
 * Two one-sided tests (Schuirmann 1987) that a log ratio lies within log(1 + margin) of zero either way; `df` infinite for the normal.
 * Equivalent at alpha when the interval of 1 - 2 alpha lies inside. Not significant is not equal: this is the only way to say "no change".
 */
export function equivalence(
  log: number,
  se: number,
  { df = Number.POSITIVE_INFINITY, margin = 0.1, alpha = 0.05 } = {},
): OrCannot<{ p: number; equivalent: boolean }> {
  if (!(se > 0)) return cannot('not identified');
  const limit = Math.log1p(margin);
  const isNormal = df === Number.POSITIVE_INFINITY;
  const above = (t: number) => (isNormal ? normalBelow(-t) : tAbove(t, df));
  const p = Math.max(above((log + limit) / se), above((limit - log) / se));
  const reach = (isNormal ? normalQuantile(1 - alpha) : tQuantile(1 - alpha, df)) * se;
  return { p, equivalent: log - reach > -limit && log + reach < limit };
}
