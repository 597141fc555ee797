import type { Chunk } from '../facts/columns/chunk.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import { MINUTE } from '../model/instant.ts';
import type { Week } from '../model/week.ts';
import { bucketedQuantiles } from '../stats/bucketed-quantile.ts';
import type { Metric, QuantileMetric } from './definition.ts';
import { summedByMerge } from './guardrails/summed-by-merge.ts';
import type { Items } from './items.ts';
import { AS_IT_IS, KINDS, kindsOf, MEASURED, NOTED, whereNotSetUp } from './kind.ts';
import { markedRows } from './marks.ts';
import { type Selection, slicesAsked } from './selection.ts';
import { hasRoom, roomForValues } from './values-room.ts';

/**
 * Items by week of merge, which may lie in the chunk of any earlier week. One scan counts them; where quantiles are asked for another
 * one puts each value behind those of earlier weeks, since by then it is known how many these are.
 */
export function itemsByMerge(snapshot: Snapshot, metric: Metric, selection: Selection): Items {
  const { from, to } = selection;
  const weeks = Math.max(0, to - from + 1);
  const chunks = mergingWithin(snapshot, from, to);
  const counts = counted(chunks, metric, selection, weeks);
  const ends = endsOf(counts, weeks);
  const me = {};
  let values: Int32Array = new Int32Array(0);
  const end = (week: Week) => ends[Math.max(0, Math.min(week - from, weeks))] ?? 0;
  const sums = metric.kind === 'count' && metric.sums !== undefined ? metric.sums : null;
  return {
    counts,
    ...(sums === null ? {} : { sums: summedByMerge(chunks, metric, sums, selection, weeks) }),
    quantiles(first, last, _, probabilities) {
      if (metric.kind === 'count') throw new Error(`${metric.definition.name} have no quantiles`);
      if (!hasRoom(me)) values = byWeek(chunks, metric, selection, ends, roomForValues(me, ends[weeks] ?? 0));
      return bucketedQuantiles(values.subarray(end(first), end(last + 1)), probabilities);
    },
  };
}

function counted(chunks: readonly Chunk[], metric: Metric, selection: Selection, weeks: number): Int32Array {
  const { from, deploying, teams } = selection;
  const counts = new Int32Array(weeks * KINDS);
  const notSetUp = whereNotSetUp(metric);
  for (const chunk of chunks) {
    const kinds = kindsOf(chunk, metric);
    const marked = markedRows(chunk, selection.marks);
    const { mergeWeek, teamSet } = chunk;
    for (const slice of slicesAsked(chunk, selection)) {
      const as = deploying[slice.repository] === 1 ? AS_IT_IS : notSetUp;
      for (let row = slice.from; row < slice.mergedUntil; row++) {
        const week = (mergeWeek[row] ?? 0) - from;
        if (week < 0 || week >= weeks) continue;
        if (teams !== null && teams[teamSet[row] ?? 0] !== 1) continue;
        if (marked !== null && marked[row] !== 1) continue;
        const at = week * KINDS + (as[kinds[row] ?? 0] ?? 0);
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
  }
  return counts;
}

/** How many values there are up to each week. */
function endsOf(counts: Int32Array, weeks: number): Int32Array {
  const ends = new Int32Array(weeks + 1);
  for (let week = 0; week < weeks; week++) {
    const measured = (counts[week * KINDS + MEASURED] ?? 0) + (counts[week * KINDS + NOTED] ?? 0);
    ends[week + 1] = (ends[week] ?? 0) + measured;
  }
  return ends;
}

/** The values in the order of their weeks. */
function byWeek(
  chunks: readonly Chunk[],
  metric: QuantileMetric,
  selection: Selection,
  ends: Int32Array,
  values: Int32Array,
): Int32Array {
  const { from, teams } = selection;
  const { itemValue } = metric;
  const next = ends.slice();
  const weeks = ends.length - 1;
  for (const chunk of chunks) {
    const kinds = kindsOf(chunk, metric);
    const marked = markedRows(chunk, selection.marks);
    const { mergeWeek, teamSet } = chunk;
    for (const slice of slicesAsked(chunk, selection)) {
      for (let row = slice.from; row < slice.mergedUntil; row++) {
        if (kinds[row] !== MEASURED && kinds[row] !== NOTED) continue;
        const week = (mergeWeek[row] ?? 0) - from;
        if (week < 0 || week >= weeks) continue;
        if (teams !== null && teams[teamSet[row] ?? 0] !== 1) continue;
        if (marked !== null && marked[row] !== 1) continue;
        const place = next[week] ?? 0;
        values[place] = itemValue(chunk, row);
        next[week] = place + 1;
      }
    }
  }
  return values;
}

function mergingWithin({ chunks, weeks }: Snapshot, from: Week, to: Week): Chunk[] {
  const [begin, end] = [weeks.weekStart(from) / MINUTE, weeks.weekStart(to + 1) / MINUTE];
  return chunks.filter(({ merged }) => merged.from < end && merged.until >= begin);
}
