import { cannot, type OrCannot } from '../cannot.ts';
import { normalBelow, normalQuantile } from '../distributions/normal.ts';
import { mean, type Numbers } from '../numbers.ts';
import { quantiles } from '../quantile.ts';

export type Limits = { readonly lower: number; readonly upper: number };

/** The percentile interval of bootstrap replicates, type-7 quantiles. With whole clusters drawn it needs twenty of them or more. */
export function percentileInterval(replicates: Numbers, level = 0.95): OrCannot<Limits> {
  return between(replicates, (1 - level) / 2, (1 + level) / 2);
}

/** The basic interval: the percentile one turned round the estimate, on the scale of the values given. */
export function basicInterval(estimate: number, replicates: Numbers, level = 0.95): OrCannot<Limits> {
  const limits = percentileInterval(replicates, level);
  if ('cannot' in limits) return limits;
  return { lower: 2 * estimate - limits.upper, upper: 2 * estimate - limits.lower };
}

export type Accelerated = Limits & {
  readonly bias: number;
  readonly acceleration: number;
  readonly probabilities: readonly [number, number];
};

/**
 * Bias-corrected and accelerated interval (Efron 1987): z0 from the share of replicates below the estimate, ties counted half, and
 * the acceleration sum d^3 / (6 (sum d^2)^1.5) from the leave-one-cluster-out values, d = their mean - each.
 */
export function acceleratedInterval(
  estimate: number,
  replicates: Numbers,
  leaveOneOut: Numbers,
  level = 0.95,
): OrCannot<Accelerated> {
  if (replicates.length === 0) return cannot('no observations');
  let below = 0;
  for (const value of Array.from(replicates)) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  const bias = normalQuantile(below / replicates.length);
  const centre = mean(leaveOneOut);
  let squares = 0;
  let cubes = 0;
  for (const value of Array.from(leaveOneOut)) {
    squares += (centre - value) ** 2;
    cubes += (centre - value) ** 3;
  }
  if (squares === 0 || !Number.isFinite(bias)) return cannot('constant outcome');
  const acceleration = cubes / (6 * squares ** 1.5);
  const corrected = (p: number): number => {
    const shifted = bias + normalQuantile(p);
    return normalBelow(bias + shifted / (1 - acceleration * shifted));
  };
  const probabilities = [corrected((1 - level) / 2), corrected((1 + level) / 2)] as const;
  const limits = between(replicates, ...probabilities);
  return 'cannot' in limits ? limits : { ...limits, bias, acceleration, probabilities };
}

function between(replicates: Numbers, low: number, high: number): OrCannot<Limits> {
  if (replicates.length === 0) return cannot('no observations');
  const [lower = Number.NaN, upper = Number.NaN] = quantiles(Float64Array.from(replicates), [low, high]);
  return { lower, upper };
}
