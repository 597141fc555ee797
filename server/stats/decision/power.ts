import { chiSquareQuantile } from '../distributions/gamma.ts';
import { normalBelow, normalQuantile } from '../distributions/normal.ts';
import { logGamma } from '../distributions/special-functions.ts';
import { tQuantile } from '../distributions/student-t.ts';

/** P(T > t) of the noncentral t distribution: the normal tail averaged over the chi distribution, by Simpson's rule. */
export function noncentralAbove(t: number, df: number, noncentrality: number): number {
  const [low, high] = [1e-14, 1 - 1e-14].map((p) => Math.sqrt(chiSquareQuantile(p, df) / df));
  if (low === undefined || high === undefined) return Number.NaN;
  const logScale = Math.log(2) + (df / 2) * Math.log(df / 2) - logGamma(df / 2);
  const value = (s: number) =>
    normalBelow(noncentrality - t * s) * Math.exp(logScale + (df - 1) * Math.log(s) - (df * s * s) / 2);
  const steps = 2000;
  const width = (high - low) / steps;
  let total = value(low) + value(high);
  for (let step = 1; step < steps; step++) total += (step % 2 === 1 ? 4 : 2) * value(low + step * width);
  return (total * width) / 3;
}

/**
 * Power of the two-sample t test with n in each group for a difference of so many standard deviations (power.t.test). The wrong tail
 * counts only if `strict`.
 */
export function powerOfT(n: number, difference: number, { level = 0.95, strict = false } = {}): number {
  const df = 2 * (n - 1);
  const critical = tQuantile((1 + level) / 2, df);
  const noncentrality = Math.sqrt(n / 2) * difference;
  const right = noncentralAbove(critical, df, noncentrality);
  return strict ? right + noncentralAbove(critical, df, -noncentrality) : right;
}

/** Power of the two-sample test of proportions with n in each group (power.prop.test). */
export function powerOfProportions(n: number, first: number, second: number, level = 0.95): number {
  const pooled = (first + second) / 2;
  const equal = Math.sqrt(2 * pooled * (1 - pooled));
  const own = Math.sqrt(first * (1 - first) + second * (1 - second));
  const reach = normalQuantile((1 + level) / 2);
  return normalBelow((Math.sqrt(n) * Math.abs(first - second) - reach * equal) / own);
}

/** Author weeks in each arm for a ratio of negative binomial rates by its log (Zhu and Lakkis 2014), clusters not counted. */
export function rateSampleSize(
  design: { rate: number; ratio: number; overdispersion: number; exposure: number },
  power = 0.8,
  level = 0.95,
): number {
  const { rate, ratio, overdispersion, exposure } = design;
  const z = normalQuantile((1 + level) / 2) + normalQuantile(power);
  const variance = 1 / (exposure * rate) + 1 / (exposure * rate * ratio) + 2 * overdispersion;
  return (z ** 2 * variance) / Math.log(ratio) ** 2;
}

/** Where a rising function is `wanted`, between two places, by halving. */
export function whereReached(
  rising: (x: number) => number,
  wanted: number,
  low: number,
  high: number,
): number {
  let [below, above] = [low, high];
  for (let step = 0; step < 200 && above - below > 1e-13 * above; step++) {
    const middle = (below + above) / 2;
    if (rising(middle) < wanted) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}
