import { DAY, MINUTE } from './instant.ts';
import { zoneOffsets } from './week.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When people work: one shift a day. */
export type WorkingHours = {
  zone: string;
  /** Days on which a shift begins. */
  weekdays: readonly Weekday[];
  /** Minutes of the day by the zone's clock. A shift that does not end after it begins ends on the next day. */
  from: number;
  to: number;
  /** Dates like `2026-12-25` on which no shift begins. */
  holidays: readonly string[];
};

/** Those of the organisation, and of teams that have others, by the names of these. */
export type WorkingCalendar = WorkingHours & { teams: readonly (WorkingHours & { team: string })[] };

export function usualCalendar(zone: string): WorkingCalendar {
  return { zone, weekdays: WEEKDAYS.slice(0, 5), from: 9 * 60, to: 17 * 60, holidays: [], teams: [] };
}

/** Minutes that have been worked until a minute (since 1970, UTC), from some day on: the difference of two is what was worked between. */
export type WorkingClock = (minute: number) => number;

/** Shifts are known of these days; before and after them nobody works. */
const FIRST_DAY = Date.UTC(1990, 0, 1) / DAY;
const LAST_DAY = Date.UTC(2060, 0, 1) / DAY;
const PER_DAY = DAY / MINUTE;

/**
 * Finds the beginning and the end of every shift once, so that each question after that is a look at one or two of them. Where the
 * clock is put back a shift begins and ends when it first shows the time; where it leaves the time out, when it goes on.
 */
export function workingClock({ zone, weekdays, from, to, holidays }: WorkingHours): WorkingClock {
  const minuteOf = localMinutes(offsetsOf(zone));
  const free = new Set(holidays.map((date) => Date.parse(`${date}T00:00:00Z`) / DAY));
  const days = LAST_DAY - FIRST_DAY;
  const begins = new Int32Array(days);
  const lengths = new Int32Array(days);
  const before = new Int32Array(days + 1);
  for (let place = 0; place < days; place++) {
    const day = FIRST_DAY + place;
    // Day 0 was a Thursday.
    const weekday = WEEKDAYS[(day + 3) % 7] ?? 'mon';
    const begin = minuteOf(day, from);
    begins[place] = begin;
    const isWorked = weekdays.includes(weekday) && !free.has(day);
    lengths[place] = isWorked ? minuteOf(to > from ? day : day + 1, to) - begin : 0;
    before[place + 1] = (before[place] ?? 0) + (lengths[place] ?? 0);
  }
  return (minute) => {
    // No zone is a day from UTC, so that the shift is that of the next day or of one before it.
    let place = Math.min(Math.floor(minute / PER_DAY) - FIRST_DAY + 1, days - 1);
    while (place >= 0 && (begins[place] ?? 0) > minute) place -= 1;
    if (place < 0) return 0;
    return (before[place] ?? 0) + Math.min(minute - (begins[place] ?? 0), lengths[place] ?? 0);
  };
}

/** When the clock of a zone first shows a minute of a day (since 1970), or the next one that it does not leave out. */
function localMinutes(offsetAt: Offsets): (day: number, minute: number) => number {
  return (day, minute) => {
    const local = day * PER_DAY + minute;
    const candidates = [local - offsetAt(local - PER_DAY), local - offsetAt(local + PER_DAY)];
    return Math.min(...candidates.filter((at) => at + offsetAt(at) >= local));
  };
}

/** A zone's clock is changed a few times a year: between two such changes nothing is looked up. */
const STEP = 14 * PER_DAY;

/** Minutes that a zone's clock is ahead of UTC, from before the first day to after the last. */
type Offsets = (minute: number) => number;

const zones = new Map<string, Offsets>();

function offsetsOf(zone: string): Offsets {
  const offsets = zones.get(zone) ?? keptOffsets(zone);
  zones.set(zone, offsets);
  return offsets;
}

function keptOffsets(zone: string): Offsets {
  const exact = zoneOffsets(zone);
  const offsetOf = (minute: number) => exact(minute * MINUTE) / MINUTE;
  const [first, last] = [(FIRST_DAY - 3) * PER_DAY, (LAST_DAY + 3) * PER_DAY];
  const steps = Array.from({ length: Math.ceil((last - first) / STEP) + 1 }, (_, step) =>
    offsetOf(first + step * STEP),
  );
  const changes = new Map<number, number>();
  return (minute) => {
    const step = Math.floor((minute - first) / STEP);
    const [before = 0, after = 0] = [steps[step], steps[step + 1]];
    if (before === after) return before;
    const change =
      changes.get(step) ?? changeBetween(offsetOf, first + step * STEP, first + (step + 1) * STEP);
    changes.set(step, change);
    return minute < change ? before : after;
  };
}

/** The first minute of a stretch at which the offset is no longer that of its beginning. */
function changeBetween(offsetOf: (minute: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const before = offsetOf(from);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (offsetOf(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
