import type { Week } from '../model/week.ts';

/** The items of a selection. */
export type Items = {
  /** How many of each kind each week has: `KINDS` numbers a week, from the selection's first. */
  counts: Int32Array;
  /** Quantiles (type 7) of the `n` values of some weeks together. */
  quantiles(from: Week, to: Week, n: number, probabilities: readonly number[]): number[];
};
