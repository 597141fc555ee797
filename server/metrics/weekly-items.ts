import { LEFT_OUT, UNKNOWN } from '../facts/columns/column.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import type { LeftOut } from '../facts/pull-request-fact.ts';
import type { Week } from '../model/week.ts';
import type { Metric, QuantileMetric } from './definition.ts';
import type { Missing } from './missing.ts';
import { type Selection, scan } from './scan.ts';

/** The items of one stretch of weeks, and the values that a metric finds in them. */
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
  /** A copy, in no order, which may be reordered. */
  values(from: Week, to: Week): Int32Array;
};

/** What is counted lacks nothing. */
const COUNTED: Pick<QuantileMetric, 'itemValue' | 'noted'> & { missing: readonly Missing[] } = {
  itemValue: () => 0,
  missing: [],
  noted: null,
};

/** One scan counts, a second one puts each value behind those of earlier weeks: no sorting, no object per item. */
export function weeklyItems(snapshot: Snapshot, metric: Metric, selection: Selection): WeeklyItems {
  const { from, to } = selection;
  const weeks = Math.max(0, to - from + 1);
  const codes = LEFT_OUT.length;
  const counts = new Int32Array(weeks * codes);
  const { itemValue, missing, noted } = metric.kind === 'count' ? COUNTED : metric;
  const unknown = new Int32Array(weeks * missing.length);
  const marked = new Int32Array(weeks);

  scan(snapshot, selection, (chunk, row, week) => {
    const code = chunk.leftOut[row] ?? 0;
    if (code === 0 && itemValue(chunk, row) === UNKNOWN) {
      const found = missing.findIndex((reason) => reason.holds(chunk, row, selection.deploying));
      const reason = found < 0 ? missing.length - 1 : found;
      unknown[week * missing.length + reason] = (unknown[week * missing.length + reason] ?? 0) + 1;
      return;
    }
    counts[week * codes + code] = (counts[week * codes + code] ?? 0) + 1;
    if (code === 0 && noted?.holds(chunk, row)) marked[week] = (marked[week] ?? 0) + 1;
  });

  const ends = new Int32Array(weeks + 1);
  for (let week = 0; week < weeks; week++) ends[week + 1] = (ends[week] ?? 0) + (counts[week * codes] ?? 0);
  const values = new Int32Array(metric.kind === 'count' ? 0 : (ends[weeks] ?? 0));
  if (metric.kind === 'quantile') {
    const next = ends.slice();
    scan(snapshot, selection, (chunk, row, week) => {
      if (chunk.leftOut[row] !== 0) return;
      const value = itemValue(chunk, row);
      if (value === UNKNOWN) return;
      const place = next[week] ?? 0;
      values[place] = value;
      next[week] = place + 1;
    });
  }

  const sum = (first: Week, last: Week, of: (week: number) => number | undefined) => {
    let total = 0;
    for (let week = Math.max(first, from); week <= Math.min(last, to); week++) total += of(week - from) ?? 0;
    return total;
  };
  const end = (week: Week) => ends[Math.max(0, Math.min(week - from, weeks))] ?? 0;
  const lacking = (reason: number, first: Week, last: Week) =>
    sum(first, last, (week) => unknown[week * missing.length + reason]);
  return {
    from,
    to,
    measured: (first, last) => sum(first, last, (week) => counts[week * codes]),
    withoutValue: (first, last) =>
      missing.reduce((total, _, reason) => total + lacking(reason, first, last), 0),
    missing: lacking,
    noted: (first, last) => sum(first, last, (week) => marked[week]),
    leftOut: (reason, first, last) => {
      const code = LEFT_OUT.indexOf(reason);
      return sum(first, last, (week) => counts[week * codes + code]);
    },
    values: (first, last) => values.slice(end(first), end(last + 1)),
  };
}
