import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import { idOf } from '../../facts/columns/rows-holding.ts';
import type { QuantileMetric } from '../../metrics/definition.ts';
import { AS_IT_IS, kindsOf, MEASURED, NOTED, whereNotSetUp } from '../../metrics/kind.ts';
import { type Selection, slicesAsked } from '../../metrics/selection.ts';
import type { Held } from '../live.ts';

type Candidate = { chunk: Chunk; row: number; value: number };

/** An item near the middle, of how many, and what the middle is, in whole numbers of `itemValue`. */
export type Typical = Candidate & { id: string; of: number; median: number };

/** Weeks to look in for a typical item: fresh ones where there is one, else older ones. */
const STRETCHES = [12, 52];

/**
 * The item whose value is nearest to the median of those merged in the last full weeks: the newest of several, and of those the
 * first by its id, so that the same data always give the same. Null: none has a value.
 */
export function typicalItem(held: Held, metric: QuantileMetric, selection: Selection): Typical | null {
  for (const weeks of STRETCHES) {
    const from = Math.max(selection.from, selection.to - weeks + 1);
    const found = candidates(held, metric, { ...selection, from });
    const values = found.map(({ value }) => value).sort((one, other) => one - other);
    const median = middle(values);
    if (median === null) continue;
    const near = Math.min(...values.map((value) => Math.abs(value - median)));
    const [first] = found
      .filter(({ value }) => Math.abs(value - median) === near)
      .map((one) => ({ ...one, id: idOf(held.snapshot, one.chunk, one.row) }))
      .sort((one, other) => mergedAt(other) - mergedAt(one) || (one.id < other.id ? -1 : 1));
    if (first !== undefined) return { ...first, of: found.length, median };
  }
  return null;
}

function mergedAt({ chunk, row }: Candidate): number {
  return chunk.mergedAt[row] ?? UNKNOWN;
}

function candidates({ snapshot }: Held, metric: QuantileMetric, selection: Selection): Candidate[] {
  const { from, to, deploying } = selection;
  const notSetUp = whereNotSetUp(metric);
  const found: Candidate[] = [];
  for (const chunk of snapshot.chunks) {
    const kinds = kindsOf(chunk, metric);
    for (const slice of slicesAsked(chunk, selection)) {
      const as = deploying[slice.repository] === 1 ? AS_IT_IS : notSetUp;
      for (let row = slice.from; row < slice.mergedUntil; row++) {
        const week = chunk.mergeWeek[row] ?? UNKNOWN;
        if (week < from || week > to) continue;
        const kind = as[kinds[row] ?? 0];
        if (kind === MEASURED || kind === NOTED)
          found.push({ chunk, row, value: metric.itemValue(chunk, row) });
      }
    }
  }
  return found;
}

/** Between the two in the middle of an even number; null of none. */
function middle(sorted: readonly number[]): number | null {
  const half = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(half)], sorted[Math.ceil(half)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
