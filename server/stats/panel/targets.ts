import { cannot, isCannot, type OrCannot } from '../cannot.ts';
import { at } from '../numbers.ts';

/** Periods since the start, both ends included; 0 is the period of the start. */
export type Events = { readonly from: number; readonly to: number };

/**
 * A mean of effects over some events, or the difference of two such means: in the unit of the outcome, or, for counts imputed in
 * levels, as 100 * sum of effects / sum of what was expected. Never log(1 + count), whose percent depends on the unit.
 */
export type Target = {
  readonly mean: Events;
  readonly less?: Events;
  readonly scale?: 'outcome' | 'percent';
};

/** All treated cells; the first two and the next four periods, and how they differ (STATISTICS (c) and (k)). */
export const ALL: Target = { mean: { from: 0, to: Number.POSITIVE_INFINITY } };
export const EARLY: Target = { mean: { from: 0, to: 1 } };
export const LATE: Target = { mean: { from: 2, to: 5 } };
export const LATE_LESS_EARLY: Target = { mean: LATE.mean, less: EARLY.mean };

export type Effect = {
  readonly unit: number;
  readonly period: number;
  readonly event: number;
  /** What the untreated would have led to. */
  readonly expected: number;
  /** Outcome less expected. */
  readonly effect: number;
};

/** Effects added up by the periods since the start, from 0: a target asks of nothing else. */
export type EventSums = {
  readonly effects: Float64Array;
  readonly expected: Float64Array;
  readonly counts: Int32Array;
  /** Cells of which nothing untreated tells what to expect. */
  readonly lost: Int32Array;
};

/** The mean over a target's cells; cannot when a cell of it is lost. */
export function averageOf(sums: EventSums, { mean, less, scale = 'outcome' }: Target): OrCannot<number> {
  const within = ({ from, to }: Events): OrCannot<number> => {
    let [total, count, base] = [0, 0, 0];
    for (let event = Math.max(0, from); event <= Math.min(to, sums.counts.length - 1); event++) {
      if (at(sums.lost, event) > 0) return cannot('no comparison units');
      total += at(sums.effects, event);
      count += at(sums.counts, event);
      base += at(sums.expected, event);
    }
    if (count === 0) return cannot('no such event time');
    if (scale === 'outcome') return total / count;
    return base > 0 ? (100 * total) / base : cannot('no value above zero');
  };
  const first = within(mean);
  if (isCannot(first) || less === undefined) return first;
  const second = within(less);
  return isCannot(second) ? second : first - second;
}
