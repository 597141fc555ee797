import type { Snapshot } from '../facts/columns/snapshot.ts';
import type { LeftOut } from '../facts/pull-request-fact.ts';
import type { Week } from '../model/week.ts';
import type { Metric } from './definition.ts';
import { itemsByMerge } from './items-by-merge.ts';
import { itemsByOpening } from './items-by-opening.ts';
import { KINDS, lacking, leftOutKind, MEASURED, NOTED } from './kind.ts';
import type { Selection } from './selection.ts';

/** The items of one stretch of weeks, and what a metric finds in them. */
export type WeeklyItems = {
  from: Week;
  to: Week;
  /** Items that take part in the metric and have a value. */
  measured(from: Week, to: Week): number;
  /** Items that would take part but whose value is unknown. */
  withoutValue(from: Week, to: Week): number;
  /** Those of them that lack it for the metric's reason of this place. */
  missing(reason: number, from: Week, to: Week): number;
  /** Items with a value of which the metric notes something. */
  noted(from: Week, to: Week): number;
  leftOut(reason: LeftOut, from: Week, to: Week): number;
  /** Quantiles (type 7) of all values of some weeks together. Throws RangeError where nothing is measured. */
  quantiles(from: Week, to: Week, probabilities: readonly number[]): number[];
};

export function weeklyItems(snapshot: Snapshot, metric: Metric, selection: Selection): WeeklyItems {
  const { from, to, by } = selection;
  const items = (by === 'opening' ? itemsByOpening : itemsByMerge)(snapshot, metric, selection);
  const reasons = metric.kind === 'count' ? [] : metric.missing.map((_, reason) => reason);
  const sum = (first: Week, last: Week, ...kinds: readonly number[]) => {
    let total = 0;
    for (let week = Math.max(first, from); week <= Math.min(last, to); week++) {
      for (const kind of kinds) total += items.counts[(week - from) * KINDS + kind] ?? 0;
    }
    return total;
  };
  const measured = (first: Week, last: Week) => sum(first, last, MEASURED, NOTED);
  return {
    from,
    to,
    measured,
    withoutValue: (first, last) => sum(first, last, ...reasons.map(lacking)),
    missing: (reason, first, last) => sum(first, last, lacking(reason)),
    noted: (first, last) => sum(first, last, NOTED),
    leftOut: (reason, first, last) => sum(first, last, leftOutKind(reason)),
    quantiles: (first, last, probabilities) =>
      items.quantiles(first, last, measured(first, last), probabilities),
  };
}
