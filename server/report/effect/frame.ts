import { MINUTE } from '../../model/instant.ts';
import type { Week } from '../../model/week.ts';
import { quantiles } from '../../stats/quantile.ts';
import type { Clock } from './clock.ts';
import type { Entries } from './entries.ts';
import type { Unit } from './units.ts';

/** Weeks of a period; and how many periods before the first start are looked at: a year. */
export const PERIOD = 4;
export const MOST_BEFORE = 13;

/** The periods that are looked at: the first start begins one of them, and all others follow from that. */
export type Frame = {
  /** The week in which the first team starts. */
  first: Week;
  /** The week in which the first period begins. */
  from: Week;
  /** Periods before the first start. */
  before: number;
  /** Periods that were followed for as long as nine tenths of the work took before: those that times are compared in. */
  followed: number;
  /** Periods that are over: those that throughput is compared in. */
  over: number;
  /** What nine tenths of the work took before the first start at most, in hours; null: nothing is known. */
  patience: number | null;
  /** The week that the data end in, which is not complete. */
  running: Week;
};

/** A quarter of the teams may have begun later than the first period: their first cells are missing then. */
const BEGUN = 0.75;

/** Null where there is no data. */
export function frameOf(clock: Clock, entries: Entries, units: readonly Unit[], first: Week): Frame | null {
  if (clock.dataUntil === null || entries.size === 0) return null;
  const { weeks } = clock.side.snapshot;
  const running = weeks.weekOf(clock.dataUntil);
  const patience = patienceOf(entries, Math.min(first, running));
  const begun = begunBy(entries, units.length);
  const before = Math.max(0, Math.min(MOST_BEFORE, Math.floor((first - begun) / PERIOD)));
  const from = first - before * PERIOD;
  const periodsUntil = (isIn: (end: Week) => boolean) => {
    let periods = 0;
    while (isIn(from + (periods + 1) * PERIOD)) periods += 1;
    return periods;
  };
  const wait = (patience ?? 0) * 60 * MINUTE;
  const until = clock.dataUntil;
  return {
    ...{ first, from, before, patience, running },
    followed: periodsUntil((end) => end <= running && weeks.weekStart(end) + wait <= until),
    over: periodsUntil((end) => end <= running),
  };
}

/** What nine tenths of the items took that began before a week, in hours. */
function patienceOf({ size, week, value }: Entries, until: Week): number | null {
  const before = new Int32Array(size);
  let found = 0;
  for (let at = 0; at < size; at++) {
    if ((week[at] ?? 0) < until) before[found++] = value[at] ?? 0;
  }
  if (found === 0) return null;
  const [p90 = 0] = quantiles(before.subarray(0, found), [0.9]);
  return p90 / 60;
}

/** The week by which three quarters of the teams had begun to work. */
function begunBy({ size, unit, week }: Entries, units: number): Week {
  const firsts = new Float64Array(units).fill(Number.POSITIVE_INFINITY);
  for (let at = 0; at < size; at++) {
    const place = unit[at] ?? 0;
    firsts[place] = Math.min(firsts[place] ?? 0, week[at] ?? 0);
  }
  const known = firsts.filter(Number.isFinite).sort();
  return known[Math.max(0, Math.ceil(BEGUN * known.length) - 1)] ?? Number.POSITIVE_INFINITY;
}
