import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../server/model/errors.ts';
import { isoInstant } from '../../server/model/instant.ts';
import { weekLabel, weekTable } from '../../server/model/week.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Asia/Tehran',
  'America/St_Johns',
];

describe('a week', () => {
  it.each(ZONES)(
    'of %s begins with its Monday, and the millisecond before belongs to the week before',
    (zone) => {
      const { weekOf, weekStart } = weekTable(zone);
      const localDate = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
      for (let week = 0; week < 3400; week += 1) {
        const start = weekStart(week);
        expect([weekOf(start), weekOf(start - 1)], weekLabel(week)).toEqual([week, week - 1]);
        expect(localDate.format(start)).toBe(weekLabel(week));
        expect(localDate.format(start - 1) < weekLabel(week)).toBe(true);
      }
    },
  );

  it('is counted from Monday 1969-12-29, also backwards', () => {
    const { weekOf } = weekTable('UTC');
    expect([weekOf(0), weekLabel(0), weekLabel(-1)]).toEqual([0, '1969-12-29', '1969-12-22']);
    expect(weekOf(Date.UTC(1969, 11, 28, 23, 59))).toBe(-1);
    expect(weekLabel(weekOf(Date.UTC(2026, 7, 12)))).toBe('2026-08-10');
  });

  it('begins at local midnight: an hour earlier in UTC once summer time has come', () => {
    const { weekOf, weekStart } = weekTable('Europe/Berlin');
    const winter = weekOf(Date.UTC(2026, 2, 25));
    expect(isoInstant(weekStart(winter))).toBe('2026-03-22T23:00:00Z');
    expect(isoInstant(weekStart(winter + 1))).toBe('2026-03-29T22:00:00Z');
  });

  it('has six days where a zone skipped one', () => {
    const { weekOf, weekStart } = weekTable('Pacific/Apia');
    const week = weekOf(Date.UTC(2011, 11, 28));
    expect(isoInstant(weekStart(week))).toBe('2011-12-26T10:00:00Z');
    expect(isoInstant(weekStart(week + 1))).toBe('2012-01-01T10:00:00Z');
  });

  it('begins at 01:00 where the clock skipped midnight on a Monday', () => {
    const { weekOf, weekStart } = weekTable('Asia/Tehran');
    const start = weekStart(weekOf(Date.UTC(2021, 2, 24)));
    expect(isoInstant(start)).toBe('2021-03-21T20:30:00Z');
  });

  it('cannot be told in a zone that nobody knows', () => {
    expect(() => weekTable('Europe/Atlantis')).toThrow(ConfigError);
  });
});
