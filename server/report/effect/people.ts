import { cannot, type OrCannot } from '../../stats/cannot.ts';
import type { Estimate } from '../../stats/inference/estimate.ts';
import { jackknifeOne } from '../../stats/inference/jackknife.ts';
import { sameAuthorChange } from '../../stats/regression/same-author-change.ts';
import { logOfWhole } from '../../stats/whole-log.ts';
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
  const people = entries.person.reduce((most, person) => Math.max(most, person + 1), 0);
  const room = () => ({ counts: new Int32Array(people), sums: new Float64Array(people) });
  const [untreated, treated] = [room(), room()];
  for (let at = 0; at < entries.size; at++) {
    const start = units[entries.unit[at] ?? 0]?.start ?? null;
    const week = entries.week[at] ?? 0;
    const person = entries.person[at] ?? -1;
    if (start === null || person < 0 || week < frame.from || week >= until) continue;
    const { counts, sums } = week >= start ? treated : untreated;
    counts[person] = (counts[person] ?? 0) + 1;
    sums[person] = (sums[person] ?? 0) + logOfWhole(Math.max(1, entries.value[at] ?? 0));
  }
  const isThere = (person: number) => (untreated.counts[person] ?? 0) + (treated.counts[person] ?? 0) > 0;
  const hasEnough = (count: number, person: number) =>
    Math.min(count, treated.counts[person] ?? 0) >= FEWEST_ITEMS;
  if (untreated.counts.filter(hasEnough).length < FEWEST_CLUSTERS) return cannot('too few observations');
  const only = ({ counts, sums }: typeof treated) => ({
    counts: counts.filter((_, person) => isThere(person)),
    sums: sums.filter((_, person) => isThere(person)),
  });
  return sameAuthorChange({ untreated: only(untreated), treated: only(treated) });
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
