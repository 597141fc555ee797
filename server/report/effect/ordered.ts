import type { Week } from '../../model/week.ts';
import type { Entries } from './entries.ts';
import { type Frame, PERIOD } from './frame.ts';
import type { Unit } from './units.ts';

/** Values of entries team by team and week by week: those of some weeks of a team lie in one piece. Ordered once, for all who ask. */
export type Ordered = {
  from: Week;
  weeks: number;
  values: Int32Array;
  /** Where each week of each team begins, team by team; one more at the end. */
  begin: Int32Array;
};

/** Of all weeks that are drawn; others are left out. */
export function orderedOf({ from, over, followed }: Frame, entries: Entries, units: number): Ordered {
  const weeks = Math.max(over, followed) * PERIOD;
  const placeOf = (at: number): number => {
    const week = (entries.week[at] ?? 0) - from;
    return week < 0 || week >= weeks ? -1 : (entries.unit[at] ?? 0) * weeks + week;
  };
  const begin = new Int32Array(units * weeks + 1);
  for (let at = 0; at < entries.size; at++) {
    const place = placeOf(at);
    if (place >= 0) begin[place + 1] = (begin[place + 1] ?? 0) + 1;
  }
  for (let place = 1; place < begin.length; place++) {
    begin[place] = (begin[place] ?? 0) + (begin[place - 1] ?? 0);
  }
  const next = begin.slice();
  const values = new Int32Array(begin.at(-1) ?? 0);
  for (let at = 0; at < entries.size; at++) {
    const place = placeOf(at);
    if (place < 0) continue;
    const into = next[place] ?? 0;
    values[into] = entries.value[at] ?? 0;
    next[place] = into + 1;
  }
  return { from, weeks, values, begin };
}

/** Some weeks, of which the last is not included: the values of some teams, copied. */
export function valuesWithin(
  ordered: Ordered,
  places: readonly number[],
  from: Week,
  until: Week,
): Int32Array {
  return joined(places.map((place) => piece(ordered, place, from, until)));
}

function piece({ from, weeks, values, begin }: Ordered, place: number, first: Week, end: Week): Int32Array {
  const at = (week: Week) => begin[place * weeks + Math.max(0, Math.min(weeks, week - from))];
  return values.subarray(at(first), Math.max(at(first) ?? 0, at(end) ?? 0));
}

function joined(pieces: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(pieces.reduce((size, { length }) => size + length, 0));
  let size = 0;
  for (const one of pieces) {
    all.set(one, size);
    size += one.length;
  }
  return all;
}

/** The values of some teams before and since the start of each, in the periods that are followed. */
export function sidesWithin(
  { from, followed }: Frame,
  ordered: Ordered,
  places: readonly number[],
  startOf: (place: number) => Week | null,
): [Int32Array, Int32Array] {
  const until = from + followed * PERIOD;
  const pieces = places.flatMap((place) => {
    const start = startOf(place);
    if (start === null) return [];
    const split = Math.min(start, until);
    return [{ before: piece(ordered, place, from, split), after: piece(ordered, place, split, until) }];
  });
  return [joined(pieces.map(({ before }) => before)), joined(pieces.map(({ after }) => after))];
}

/** The same of all teams that start. */
export function bothSides(frame: Frame, units: readonly Unit[], ordered: Ordered): [Int32Array, Int32Array] {
  return sidesWithin(frame, ordered, [...units.keys()], (place) => units[place]?.start ?? null);
}
