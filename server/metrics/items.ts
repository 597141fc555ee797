import type { Week } from '../model/week.ts';

/** The items of a selection. */
export type Items = {
  /** How many of each kind each week has: `KINDS` numbers a week, from the selection's first. */
  counts: Int32Array;
  /** Of a metric of sums, both of some weeks together. */
  sums?(from: Week, to: Week): { part: number; whole: number };
  /** Quantiles of the `n` values of some weeks together; null: not reached yet. */
  quantiles(from: Week, to: Week, n: number, probabilities: readonly number[]): (number | null)[];
  /** Of what is followed, the shares of all that have their value within some times; null: not followed for so long. */
  sharesWithin?(from: Week, to: Week, times: readonly number[]): (number | null)[];
};
