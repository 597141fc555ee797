import type { Chunk } from '../facts/columns/chunk.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import { MINUTE } from '../model/instant.ts';
import type { Week } from '../model/week.ts';
import { bucketedQuantiles } from '../stats/bucketed-quantile.ts';
import type { Metric } from './definition.ts';
import type { Items } from './items.ts';
import { AS_IT_IS, KINDS, kindsOf, MEASURED, NOTED, whereNotSetUp } from './kind.ts';
import { scratch } from './scratch.ts';
import { type Selection, slicesAsked } from './selection.ts';

/** Values of items, and the week of each, counted from the selection's first. */
type Found = { counts: Int32Array; values: Int32Array; weekOf: Int32Array };

const roomForValues = scratch();
const roomForWeeks = scratch();
const roomForSorted = scratch();
/** Whose values are in the room for sorted ones: seldom another's than those of who asks. */
let owner: object | null = null;

/**
 * Items by week of merge, which may lie in the chunk of any earlier week. One scan counts and collects the values; then each is
 * put behind those of earlier weeks.
 */
export function itemsByMerge(snapshot: Snapshot, metric: Metric, selection: Selection): Items {
  const { from, to } = selection;
  const weeks = Math.max(0, to - from + 1);
  const chunks = mergingWithin(snapshot, from, to);
  const me = {};
  const find = () => {
    const found = scanned(chunks, metric, selection, weeks);
    owner = me;
    return { counts: found.counts, ...byWeek(found, weeks) };
  };
  let { counts, values, ends } = find();
  const end = (week: Week) => ends[Math.max(0, Math.min(week - from, weeks))] ?? 0;
  return {
    counts,
    quantiles(first, last, _, probabilities) {
      if (owner !== me) ({ counts, values, ends } = find());
      return bucketedQuantiles(values.subarray(end(first), end(last + 1)), probabilities);
    },
  };
}

function scanned(chunks: readonly Chunk[], metric: Metric, selection: Selection, weeks: number): Found {
  const { from, deploying, teams } = selection;
  const counts = new Int32Array(weeks * KINDS);
  const notSetUp = whereNotSetUp(metric);
  const itemValue = metric.kind === 'count' ? null : metric.itemValue;
  const room = itemValue === null ? 0 : chunks.reduce((sum, { size }) => sum + size, 0);
  const values = roomForValues(room);
  const weekOf = roomForWeeks(room);
  let size = 0;
  for (const chunk of chunks) {
    const kinds = kindsOf(chunk, metric);
    const { mergeWeek, teamSet } = chunk;
    for (const slice of slicesAsked(chunk, selection)) {
      const as = deploying[slice.repository] === 1 ? AS_IT_IS : notSetUp;
      for (let row = slice.from; row < slice.mergedUntil; row++) {
        const week = (mergeWeek[row] ?? 0) - from;
        if (week < 0 || week >= weeks) continue;
        if (teams !== null && teams[teamSet[row] ?? 0] !== 1) continue;
        const kind = kinds[row] ?? 0;
        const at = week * KINDS + (as[kind] ?? 0);
        counts[at] = (counts[at] ?? 0) + 1;
        if (itemValue === null || (kind !== MEASURED && kind !== NOTED)) continue;
        values[size] = itemValue(chunk, row);
        weekOf[size] = week;
        size += 1;
      }
    }
  }
  return { counts, values: values.subarray(0, size), weekOf: weekOf.subarray(0, size) };
}

/** The values in the order of their weeks, and where in it those of each week end. */
function byWeek({ counts, values, weekOf }: Found, weeks: number) {
  const ends = new Int32Array(weeks + 1);
  for (let week = 0; week < weeks; week++) {
    const measured = (counts[week * KINDS + MEASURED] ?? 0) + (counts[week * KINDS + NOTED] ?? 0);
    ends[week + 1] = (ends[week] ?? 0) + measured;
  }
  const next = ends.slice();
  const sorted = roomForSorted(values.length);
  for (let index = 0; index < values.length; index++) {
    const week = weekOf[index] ?? 0;
    const place = next[week] ?? 0;
    sorted[place] = values[index] ?? 0;
    next[week] = place + 1;
  }
  return { values: sorted, ends };
}

function mergingWithin({ chunks, weeks }: Snapshot, from: Week, to: Week): Chunk[] {
  const [begin, end] = [weeks.weekStart(from) / MINUTE, weeks.weekStart(to + 1) / MINUTE];
  return chunks.filter(({ merged }) => merged.from < end && merged.until >= begin);
}
