import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import type { Snapshot } from '../../facts/columns/snapshot.ts';
import { kindsOf, MEASURED, NOTED } from '../../metrics/kind.ts';
import type { Week } from '../../model/week.ts';
import type { Guarded } from './guarded.ts';

/** What a measure adds up to in some weeks of a place. */
export type Added = { part: number; whole: number; n: number; events: number };

export type Cells = {
  /** Of one place, from one week to another, both included. */
  of(place: number, from: Week, to: Week): Added;
};

/** What one team, or one person, adds up to before and after. */
export type Sides = { before: Added; after: Added };

export const NOTHING: Readonly<Added> = { part: 0, whole: 0, n: 0, events: 0 };

/** Which rows count, and where. */
export type Places = {
  repositories: Uint8Array;
  /** By the number of a set of teams. */
  placeOf: Uint16Array;
  places: number;
  /** Both included. */
  from: Week;
  to: Week;
};

/** One look at all rows: each that is merged, or finished, adds to the cell of its place and week. */
export function guardrailCells({ chunks }: Snapshot, guarded: Guarded, places: Places): Cells {
  const { from, to } = places;
  const weeks = Math.max(0, to - from + 1);
  const cells = guarded.scale === 'share' ? shareCells : summedCells;
  const added = cells(chunks, guarded, places, weeks);
  return {
    of(place, first, last) {
      const sum = { ...NOTHING };
      for (let week = Math.max(first, from); week <= Math.min(last, to); week++) {
        const cell = place * weeks + week - from;
        sum.part += added.part[cell] ?? 0;
        sum.whole += added.whole[cell] ?? 0;
        sum.n += added.n[cell] ?? 0;
        sum.events += added.events[cell] ?? 0;
      }
      return sum;
    },
  };
}

type AddedUp = Record<keyof Added, Float64Array | Int32Array>;

/** Of a share all is told by what kind each row is, and most guardrails are shares: nothing else is asked of a million rows. */
function shareCells(chunks: readonly Chunk[], guarded: Guarded, places: Places, weeks: number): AddedUp {
  const { repositories, placeOf, from } = places;
  const [n, noted] = [new Int32Array(places.places * weeks), new Int32Array(places.places * weeks)];
  for (const chunk of chunks) {
    const kinds = kindsOf(chunk, guarded.metric);
    const { mergeWeek, teamSet, slices } = chunk;
    for (const slice of slices) {
      if (repositories[slice.repository] !== 1) continue;
      for (let row = slice.from; row < slice.countedUntil; row++) {
        const kind = kinds[row];
        const week = (mergeWeek[row] ?? UNKNOWN) - from;
        if ((kind !== MEASURED && kind !== NOTED) || week < 0 || week >= weeks) continue;
        const cell = (placeOf[teamSet[row] ?? 0] ?? 0) * weeks + week;
        n[cell] = (n[cell] ?? 0) + 1;
        if (kind === NOTED) noted[cell] = (noted[cell] ?? 0) + 1;
      }
    }
  }
  const events = guarded.worse === 'less' ? n.map((all, cell) => all - (noted[cell] ?? 0)) : noted;
  return { part: noted, whole: n, n, events };
}

function summedCells(chunks: readonly Chunk[], guarded: Guarded, places: Places, weeks: number): AddedUp {
  const { repositories, placeOf, from } = places;
  const [part, whole] = [new Float64Array(places.places * weeks), new Float64Array(places.places * weeks)];
  const [n, events] = [new Int32Array(part.length), new Int32Array(part.length)];
  for (const chunk of chunks) {
    const kinds = kindsOf(chunk, guarded.metric);
    const { mergeWeek, teamSet, slices } = chunk;
    for (const slice of slices) {
      if (repositories[slice.repository] !== 1) continue;
      for (let row = slice.from; row < slice.countedUntil; row++) {
        const kind = kinds[row];
        const week = (mergeWeek[row] ?? UNKNOWN) - from;
        if ((kind !== MEASURED && kind !== NOTED) || week < 0 || week >= weeks) continue;
        const cell = (placeOf[teamSet[row] ?? 0] ?? 0) * weeks + week;
        part[cell] = (part[cell] ?? 0) + guarded.part(chunk, row);
        whole[cell] = (whole[cell] ?? 0) + guarded.whole(chunk, row);
        n[cell] = (n[cell] ?? 0) + 1;
        if (guarded.happened(chunk, row)) events[cell] = (events[cell] ?? 0) + 1;
      }
    }
  }
  return { part, whole, n, events };
}

/** The same of each person whose work counts at one place, before and after a week; those that nobody knows are one. */
export function peopleCells(
  { chunks }: Snapshot,
  guarded: Guarded,
  { repositories, placeOf }: Pick<Places, 'repositories' | 'placeOf'>,
  { place, start, weeks }: { place: number; start: Week; weeks: number },
): Sides[] {
  const people = new Map<number, Sides>();
  for (const chunk of chunks) {
    const kinds = kindsOf(chunk, guarded.metric);
    const { mergeWeek, teamSet, person, slices } = chunk;
    for (const slice of slices) {
      if (repositories[slice.repository] !== 1) continue;
      for (let row = slice.from; row < slice.countedUntil; row++) {
        if (kinds[row] !== MEASURED && kinds[row] !== NOTED) continue;
        if (placeOf[teamSet[row] ?? 0] !== place) continue;
        const since = (mergeWeek[row] ?? UNKNOWN) - start;
        if (since < -weeks || since >= weeks) continue;
        const who = person[row] ?? UNKNOWN;
        const own = people.get(who) ?? { before: { ...NOTHING }, after: { ...NOTHING } };
        people.set(who, own);
        const side = since < 0 ? own.before : own.after;
        side.part += guarded.part(chunk, row);
        side.whole += guarded.whole(chunk, row);
        side.n += 1;
        if (guarded.happened(chunk, row)) side.events += 1;
      }
    }
  }
  return [...people.values()];
}

export function together(all: readonly Added[]): Added {
  return all.reduce(
    (sum: Added, one): Added => ({
      part: sum.part + one.part,
      whole: sum.whole + one.whole,
      n: sum.n + one.n,
      events: sum.events + one.events,
    }),
    { ...NOTHING },
  );
}
