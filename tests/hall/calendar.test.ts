import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { usualCalendar } from '../../server/model/working-hours.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function calendar(yaml: string) {
  const data = temporaryFolder();
  writeFileSync(join(data, 'uptake.yaml'), yaml);
  return readConfig({ data }, {}, '/').calendar;
}

it('where nothing is said, work is done from Monday to Friday from nine to five, in the organisation’s zone', () => {
  expect(calendar('zone: Europe/Berlin')).toEqual(usualCalendar('Europe/Berlin'));
  expect(usualCalendar('UTC')).toMatchObject({
    weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
    from: 540,
    to: 1020,
  });
});

it('a team has the organisation’s hours, but for what it says itself', () => {
  const yaml = `zone: Europe/Berlin
calendar:
  from: '08:30'
  holidays: ['2026-12-25']
  teams:
    - { team: Night, zone: America/New_York, from: '22:00', to: '06:00' }
    - { team: Always, weekdays: [sat, sun], to: '24:00', holidays: [] }`;
  const { teams, ...own } = calendar(yaml);
  expect(own).toMatchObject({ zone: 'Europe/Berlin', from: 510, to: 1020, holidays: ['2026-12-25'] });
  expect(teams).toEqual([
    { ...own, team: 'Night', zone: 'America/New_York', from: 1320, to: 360 },
    { ...own, team: 'Always', weekdays: ['sat', 'sun'], to: 1440, holidays: [] },
  ]);
});

it.each([
  ["calendar: { from: '9' }", 'calendar.from is "9"'],
  ['calendar: { weekdays: [monday] }', 'calendar.weekdays.0 is "monday"'],
  ['calendar: { hours: 8 }', 'calendar'],
  ["calendar: { holidays: ['2026-02-30'] }", 'has the holiday 2026-02-30, which is no day'],
  ['calendar: { zone: Europe/Atlantis }', 'is "Europe/Atlantis", which is no time zone'],
  ['calendar: { teams: [{ team: A, zone: Mars }] }', 'team "A" is "Mars", which is no time zone'],
  ['calendar: { teams: [{ team: A }, { team: a }] }', 'names the team "a" twice'],
  ['calendar: { teams: [{ zone: UTC }] }', 'calendar.teams.0'],
])('%s is refused in a sentence', (yaml, says) => {
  expect(() => calendar(yaml)).toThrow(says);
});
