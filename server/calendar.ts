import { type Static, Type } from 'typebox';
import { ConfigError } from './model/errors.ts';
import { usualCalendar, type WorkingCalendar, type WorkingHours } from './model/working-hours.ts';

const hours = {
  zone: Type.Optional(Type.String({ description: 'IANA time zone; that of the organisation when left out' })),
  weekdays: Type.Optional(
    Type.Array(Type.Enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), {
      minItems: 1,
      description: 'Days on which work begins. Default mon to fri.',
    }),
  ),
  from: Type.Optional(
    Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'Time of day. Default 09:00.' }),
  ),
  to: Type.Optional(
    Type.String({
      pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$',
      description: 'Time of day; on the next day where it is not after `from`. Default 17:00.',
    }),
  ),
  holidays: Type.Optional(
    Type.Array(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'A date such as 2026-12-25' })),
  ),
};
const Hours = Type.Object(hours);
type Hours = Static<typeof Hours>;

/** `calendar:` in `uptake.yaml`. Every key may be left out; a team has what the organisation has, but for what it says itself. */
export const Calendar = Type.Object(
  {
    ...hours,
    teams: Type.Optional(
      Type.Array(
        Type.Object({ team: Type.String({ minLength: 1 }), ...hours }, { additionalProperties: false }),
      ),
    ),
  },
  { additionalProperties: false },
);
type Calendar = Static<typeof Calendar>;

/**
 * The working hours that a file states, Monday to Friday from nine to five where it says nothing.
 * @param zoneOf returns a time zone that there is, or throws
 * @throws ConfigError on a holiday that is no day, and on a team that is named twice
 */
export function calendarOf(
  file: Calendar | undefined,
  zone: string,
  path: string,
  zoneOf: (zone: string, where: string) => string,
): WorkingCalendar {
  const { teams = [], ...own } = file ?? {};
  const where = `calendar in ${path}`;
  const usual = hoursOf(own, usualCalendar(zone));
  zoneOf(usual.zone, where);
  const named = new Set<string>();
  const overrides = teams.map(({ team, ...of }) => {
    const plain = team.trim().toLowerCase();
    if (named.has(plain)) throw wrong(`${where} names the team "${team}" twice.`);
    named.add(plain);
    zoneOf(of.zone ?? usual.zone, `${where}, team "${team}"`);
    return { team, ...hoursOf(of, usual) };
  });
  const [noDay] = [usual, ...overrides].flatMap(({ holidays }) => holidays.filter((date) => !isDay(date)));
  if (noDay !== undefined) throw wrong(`${where} has the holiday ${noDay}, which is no day.`);
  return { ...usual, teams: overrides };
}

function hoursOf(file: Hours, usual: WorkingHours): WorkingHours {
  return {
    zone: file.zone ?? usual.zone,
    weekdays: file.weekdays ?? usual.weekdays,
    from: minutesOf(file.from) ?? usual.from,
    to: minutesOf(file.to) ?? usual.to,
    holidays: file.holidays ?? usual.holidays,
  };
}

function minutesOf(time: string | undefined): number | null {
  if (time === undefined) return null;
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

function isDay(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

function wrong(sentence: string): ConfigError {
  return new ConfigError('bad-configuration', sentence);
}
