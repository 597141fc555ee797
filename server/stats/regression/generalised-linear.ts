import type { Matrix } from 'ml-matrix';
import { cannot, isCannot, type OrCannot } from '../cannot.ts';
import { at, type Numbers } from '../numbers.ts';
import { type Column, inverseCross, leastSquares } from './ordinary-least-squares.ts';

/** A family and its link: mean from linear predictor, how fast it moves with it, variance from mean, deviance of one row. */
export type Family = {
  mean(linear: number): number;
  /** Derivative of the mean by the linear predictor; the variance itself where the link is the canonical one. */
  slope(mean: number): number;
  variance(mean: number): number;
  link(mean: number): number;
  deviance(seen: number, mean: number): number;
  start(seen: number, weight: number): number;
};

const entropy = (seen: number, mean: number): number => (seen > 0 ? seen * Math.log(seen / mean) : 0);

/** Counts with log link. */
export const poisson: Family = {
  mean: Math.exp,
  slope: (mean) => mean,
  variance: (mean) => mean,
  link: Math.log,
  deviance: (seen, mean) => 2 * (entropy(seen, mean) - (seen - mean)),
  start: (seen) => seen + 0.1,
};

/** Counts with log link and variance mean + mean^2 / size (NB2), size known. */
export function negativeBinomial(size: number): Family {
  return {
    ...poisson,
    variance: (mean) => mean + (mean * mean) / size,
    deviance: (seen, mean) =>
      2 * (entropy(seen, mean) - (seen + size) * Math.log((seen + size) / (mean + size))),
    start: (seen) => seen + 1 / 6,
  };
}

/** Shares with logit link; the weight of a row is its number of trials. */
export const binomial: Family = {
  mean: (linear) => 1 / (1 + Math.exp(-linear)),
  slope: (mean) => mean * (1 - mean),
  variance: (mean) => mean * (1 - mean),
  link: (mean) => Math.log(mean / (1 - mean)),
  deviance: (seen, mean) => 2 * (entropy(seen, mean) + entropy(1 - seen, 1 - mean)),
  start: (seen, weight) => (weight * seen + 0.5) / (weight + 1),
};

export type GeneralisedFit = {
  readonly names: readonly string[];
  readonly coefficients: readonly number[];
  readonly fitted: Float64Array;
  /** (X'WX)^-1; times the dispersion it is the quasi-likelihood covariance. */
  readonly bread: Matrix;
  readonly deviance: number;
  /** Pearson's chi-square / df. */
  readonly dispersion: number;
  readonly df: number;
};

const MOST_STEPS = 100;

/** Generalised linear model by iteratively reweighted least squares (Nelder and Wedderburn 1972), each step by QR. */
export function generalisedLinear(
  family: Family,
  outcome: Numbers,
  columns: readonly Column[],
  { weights, offset }: { weights?: Numbers; offset?: Numbers } = {},
): OrCannot<GeneralisedFit> {
  const rows = outcome.length;
  const weight = (row: number): number => (weights === undefined ? 1 : at(weights, row));
  const shift = (row: number): number => (offset === undefined ? 0 : at(offset, row));
  const linear = Float64Array.from({ length: rows }, (_, row) =>
    family.link(family.start(at(outcome, row), weight(row))),
  );
  let deviance = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MOST_STEPS; step++) {
    const means = linear.map(family.mean);
    const roots = means.map(
      (mean, row) => Math.sqrt(weight(row) / family.variance(mean)) * family.slope(mean),
    );
    const working = means.map((mean, row) => {
      const pull = (at(outcome, row) - mean) / family.slope(mean);
      return at(roots, row) * (at(linear, row) - shift(row) + pull);
    });
    if (working.some((value) => !Number.isFinite(value))) return cannot('not converged');
    const scaled = columns.map(({ name, values }) => ({
      name,
      values: roots.map((root, row) => root * at(values, row)),
    }));
    const fit = leastSquares(working, scaled);
    if (isCannot(fit)) return fit;
    if (fit.aliased.length > 0) return cannot('singular design');
    const next = means.reduce(
      (total, mean, row) => total + weight(row) * family.deviance(at(outcome, row), mean),
      0,
    );
    if (Math.abs(next - deviance) <= 1e-14 * (next + 0.1)) {
      const pearson = means.reduce(
        (total, mean, row) => total + (weight(row) * (at(outcome, row) - mean) ** 2) / family.variance(mean),
        0,
      );
      const { names, coefficients, df } = fit;
      return {
        names,
        coefficients,
        fitted: means,
        bread: inverseCross(fit),
        deviance: next,
        dispersion: pearson / df,
        df,
      };
    }
    deviance = next;
    linear.forEach((_, row) => {
      linear[row] = columns.reduce(
        (total, { values }, index) => total + at(fit.coefficients, index) * at(values, row),
        shift(row),
      );
    });
  }
  return cannot('not converged');
}
