import { DAY } from '../../model/instant.ts';

export type Country = 'DE' | 'GB' | 'US' | 'IN' | 'BR';

/** Days since 1970-01-01. */
type Day = number;

const MONDAY = 1;
const THURSDAY = 4;

/** Public holidays of one year; those that differ between the regions of a country, or that follow the moon, are left out. */
export function holidays(country: Country, year: number): ReadonlySet<Day> {
  const on = (month: number, day: number) => Date.UTC(year, month - 1, day) / DAY;
  const easter = easterSunday(year);
  const days: Record<Country, Day[]> = {
    DE: [
      on(1, 1),
      easter - 2,
      easter + 1,
      on(5, 1),
      easter + 39,
      easter + 50,
      on(10, 3),
      on(12, 25),
      on(12, 26),
    ],
    GB: [
      ...[on(1, 1), easter - 2, easter + 1, on(12, 25), on(12, 26)],
      ...[weekdayFrom(on(5, 1), MONDAY), weekdayFrom(on(5, 25), MONDAY), weekdayFrom(on(8, 25), MONDAY)],
    ],
    US: [
      ...[on(1, 1), weekdayFrom(on(5, 25), MONDAY), on(7, 4), weekdayFrom(on(9, 1), MONDAY), on(12, 25)],
      ...[weekdayFrom(on(11, 22), THURSDAY), weekdayFrom(on(11, 22), THURSDAY) + 1],
    ],
    IN: [on(1, 26), on(5, 1), on(8, 15), on(10, 2), on(12, 25)],
    BR: [
      on(1, 1),
      easter - 48,
      easter - 47,
      easter - 2,
      on(4, 21),
      on(5, 1),
      on(9, 7),
      on(11, 15),
      on(12, 25),
    ],
  };
  return new Set(days[country]);
}

/** The first such weekday (Sunday is 0) on or after a day. */
function weekdayFrom(day: Day, weekday: number): Day {
  return day + ((weekday - ((day + 4) % 7) + 7) % 7);
}

/** Gregorian Easter (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return Date.UTC(year, month - 1, (h + l - 7 * m + 33 * month + 19) % 32) / DAY;
}
