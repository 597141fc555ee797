import { describe, expect, it } from 'vitest';
import { HOUR, type Instant, MINUTE } from '../../server/model/instant.ts';
import {
  usualCalendar,
  WEEKDAYS,
  type WorkingHours,
  workingClock,
} from '../../server/model/working-hours.ts';
import { seededRandom } from '../support/random-history.ts';

const berlin: WorkingHours = usualCalendar('Europe/Berlin');
const at = (iso: string): Instant => Date.parse(iso);

/** Hours worked from one instant to another. */
function worked(hours: WorkingHours, from: string, to: string): number {
  const clock = workingClock(hours);
  return (clock(at(to) / MINUTE) - clock(at(from) / MINUTE)) / 60;
}

/** The same by looking at the zone's clock every minute. */
function countedMinutes({ zone, weekdays, from, to, holidays }: WorkingHours, begin: number, end: number) {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  });
  let count = 0;
  for (let minute = begin; minute < end; minute += 1) {
    const part = new Map(format.formatToParts(minute * MINUTE).map(({ type, value }) => [type, value]));
    const time = Number(part.get('hour')) * 60 + Number(part.get('minute'));
    const begins = (later: number) => {
      const day = Date.UTC(Number(part.get('year')), Number(part.get('month')) - 1, Number(part.get('day')));
      const date = new Date(day - later * 24 * HOUR);
      const weekday = WEEKDAYS[(date.getUTCDay() + 6) % 7] ?? 'mon';
      return weekdays.includes(weekday) && !holidays.includes(date.toISOString().slice(0, 10));
    };
    const overnight = to <= from;
    const today = time >= from && (overnight || time < to) && begins(0);
    if (today || (overnight && time < to && begins(1))) count += 1;
  }
  return count;
}

describe('Hours worked', () => {
  it('are those of one day', () => {
    expect(worked(berlin, '2026-08-10T08:00:00Z', '2026-08-10T12:30:00Z')).toBe(4.5);
  });

  it('leave out nights and weekends', () => {
    // Thursday at four in the afternoon to Monday at ten in the morning.
    expect(worked(berlin, '2026-08-06T14:00:00Z', '2026-08-10T08:00:00Z')).toBe(1 + 8 + 1);
  });

  it('leave out a holiday in the middle', () => {
    const hours = { ...berlin, holidays: ['2026-12-25'] };
    expect(worked(berlin, '2026-12-24T08:00:00Z', '2026-12-28T16:00:00Z')).toBe(24);
    expect(worked(hours, '2026-12-24T08:00:00Z', '2026-12-28T16:00:00Z')).toBe(16);
  });

  it('are none outside of them', () => {
    expect(worked(berlin, '2026-08-08T06:00:00Z', '2026-08-09T20:00:00Z')).toBe(0);
    expect(worked(berlin, '2026-08-10T15:00:00Z', '2026-08-10T23:00:00Z')).toBe(0);
  });

  it('follow the clock when it is changed', () => {
    // Nine in Berlin is eight in UTC on the Friday before, and seven on the Monday after 29 March 2026.
    expect(worked(berlin, '2026-03-27T08:00:00Z', '2026-03-27T16:00:00Z')).toBe(8);
    expect(worked(berlin, '2026-03-30T07:00:00Z', '2026-03-30T15:00:00Z')).toBe(8);
    expect(worked(berlin, '2026-03-30T08:00:00Z', '2026-03-30T16:00:00Z')).toBe(7);
    const always = { ...berlin, weekdays: WEEKDAYS, from: 0, to: 24 * 60 };
    expect(worked(always, '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')).toBe(23);
    expect(worked(always, '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')).toBe(25);
  });

  it('of a night shift in another zone end on the next day, and belong to the day on which it began', () => {
    const night: WorkingHours = {
      ...{ zone: 'America/New_York', weekdays: ['fri'], from: 22 * 60, to: 6 * 60, holidays: [] },
    };
    // Friday at ten in the evening is two in the night in UTC.
    expect(worked(night, '2026-08-07T00:00:00Z', '2026-08-10T00:00:00Z')).toBe(8);
    expect(worked(night, '2026-08-08T04:00:00Z', '2026-08-08T12:00:00Z')).toBe(6);
    expect(
      worked({ ...night, holidays: ['2026-08-07'] }, '2026-08-07T00:00:00Z', '2026-08-10T00:00:00Z'),
    ).toBe(0);
  });

  it('are none before shifts are known, and after', () => {
    expect(worked(berlin, '1970-01-01T00:00:00Z', '1989-12-31T00:00:00Z')).toBe(0);
    expect(worked(berlin, '2070-01-01T00:00:00Z', '2090-01-01T00:00:00Z')).toBe(0);
  });

  it.each([
    ['by day in Berlin', berlin],
    ['on some days in Kolkata', { ...berlin, zone: 'Asia/Kolkata', weekdays: ['sun', 'tue', 'thu'] }],
    ['in the night in New York', { ...berlin, zone: 'America/New_York', from: 21 * 60 + 30, to: 5 * 60 }],
    ['all day long in Lord Howe', { ...berlin, zone: 'Australia/Lord_Howe', from: 0, to: 24 * 60 }],
    [
      'with holidays in Auckland',
      { ...berlin, zone: 'Pacific/Auckland', holidays: ['2026-04-06', '2026-04-07'] },
    ],
  ] as const)('are as many as looking at the clock every minute counts: %s', (_, hours: WorkingHours) => {
    const clock = workingClock(hours);
    const random = seededRandom(7);
    for (let round = 0; round < 25; round += 1) {
      // Around both changes of the clock in 2026, in the north and in the south.
      const change = at(random() < 0.5 ? '2026-04-01T00:00:00Z' : '2026-10-20T00:00:00Z') / MINUTE;
      const begin = Math.floor(change + (random() - 0.5) * 40 * 24 * 60);
      const end = begin + Math.floor(random() * 6 * 24 * 60);
      expect(clock(end) - clock(begin)).toBe(countedMinutes(hours, begin, end));
    }
  });

  it('never run back', () => {
    const clock = workingClock({ ...berlin, from: 23 * 60, to: 7 * 60 });
    let before = 0;
    for (
      let minute = at('2026-03-20T00:00:00Z') / MINUTE;
      minute < at('2026-04-05T00:00:00Z') / MINUTE;
      minute += 1
    ) {
      expect(clock(minute) - before).toBeGreaterThanOrEqual(0);
      before = clock(minute);
    }
  });
});
