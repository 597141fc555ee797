import { cannot, type OrCannot } from '../cannot.ts';
import { type Estimate, estimateOf } from '../inference/estimate.ts';
import { at, type Numbers } from '../numbers.ts';

export type Shrunk = {
  /** How much teams truly differ: variance between them (DerSimonian and Laird 1986). */
  readonly between: number;
  /** Mean over teams with the interval of Hartung and Knapp (2001), t(k - 1). */
  readonly mean: OrCannot<Estimate>;
  /** Each team's value drawn towards the mean by what is noise in it, B = between / (between + own variance), and its posterior error. */
  readonly teams: readonly { readonly value: number; readonly se: number; readonly weight: number }[];
};

/** Empirical-Bayes shrinkage of teams' values with their standard errors: the loudest team is mostly the noisiest. Never ranked. */
export function shrinkage(values: Numbers, errors: Numbers): OrCannot<Shrunk> {
  const k = values.length;
  if (k < 2) return cannot('too few observations');
  const variances = Float64Array.from(errors, (se) => se * se);
  if (variances.some((variance) => !(variance > 0))) return cannot('constant outcome');
  const precise = weighted(
    values,
    variances.map((variance) => 1 / variance),
  );
  const squares = variances.reduce((total, variance) => total + 1 / variance ** 2, 0);
  const spread = variances.reduce(
    (total, variance, team) => total + (at(values, team) - precise.mean) ** 2 / variance,
    0,
  );
  const between = Math.max(0, (spread - (k - 1)) / (precise.total - squares / precise.total));
  const weights = variances.map((variance) => 1 / (between + variance));
  const { mean, total } = weighted(values, weights);
  const around = weights.reduce((sum, weight, team) => sum + weight * (at(values, team) - mean) ** 2, 0);
  const se = Math.sqrt(around / ((k - 1) * total));
  const teams = Array.from(variances, (variance, team) => {
    const weight = between / (between + variance);
    return { value: mean + weight * (at(values, team) - mean), se: Math.sqrt(weight * variance), weight };
  });
  return { between, mean: estimateOf(mean, se, k - 1), teams };
}

function weighted(values: Numbers, weights: Float64Array): { mean: number; total: number } {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { mean: weights.reduce((sum, weight, index) => sum + weight * at(values, index), 0) / total, total };
}
