import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import { DAY, MINUTE } from '../model/instant.ts';
import type { Week } from '../model/week.ts';
import { bucketedQuantiles } from '../stats/bucketed-quantile.ts';
import type { Metric } from './definition.ts';
import type { Items } from './items.ts';
import { KINDS, kindsOf, lacking, MEASURED } from './kind.ts';
import { markedRows } from './marks.ts';
import { type OpenAges, openAges } from './open-ages.ts';
import { type Followed, slicesAsked } from './selection.ts';

/** A repository of which nothing is told for longer is not taken to have stayed as it was. */
export const PATIENCE = (2 * DAY) / MINUTE;

export const DRAFT = lacking(0);

/**
 * Items that are open at the end of each week; the running week ends with the data. Open is what was opened before and neither merged
 * nor closed; until it is ready first it is a draft, which counts apart. One pass over the chunks: a stay is two marks in a table of
 * differences between weeks.
 */
export function openItems(snapshot: Snapshot, metric: Metric, selection: Followed): Items {
  const { from, to } = selection;
  const ends = Int32Array.from({ length: Math.max(0, to - from + 1) }, (_, week) =>
    Math.min(snapshot.weeks.weekStart(from + week + 1) / MINUTE, selection.dataEnd.last),
  );
  const withAges = metric.kind === 'quantile';
  const me = {};
  const find = () => {
    const ages = withAges ? openAges(me, ends) : null;
    const counts = scanned(snapshot, metric, selection, ends, ages);
    ages?.gather();
    return { counts, ages };
  };
  const found = find();
  let { ages } = found;
  return {
    counts: found.counts,
    quantiles(first, last, _, probabilities) {
      if (ages?.isKept() === false) ages = find().ages;
      return ages === null || first !== last
        ? probabilities.map(() => null)
        : bucketedQuantiles(ages.of(first - from), probabilities);
    },
  };
}

function scanned(
  { chunks }: Snapshot,
  metric: Metric,
  selection: Followed,
  ends: Int32Array,
  ages: OpenAges | null,
): Int32Array {
  const { from, to, teams, dataEnd } = selection;
  /** Of the first end that comes after what happens in a week; the running week ends with the data. */
  const placeOf = (week: Week) => Math.max(0, Math.min(week - from, ends.length));
  const changes = new Int32Array((ends.length + 1) * KINDS);
  const mark = (kind: number, first: number, last: number) => {
    if (first >= last) return;
    changes[first * KINDS + kind] = (changes[first * KINDS + kind] ?? 0) + 1;
    changes[last * KINDS + kind] = (changes[last * KINDS + kind] ?? 0) - 1;
  };
  for (const chunk of chunks) {
    if (chunk.week > to) continue;
    const kinds = kindsOf(chunk, metric);
    const marked = markedRows(chunk, selection.marks);
    const { openedAt, readyAt, closedAt, mergeWeek, teamSet } = chunk;
    const since = metric.kind === 'quantile' ? metric.itemValue : null;
    const first = placeOf(chunk.week);
    const lastOf = (row: number) => {
      const merged = mergeWeek[row] ?? UNKNOWN;
      if (merged !== UNKNOWN) return placeOf(merged);
      const ended = closedAt[row] ?? UNKNOWN;
      return ended === UNKNOWN ? ends.length : placeAfter(ends, ended);
    };
    for (const slice of slicesAsked(chunk, { ...selection, by: 'opening' })) {
      if (slice.kind !== 'opened') continue;
      const known = placeAfter(ends, (dataEnd.ofRepository[slice.repository] ?? 0) + PATIENCE);
      for (let row = firstOpen(chunk, slice, ends); row < slice.until; row++) {
        if (mergeWeek[row] === chunk.week) continue;
        if (teams !== null && teams[teamSet[row] ?? 0] !== 1) continue;
        if (marked !== null && marked[row] !== 1) continue;
        const last = Math.min(known, lastOf(row));
        if (first >= last) continue;
        const kind = kinds[row] ?? 0;
        if (kind !== MEASURED) {
          mark(kind, first, last);
          continue;
        }
        const isReady = readyAt[row] === openedAt[row];
        const ready = isReady ? first : Math.min(last, placeAfter(ends, readyAt[row] ?? 0));
        mark(DRAFT, first, ready);
        mark(MEASURED, Math.max(first, ready), last);
        if (since !== null) ages?.add(since(chunk, row), Math.max(first, ready), last);
      }
    }
  }
  for (let at = KINDS; at < changes.length; at++)
    changes[at] = (changes[at] ?? 0) + (changes[at - KINDS] ?? 0);
  return changes.subarray(0, ends.length * KINDS);
}

/** Merged ones come first: where all were merged before the first end, none of them is open at any. */
function firstOpen(
  { merged }: Chunk,
  slice: { from: number; mergedUntil: number },
  ends: Int32Array,
): number {
  return merged.until < (ends[0] ?? 0) ? slice.mergedUntil : slice.from;
}

/** The place of the first end that comes after a minute. */
function placeAfter(ends: Int32Array, minute: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) > minute) high = middle;
    else low = middle + 1;
  }
  return low;
}
