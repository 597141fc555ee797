import type { Chunk } from '../facts/columns/chunk.ts';
import { columns, UNKNOWN } from '../facts/columns/column.ts';
import { emptyColumns } from '../facts/columns/columns-room.ts';
import { takenOver } from '../facts/columns/descent.ts';
import { perChunk } from '../facts/columns/per-chunk.ts';
import type { WorkingClock } from '../model/working-hours.ts';
import type { QuantileMetric } from './definition.ts';

/** By whose hours work counts: those of a set of teams, by its number in the dictionary. */
export type ClockOf = (teamSet: number) => WorkingClock;

/** A metric in calendar hours, and the clocks that it is to be told by. */
export type Worked = { metric: QuantileMetric; clockOf: ClockOf };

const INSTANTS = [
  'openedAt',
  'firstCommitAt',
  'readyAt',
  'firstReviewAt',
  'approvedAt',
  'mergedAt',
  'closedAt',
  'deployedAt',
] as const;

/**
 * The values of a chunk's items in minutes worked. Working time goes on as calendar time does, only with stops: a metric that is
 * shown instants told by it finds durations in it, by the same formula as always.
 */
export const workingValues = perChunk<Worked, Int32Array>(
  (chunk, worked) => valued(chunk, worked, () => true),
  (values, descent, worked) => {
    const { chunk, source } = descent;
    const fresh = valued(chunk, worked, (row) => (source[row] ?? 0) < 0);
    return takenOver(values, new Int32Array(chunk.size), descent, (row) => fresh[row] ?? UNKNOWN);
  },
);

function valued(chunk: Chunk, { metric, clockOf }: Worked, isAsked: (row: number) => boolean): Int32Array {
  const { itemValue } = metric;
  const { size, teamSet } = chunk;
  const none = new Int32Array(size);
  const undrafted = { ...chunk, draftInPickup: none, draftInReview: none, draftInMerge: none };
  const byClock = { ...undrafted };
  for (const name of instantsOf(metric)) {
    const [instants, worked] = [chunk[name], new Int32Array(size)];
    for (let row = 0; row < size; row++) {
      const at = instants[row] ?? UNKNOWN;
      if (isAsked(row)) worked[row] = at === UNKNOWN ? UNKNOWN : clockOf(teamSet[row] ?? 0)(at);
    }
    byClock[name] = worked;
  }
  const values = new Int32Array(size);
  for (let row = 0; row < size; row++) {
    if (!isAsked(row)) continue;
    const inCalendar = itemValue(chunk, row);
    const whole = itemValue(undrafted, row);
    const worked = inCalendar === UNKNOWN ? UNKNOWN : Math.max(0, itemValue(byClock, row));
    // Of spans as a draft only their length is known: they are taken out in proportion.
    values[row] = inCalendar === whole || whole === 0 ? worked : Math.round((worked * inCalendar) / whole);
  }
  return values;
}

const known = new WeakMap<QuantileMetric, readonly (typeof INSTANTS)[number][]>();

/** The instants that a metric looks at. */
function instantsOf(metric: QuantileMetric): readonly (typeof INSTANTS)[number][] {
  const before = known.get(metric);
  if (before !== undefined) return before;
  const read = new Set<unknown>();
  const watched = new Proxy(oneRow(), {
    get(chunk, name) {
      read.add(name);
      return Reflect.get(chunk, name);
    },
  });
  metric.itemValue(watched, 0);
  const instants = INSTANTS.filter((name) => read.has(name));
  known.set(metric, instants);
  return instants;
}

function oneRow(): Chunk {
  const all = emptyColumns(1);
  for (const { name } of columns) all[name][0] = 0;
  const place = { week: 0, size: 1, ids: new Map(), slices: [], mergeWeek: new Int32Array(1) };
  return { ...all, ...place, merged: { from: 0, until: 0 } };
}
