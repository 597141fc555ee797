import type { Snapshot } from '../facts/columns/snapshot.ts';
import type { IssueLeftOut } from '../facts/issue-fact.ts';
import type { LeftOut } from '../facts/pull-request-fact.ts';
import type { Week } from '../model/week.ts';
import type { Metric } from './definition.ts';
import type { Items } from './items.ts';
import { itemsByMerge } from './items-by-merge.ts';
import { itemsByOpening } from './items-by-opening.ts';
import { CLOSED, KINDS, lacking, leftOutKind, MEASURED, NOTED, WAITING } from './kind.ts';
import { openItems } from './open-items.ts';
import { type Selection, withDataEnd } from './selection.ts';

/** The items of one stretch of weeks, and what a metric finds in them. Of open items only one week's at a time can be told. */
export type WeeklyItems = {
  from: Week;
  to: Week;
  /** Items that the metric's value rests on: those with a value of their own, and those that were followed without one. */
  measured(from: Week, to: Week): number;
  /** Of them: still open, without a value yet. */
  waiting(from: Week, to: Week): number;
  /** Of them: closed before they had one. */
  closed(from: Week, to: Week): number;
  /** Items that would take part but whose value is unknown. */
  withoutValue(from: Week, to: Week): number;
  /** Those of them that lack it for the metric's reason of this place. */
  missing(reason: number, from: Week, to: Week): number;
  /** Items with a value of which the metric notes something. */
  noted(from: Week, to: Week): number;
  leftOut(reason: LeftOut | IssueLeftOut, from: Week, to: Week): number;
  /** Of a metric of sums, both over all of some weeks. */
  sums(from: Week, to: Week): { part: number; whole: number };
  /** Quantiles of all of some weeks together; null: not reached yet. Throws RangeError where nothing is counted. */
  quantiles(from: Week, to: Week, probabilities: readonly number[]): (number | null)[];
  /**
   * Of a metric that follows what was opened: the shares of all of some weeks that have their value within some times, in whole numbers of
   * `itemValue`; null: not followed for so long, or not at all.
   */
  sharesWithin(from: Week, to: Week, times: readonly number[]): (number | null)[];
};

export function weeklyItems(snapshot: Snapshot, metric: Metric, selection: Selection): WeeklyItems {
  const { from, to } = selection;
  const items = itemsOf(snapshot, metric, selection);
  const reasons = metric.missing.map((_, reason) => reason);
  const sum = (first: Week, last: Week, ...kinds: readonly number[]) => {
    let total = 0;
    for (let week = Math.max(first, from); week <= Math.min(last, to); week++) {
      for (const kind of kinds) total += items.counts[(week - from) * KINDS + kind] ?? 0;
    }
    return total;
  };
  // The same weeks are asked about for a finding, and for which weeks are young.
  const known = new Map<string, (number | null)[]>();
  return {
    from,
    to,
    measured: (first, last) => sum(first, last, MEASURED, NOTED, WAITING, CLOSED),
    waiting: (first, last) => sum(first, last, WAITING),
    closed: (first, last) => sum(first, last, CLOSED),
    withoutValue: (first, last) => sum(first, last, ...reasons.map(lacking)),
    missing: (reason, first, last) => sum(first, last, lacking(reason)),
    noted: (first, last) => sum(first, last, NOTED),
    leftOut: (reason, first, last) => sum(first, last, leftOutKind(reason)),
    sums: (first, last) => items.sums?.(first, last) ?? { part: 0, whole: 0 },
    quantiles(first, last, probabilities) {
      const asked = `${first} ${last} ${probabilities}`;
      const found =
        known.get(asked) ?? items.quantiles(first, last, sum(first, last, MEASURED, NOTED), probabilities);
      known.set(asked, found);
      return found;
    },
    sharesWithin: (first, last, times) => items.sharesWithin?.(first, last, times) ?? times.map(() => null),
  };
}

function itemsOf(snapshot: Snapshot, metric: Metric, selection: Selection): Items {
  if (metric.of === 'open') return openItems(snapshot, metric, withDataEnd(selection));
  return (selection.by === 'opening' ? itemsByOpening : itemsByMerge)(snapshot, metric, selection);
}
