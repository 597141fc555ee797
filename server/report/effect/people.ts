import { cannot, type OrCannot } from '../../stats/cannot.ts';
import { clustersOf } from '../../stats/inference/clusters.ts';
import type { Estimate } from '../../stats/inference/estimate.ts';
import { jackknifeOne } from '../../stats/inference/jackknife.ts';
import { authorFixedEffect } from '../../stats/regression/author-fixed-effect.ts';
import type { Entries } from './entries.ts';
import { type Frame, PERIOD } from './frame.ts';
import type { Unit } from './units.ts';

/** Fewest people (or teams) with enough work on both sides, and fewest items of each on either (STATISTICS (a)). */
const FEWEST_CLUSTERS = 8;
const FEWEST_ITEMS = 5;

/**
 * Plain before and after of the same people: log of the time with an effect for every person, jackknife over people. It describes:
 * whatever else changed with time is in it.
 */
export function samePeople(frame: Frame, units: readonly Unit[], entries: Entries): OrCannot<Estimate> {
  const until = frame.from + frame.followed * PERIOD;
  const rows: { log: number; after: number; person: number }[] = [];
  const sides = new Map<number, [number, number]>();
  for (let at = 0; at < entries.size; at++) {
    const start = units[entries.unit[at] ?? 0]?.start ?? null;
    const week = entries.week[at] ?? 0;
    const person = entries.person[at] ?? -1;
    if (start === null || person < 0 || week < frame.from || week >= until) continue;
    const after = week >= start ? 1 : 0;
    rows.push({ log: Math.log(Math.max(1, entries.value[at] ?? 0)), after, person });
    const counts = sides.get(person) ?? [0, 0];
    counts[after] += 1;
    sides.set(person, counts);
  }
  const enough = [...sides.values()].filter(([before, after]) => Math.min(before, after) >= FEWEST_ITEMS);
  if (enough.length < FEWEST_CLUSTERS) return cannot('too few observations');
  const authors = clustersOf(rows.map(({ person }) => person));
  const found = authorFixedEffect(
    rows.map(({ log }) => log),
    rows.map(({ after }) => after),
    [],
    authors,
    authors,
  );
  return 'cannot' in found ? found : found.effect;
}

/** Items finished per person and week after against before, teams that start together; jackknife over them. */
export function rateChange(
  frame: Frame,
  units: readonly Unit[],
  counted: { items: Float64Array; people: Float64Array; weeks: number },
): OrCannot<Estimate> {
  const sides = units.flatMap(({ start }, place) => {
    if (start === null) return [];
    const own = { before: [0, 0], after: [0, 0] };
    for (let week = 0; week < Math.min(counted.weeks, frame.over * PERIOD); week++) {
      const side = frame.from + week < start ? own.before : own.after;
      side[0] = (side[0] ?? 0) + (counted.items[place * counted.weeks + week] ?? 0);
      side[1] = (side[1] ?? 0) + (counted.people[place * counted.weeks + week] ?? 0);
    }
    return [own];
  });
  if (sides.length < 2) return cannot('one cluster');
  return jackknifeOne(sides.length, (leftOut) => {
    const kept = sides.filter((_, index) => index !== leftOut);
    const rate = (of: (side: (typeof sides)[number]) => number[]) => {
      const items = kept.reduce((sum, side) => sum + (of(side)[0] ?? 0), 0);
      return items / kept.reduce((sum, side) => sum + (of(side)[1] ?? 0), 0);
    };
    const [before, after] = [rate((side) => side.before), rate((side) => side.after)];
    return before > 0 && after > 0 ? Math.log(after / before) : cannot('no value above zero');
  });
}
