import type { Chunk } from '../facts/columns/chunk.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import type { Week } from '../model/week.ts';
import { bucketedQuantiles } from '../stats/bucketed-quantile.ts';
import type { Metric, QuantileMetric } from './definition.ts';
import { followedQuantilesOf } from './followed-order.ts';
import type { Items } from './items.ts';
import {
  AS_IT_IS,
  CLOSED,
  follows,
  KINDS,
  kindsOf,
  MEASURED,
  NOTED,
  WAITING,
  whereNotSetUp,
} from './kind.ts';
import { markedRows } from './marks.ts';
import { orderedQuantiles } from './order.ts';
import { type Selection, slicesAsked, withDataEnd } from './selection.ts';
import { roomForValues } from './values-room.ts';
import { followedQuantiles, sharesWithin } from './waiting-items.ts';

/** Items by week of opening: the chunk of a week has all of them, and no others. */
export function itemsByOpening(snapshot: Snapshot, metric: Metric, selection: Selection): Items {
  const { from, to } = selection;
  const within = (first: Week, last: Week) =>
    snapshot.chunks.filter(({ week }) => week >= Math.max(first, from) && week <= Math.min(last, to));
  const counts = counted(within(from, to), metric, selection);
  const of = (week: Week, kind: number) => counts[(week - from) * KINDS + kind] ?? 0;
  /** Whether any of these items has no value yet, or was closed before it had one. */
  const unfinished = (chunks: readonly Chunk[]) =>
    chunks.some(({ week }) => of(week, WAITING) + of(week, CLOSED) > 0);
  return {
    counts,
    quantiles(first, last, n, probabilities) {
      if (metric.kind === 'count') throw new Error(`${metric.definition.name} have no quantiles`);
      const chunks = within(first, last);
      const [only, ...others] = chunks;
      const one = only !== undefined && others.length === 0;
      if (follows(metric, 'opening') && unfinished(chunks)) {
        const followed = withDataEnd(selection);
        return one
          ? followedQuantilesOf(only, metric, followed, n + of(only.week, CLOSED), probabilities)
          : followedQuantiles(chunks, metric, followed, probabilities);
      }
      return one
        ? orderedQuantiles(only, metric, selection, n, probabilities)
        : bucketedQuantiles(valuesOf(chunks, metric, selection, n), probabilities);
    },
    sharesWithin: (first, last, times) =>
      follows(metric, 'opening')
        ? sharesWithin(within(first, last), metric, withDataEnd(selection), times)
        : times.map(() => null),
  };
}

function counted(chunks: readonly Chunk[], metric: Metric, selection: Selection): Int32Array {
  const { from, to, deploying, teams } = selection;
  const counts = new Int32Array(Math.max(0, to - from + 1) * KINDS);
  const notSetUp = whereNotSetUp(metric);
  const following = follows(metric, 'opening');
  for (const chunk of chunks) {
    const { week, teamSet } = chunk;
    const kinds = kindsOf(chunk, metric, 'opening');
    const marked = markedRows(chunk, selection.marks);
    for (const slice of slicesAsked(chunk, selection)) {
      const as = deploying[slice.repository] === 1 ? AS_IT_IS : notSetUp;
      const end = following ? slice.until : slice.mergedUntil;
      for (let row = slice.from; row < end; row++) {
        if (teams !== null && teams[teamSet[row] ?? 0] !== 1) continue;
        if (marked !== null && marked[row] !== 1) continue;
        const at = (week - from) * KINDS + (as[kinds[row] ?? 0] ?? 0);
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
  }
  return counts;
}

function valuesOf(
  chunks: readonly Chunk[],
  metric: QuantileMetric,
  selection: Selection,
  n: number,
): Int32Array {
  const { teams } = selection;
  const { itemValue } = metric;
  const following = follows(metric, 'opening');
  const values = roomForValues(selection, n);
  let size = 0;
  for (const chunk of chunks) {
    const { teamSet } = chunk;
    const kinds = kindsOf(chunk, metric, 'opening');
    const marked = markedRows(chunk, selection.marks);
    for (const slice of slicesAsked(chunk, selection)) {
      const end = following ? slice.until : slice.mergedUntil;
      for (let row = slice.from; row < end; row++) {
        if (kinds[row] !== MEASURED && kinds[row] !== NOTED) continue;
        if (teams !== null && teams[teamSet[row] ?? 0] !== 1) continue;
        if (marked !== null && marked[row] !== 1) continue;
        values[size] = itemValue(chunk, row);
        size += 1;
      }
    }
  }
  return values;
}
