import { ConfigError } from './errors.ts';
import { DAY, type Instant, SECOND } from './instant.ts';

/** Whole weeks since the one that began on Monday 1969-12-29, counted in local dates of one time zone. */
export type Week = number;

/** Where weeks begin in one time zone. Starts are looked up once by Intl and kept; after that it is arithmetic. */
export type WeekTable = {
  zone: string;
  /** The week that an instant falls into. */
  weekOf(at: Instant): Week;
  /** The first instant of the week's Monday (not always 00:00: some zones change their clocks at midnight). */
  weekStart(week: Week): Instant;
};

/** Monday 1969-12-29 as days since 1970-01-01. */
const FIRST_MONDAY = -3;
const WEEK = 7 * DAY;

/** Throws ConfigError when the zone is none that this machine knows. */
export function weekTable(zone: string): WeekTable {
  const offsetAt = zoneOffsets(zone);
  const starts = new Map<Week, Instant>();

  function weekStart(week: Week): Instant {
    const known = starts.get(week);
    if (known !== undefined) return known;
    const start = startOfLocalDay(FIRST_MONDAY + week * 7, offsetAt);
    starts.set(week, start);
    return start;
  }

  function weekOf(at: Instant): Week {
    // Local time is never more than a day from UTC, so this guess is at most one week off.
    const guess = Math.floor((at - FIRST_MONDAY * DAY) / WEEK);
    if (at < weekStart(guess)) return guess - 1;
    return at < weekStart(guess + 1) ? guess : guess + 1;
  }

  return { zone, weekOf, weekStart };
}

/** The week's Monday as `2026-08-10`; the same in every zone. */
export function weekLabel(week: Week): string {
  return new Date((FIRST_MONDAY + week * 7) * DAY).toISOString().slice(0, 10);
}

/** The week's Sunday as `2026-08-16`. */
export function weekLastDay(week: Week): string {
  return new Date((FIRST_MONDAY + week * 7 + 6) * DAY).toISOString().slice(0, 10);
}

/** The week that a date like `2026-08-10` lies in; the same in every zone. NaN where there is no such date. */
export function weekOfDate(date: string): Week {
  const at = Date.parse(`${date}T00:00:00Z`);
  // 31 February would pass for a day in March.
  const exists = Number.isFinite(at) && new Date(at).toISOString().startsWith(date);
  return exists ? Math.floor((at / DAY - FIRST_MONDAY) / 7) : Number.NaN;
}

/** Where days begin in one time zone: the first instant of a date like `2026-08-10`, or of the day `later` days after it. */
export function dayStarts(zone: string): (date: string, later: number) => Instant {
  const offsetAt = zoneOffsets(zone);
  return (date, later) => startOfLocalDay(Date.parse(`${date}T00:00:00Z`) / DAY + later, offsetAt);
}

/**
 * The first instant whose local date is `day` (days since 1970-01-01) or, where that date was skipped, later.
 * The offset in force is the one of the day before or of the day after; where the clock jumps at midnight one of
 * the two candidates still lies in the day before.
 */
function startOfLocalDay(day: number, offsetAt: (at: Instant) => number): Instant {
  const midnight = day * DAY;
  const candidates = [midnight - offsetAt(midnight - DAY), midnight - offsetAt(midnight + DAY)];
  return Math.min(...candidates.filter((at) => at + offsetAt(at) >= midnight));
}

/** Milliseconds that a zone's clock is ahead of UTC at an instant. Throws ConfigError when the zone is none that this machine knows. */
export function zoneOffsets(zone: string): (at: Instant) => number {
  const format = dateTimeFormat(zone);
  return (at) => {
    const whole = Math.floor(at / SECOND) * SECOND;
    const parts = new Map(format.formatToParts(whole).map((part) => [part.type, Number(part.value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const local = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
    return local - whole;
  };
}

function dateTimeFormat(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    throw new ConfigError(
      'unknown-zone',
      `The time zone "${zone}" is not known here. Use an IANA name such as Europe/Berlin.`,
      {
        cause,
      },
    );
  }
}
