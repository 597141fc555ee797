import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../../server/model/instant.ts';
import { weekTable } from '../../../server/model/week.ts';
import { movedToWork } from '../../../server/sources/demo/unbiased.ts';
import { calendarOf, type Hours, isAtWork, workdays } from '../../../server/sources/demo/working-hours.ts';

const utc = weekTable('UTC');
const christmas = utc.weekOf(Date.UTC(2025, 11, 22));
const hours: Hours = {
  calendar: calendarOf({ zone: 'Europe/Berlin', country: 'DE' }, christmas - 10, christmas + 30),
  shift: HOUR / 2,
};
/** A Tuesday, 11:00 in Berlin. */
const BEGUN = Date.UTC(2025, 11, 16, 10);

test('a working day begins at nine of its own zone, in winter and in summer, and holidays are none', () => {
  const { calendar } = hours;
  const local = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' });
  expect(new Set(calendar.map((at) => local.format(at)))).toEqual(new Set(['09:00']));
  expect(workdays(hours, utc.weekStart(christmas)).map((at) => new Date(at).getUTCDate())).toEqual([
    22, 23, 24,
  ]);
  const easterMonday = utc.weekStart(utc.weekOf(Date.UTC(2026, 3, 6)));
  expect(workdays(hours, easterMonday).map((at) => new Date(at).getUTCDate())).toEqual([7, 8, 9, 10]);
});

test.each([9, 14, 40, 80, 200, 250])(
  'an end %i hours later moves to working hours, and the expected logarithm stays',
  (after) => {
    const end = BEGUN + after * HOUR;
    const moved = Array.from({ length: 4000 }, (_, side) =>
      movedToWork(hours, BEGUN, end, [(side + 0.5) / 4000, 0.4, 0.6]),
    );
    expect(isAtWork(hours, end)).toBe(false);
    expect(moved.every((at) => isAtWork(hours, at))).toBe(true);
    expect(new Set(moved).size).toBe(2);
    const mean = moved.reduce((sum, at) => sum + Math.log(at - BEGUN), 0) / moved.length;
    expect(mean).toBeCloseTo(Math.log(end - BEGUN), 2);
  },
);

test('an end within working hours stays', () => {
  expect(movedToWork(hours, BEGUN, BEGUN + DAY, [0.5, 0.5, 0.5])).toBe(BEGUN + DAY);
});
