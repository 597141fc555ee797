import { NEVER, type Panel } from '../../stats/panel/panel.ts';
import { quantilesByRank } from '../../stats/quantile.ts';
import { select } from '../../stats/select.ts';
import { logOfWhole } from '../../stats/whole-log.ts';
import type { Entries } from './entries.ts';
import { type Frame, PERIOD } from './frame.ts';
import { type Ordered, valuesWithin } from './ordered.ts';
import type { Unit } from './units.ts';

/** A team's period with fewer items than this has no mean of its own. */
const FEWEST_ITEMS = 3;

/** The period of each team's start, NEVER for one that does not start in the periods given. */
export function startsOf({ from }: Frame, units: readonly Unit[], periods: number): Float64Array {
  return Float64Array.from(units, ({ start }) => {
    const period = start === null ? NEVER : Math.floor((start - from) / PERIOD);
    return period < periods ? period : NEVER;
  });
}

/**
 * The period (from 0) that a week of a team counts in, or -1. The period in which a team starts has its weeks from the start on: what
 * lies before them is neither before nor after.
 */
export function periodOf({ from }: Frame, { start }: Unit, week: number, periods: number): number {
  const period = Math.floor((week - from) / PERIOD);
  if (period < 0 || period >= periods) return -1;
  const isSplit = start !== null && week < start && Math.floor((start - from) / PERIOD) === period;
  return isSplit ? -1 : period;
}

/** Which items count; all when left out. */
export type Kept = (entries: Entries, at: number) => boolean;

/** Mean log of the values by team and period; NaN where there are too few. Values of nothing count as one. */
export function logPanel(frame: Frame, units: readonly Unit[], entries: Entries, kept?: Kept): Panel {
  const cellOf = cellFinder(frame, units);
  const sums = logSums(frame, units);
  for (let at = 0; at < entries.size; at++) {
    const cell = cellOf(entries.unit[at] ?? 0, entries.week[at] ?? 0);
    if (cell < 0 || kept?.(entries, at) === false) continue;
    sums.add(cell, entries.value[at] ?? 0);
  }
  return sums.panel();
}

/** The same with medians. */
export function medianPanel(frame: Frame, units: readonly Unit[], ordered: Ordered): Panel {
  const periods = frame.followed;
  const outcome = Float64Array.from({ length: units.length * periods }, (_, cell) => {
    const place = Math.floor(cell / periods);
    const from = frame.from + (cell % periods) * PERIOD;
    const start = units[place]?.start ?? from;
    const isSplit = start > from && start < from + PERIOD;
    const values = valuesWithin(ordered, [place], isSplit ? start : from, from + PERIOD);
    if (values.length < FEWEST_ITEMS) return Number.NaN;
    return medianLog(values);
  });
  return { units: units.length, periods, outcome, starts: startsOf(frame, units, periods) };
}

/** The logarithm keeps the order, so only those in the middle need one; reorders the values. */
function medianLog(values: Int32Array): number {
  const [median = Number.NaN] = quantilesByRank(values.length, [0.5], (ranks) =>
    ranks.map((rank) => {
      select(values, rank, 0, values.length - 1);
      return logOfWhole(Math.max(1, values[rank] ?? 0));
    }),
  );
  return median;
}

/** Sums of logarithms by cell, and the panel of their means. */
export function logSums(frame: Frame, units: readonly Unit[]) {
  const periods = frame.followed;
  const size = units.length * periods;
  const counts = new Int32Array(size);
  const sums = new Float64Array(size);
  return {
    add(cell: number, value: number): void {
      counts[cell] = (counts[cell] ?? 0) + 1;
      sums[cell] = (sums[cell] ?? 0) + logOfWhole(Math.max(1, value));
    },
    panel(): Panel {
      const outcome = sums.map((sum, cell) => {
        const count = counts[cell] ?? 0;
        return count < FEWEST_ITEMS ? Number.NaN : sum / count;
      });
      return { units: units.length, periods, outcome, starts: startsOf(frame, units, periods) };
    },
  };
}

/** Tells the cell of a week of a team among the periods that are followed, team by team and period by period, or -1. */
export function cellFinder(frame: Frame, units: readonly Unit[]): (unit: number, week: number) => number {
  const weeks = Math.max(0, frame.followed * PERIOD);
  const cells = cellsByWeek(frame, units, frame.followed);
  return (unit, week) => {
    const since = week - frame.from;
    return since < 0 || since >= weeks ? -1 : (cells[unit * weeks + since] ?? -1);
  };
}

/** The cell of each week of each team, team by team and period by period, or -1. */
function cellsByWeek(frame: Frame, units: readonly Unit[], periods: number): Int32Array {
  const weeks = Math.max(0, periods * PERIOD);
  return Int32Array.from({ length: units.length * weeks }, (_, at) => {
    const place = Math.floor(at / weeks);
    const unit = units[place];
    if (unit === undefined) return -1;
    const period = periodOf(frame, unit, frame.from + (at % weeks), periods);
    return period < 0 ? -1 : place * periods + period;
  });
}

/** Items by team and week from `frame.from` on, and the people they are divided by. */
export type Counted = { items: Float64Array; people: Float64Array; weeks: number };

/**
 * Items finished per person and week by team and period: the logarithm, or the rate itself where some team finished nothing in some
 * period, for the logarithm of nothing is none and log(1 + count) has a percent that depends on the unit.
 */
export function ratePanel(
  frame: Frame,
  units: readonly Unit[],
  counted: Counted,
): { panel: Panel; isLog: boolean } {
  const periods = frame.over;
  const items = new Float64Array(units.length * periods);
  const people = new Float64Array(units.length * periods);
  units.forEach((unit, place) => {
    for (let week = 0; week < counted.weeks; week++) {
      const period = periodOf(frame, unit, frame.from + week, periods);
      if (period < 0) continue;
      const [cell, at] = [place * periods + period, place * counted.weeks + week];
      items[cell] = (items[cell] ?? 0) + (counted.items[at] ?? 0);
      people[cell] = (people[cell] ?? 0) + (counted.people[at] ?? 0);
    }
  });
  const isLog = !items.some((count, cell) => count === 0 && (people[cell] ?? 0) > 0);
  const outcome = items.map((count, cell) => {
    const by = people[cell] ?? 0;
    if (by === 0) return Number.NaN;
    return isLog ? Math.log(count / by) : count / by;
  });
  const starts = startsOf(frame, units, periods);
  return { panel: { units: units.length, periods, outcome, starts }, isLog };
}
