import type { OrCannot } from '../cannot.ts';
import { tQuantile } from '../distributions/student-t.ts';
import { type Estimate, estimateOf } from '../inference/estimate.ts';
import { at, type Numbers, of } from '../numbers.ts';
import type { Column } from '../regression/ordinary-least-squares.ts';

/** Coefficients with their covariance, and the degrees of freedom that their t gets. */
export type Model = {
  readonly coefficients: Numbers;
  readonly covariance: readonly (readonly number[])[];
  readonly df: number;
};

export type CounterfactualWeek = {
  readonly row: number;
  readonly fitted: number;
  /** What the trend before would have led to, with its band. */
  readonly expected: number;
  readonly se: number;
  readonly lower: number;
  readonly upper: number;
  readonly effect: number;
  readonly effectError: number;
};

export type Counterfactual = {
  readonly weeks: readonly CounterfactualWeek[];
  /** Mean over the rows of fitted less expected, on the scale of the outcome. */
  readonly average: OrCannot<Estimate>;
};

/**
 * The band of "had nothing changed": the columns named in `change` set to zero in the rows given, x_c'b +- t sqrt(x_c' V x_c), and the
 * effect (x - x_c)'b of each row and their mean (STATISTICS (b)).
 */
export function counterfactual(
  { coefficients, covariance, df }: Model,
  columns: readonly Column[],
  change: readonly string[],
  rows: readonly number[],
  level = 0.95,
): Counterfactual {
  const reach = tQuantile((1 + level) / 2, df);
  const total = columns.map(() => 0);
  const weeks = rows.map((row) => {
    const full = columns.map(({ values }) => at(values, row));
    const without = full.map((value, index) => (change.includes(of(columns, index).name) ? 0 : value));
    const difference = full.map((value, index) => value - at(without, index));
    difference.forEach((value, index) => {
      total[index] = at(total, index) + value / rows.length;
    });
    const expected = dot(without, coefficients);
    const se = Math.sqrt(quadratic(without, covariance));
    return {
      row,
      fitted: dot(full, coefficients),
      expected,
      se,
      lower: expected - reach * se,
      upper: expected + reach * se,
      effect: dot(difference, coefficients),
      effectError: Math.sqrt(quadratic(difference, covariance)),
    };
  });
  const average = estimateOf(dot(total, coefficients), Math.sqrt(quadratic(total, covariance)), df, level);
  return { weeks, average };
}

function dot(x: Numbers, y: Numbers): number {
  let total = 0;
  for (let index = 0; index < x.length; index++) total += at(x, index) * at(y, index);
  return total;
}

function quadratic(x: Numbers, matrix: readonly (readonly number[])[]): number {
  return matrix.reduce((total, row, index) => total + at(x, index) * dot(row, x), 0);
}
