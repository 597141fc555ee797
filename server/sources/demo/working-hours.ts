import { DAY, HOUR, type Instant, MINUTE } from '../../model/instant.ts';
import { type Week, weekLabel, weekTable } from '../../model/week.ts';
import { type Country, holidays } from './holidays.ts';

export type Place = { zone: string; country: Country };

/** 09:00 local time of every working day of a place, in order. */
export type Calendar = readonly Instant[];

/** When one person works: a calendar, and by how much the person's day begins later than 09:00. */
export type Hours = { calendar: Calendar; shift: number };

export const WORKDAY = 9 * HOUR;

export function calendarOf({ zone, country }: Place, first: Week, last: Week): Calendar {
  const weeks = weekTable(zone);
  const starts: Instant[] = [];
  for (let week = first; week <= last; week++) {
    const monday = Date.parse(weekLabel(week)) / DAY;
    const year = Number(weekLabel(week).slice(0, 4));
    const free = new Set([...holidays(country, year), ...holidays(country, year + 1)]);
    for (let day = 0; day < 5; day++) {
      // Clocks change on Sundays, so all weekdays are as far from their Monday as the calendar says.
      if (!free.has(monday + day)) starts.push(weeks.weekStart(week) + day * DAY + 9 * HOUR);
    }
  }
  return starts;
}

/** When each working day of a person's week begins; the week is counted from `monday`, Monday 00:00 UTC. */
export function workdays({ calendar, shift }: Hours, monday: Instant): Instant[] {
  // Local Mondays begin up to half a day before or after the one of UTC, and no working day lies that near to it.
  const from = firstAfter(calendar, monday - 12 * HOUR);
  const to = firstAfter(calendar, monday + 6 * DAY);
  return calendar.slice(from, to).map((at) => at + shift);
}

/** The working day that holds `at`, or the last one before it; `-Infinity` before the calendar begins. */
function dayBefore({ calendar, shift }: Hours, at: Instant): Instant {
  return (calendar[firstAfter(calendar, at - shift) - 1] ?? Number.NEGATIVE_INFINITY) + shift;
}

function dayAfter({ calendar, shift }: Hours, at: Instant): Instant {
  return (calendar[firstAfter(calendar, at - shift)] ?? Number.POSITIVE_INFINITY) + shift;
}

export function isAtWork(hours: Hours, at: Instant): boolean {
  return at <= dayBefore(hours, at) + WORKDAY;
}

/** The time without work around `at`: the end of the working day before it and the beginning of the next. */
export function gapAround(hours: Hours, at: Instant): { from: Instant; to: Instant } {
  return { from: dayBefore(hours, at) + WORKDAY, to: dayAfter(hours, at) };
}

/**
 * An instant at which the person works, near `at` and within `low` and `high`: `at` itself, or early on the next working day, or
 * late on the one before. Where none lies within the bounds somebody works at night. `spread`, from 0 to 1,
 * keeps everybody from beginning in the same minute.
 */
export function atWork(hours: Hours, at: Instant, low: Instant, high: Instant, spread: number): Instant {
  const near = Math.max(low, Math.min(at, high));
  if (isAtWork(hours, near)) return near;
  const { from, to } = gapAround(hours, near);
  const morning = to + spread * spread * 100 * MINUTE;
  if (morning <= high) return morning;
  const evening = from - spread * 90 * MINUTE;
  return evening >= low ? evening : near;
}

/** How many items of a sorted list are at most `at`, which is the index of the first that comes after it. */
function firstAfter(sorted: readonly Instant[], at: Instant): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
