import type { Chunk } from '../facts/columns/chunk.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import type { Week } from '../model/week.ts';
import { bucketedQuantiles } from '../stats/bucketed-quantile.ts';
import type { Metric, QuantileMetric } from './definition.ts';
import type { Items } from './items.ts';
import { AS_IT_IS, KINDS, kindsOf, MEASURED, NOTED, whereNotSetUp } from './kind.ts';
import { orderedQuantiles } from './order.ts';
import { scratch } from './scratch.ts';
import { type Selection, slicesAsked } from './selection.ts';

const roomForValues = scratch();

/** Items by week of opening: the chunk of a week has all of them, and no others. */
export function itemsByOpening(snapshot: Snapshot, metric: Metric, selection: Selection): Items {
  const { from, to } = selection;
  const within = (first: Week, last: Week) =>
    snapshot.chunks.filter(({ week }) => week >= Math.max(first, from) && week <= Math.min(last, to));
  return {
    counts: counted(within(from, to), metric, selection),
    quantiles(first, last, n, probabilities) {
      if (metric.kind === 'count') throw new Error(`${metric.definition.name} have no quantiles`);
      const chunks = within(first, last);
      const [only, ...others] = chunks;
      return only !== undefined && others.length === 0
        ? orderedQuantiles(only, metric, selection, n, probabilities)
        : bucketedQuantiles(valuesOf(chunks, metric, selection, n), probabilities);
    },
  };
}

function counted(chunks: readonly Chunk[], metric: Metric, selection: Selection): Int32Array {
  const { from, to, deploying, teams } = selection;
  const counts = new Int32Array(Math.max(0, to - from + 1) * KINDS);
  const notSetUp = whereNotSetUp(metric);
  for (const chunk of chunks) {
    const { week, teamSet } = chunk;
    const kinds = kindsOf(chunk, metric);
    for (const slice of slicesAsked(chunk, selection)) {
      const as = deploying[slice.repository] === 1 ? AS_IT_IS : notSetUp;
      for (let row = slice.from; row < slice.mergedUntil; row++) {
        if (teams !== null && teams[teamSet[row] ?? 0] !== 1) continue;
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
  const values = roomForValues(n);
  let size = 0;
  for (const chunk of chunks) {
    const { teamSet } = chunk;
    const kinds = kindsOf(chunk, metric);
    for (const slice of slicesAsked(chunk, selection)) {
      for (let row = slice.from; row < slice.mergedUntil; row++) {
        if (kinds[row] !== MEASURED && kinds[row] !== NOTED) continue;
        if (teams !== null && teams[teamSet[row] ?? 0] !== 1) continue;
        values[size] = itemValue(chunk, row);
        size += 1;
      }
    }
  }
  return values;
}
