import type { Dictionary } from '../facts/columns/dictionary.ts';
import type { WorkingClocks } from '../metrics/working-metric.ts';
import { WEEKDAYS, type WorkingCalendar, type WorkingHours, workingClock } from '../model/working-hours.ts';
import { list } from '../words/list.ts';
import { count } from '../words/number.ts';
import type { Held } from './live.ts';

const known = new WeakMap<Dictionary, { of: string; clocks: WorkingClocks }>();

/**
 * By whose hours the work of a set of teams counts: by a team's own where it is that of one team alone, else by the organisation's.
 * The same ones as long as neither the calendar nor the teams it names change, so that what was found by them stays known.
 */
export function workingClocks({ snapshot, teamNames, calendar }: Held): WorkingClocks {
  const { teamSets } = snapshot;
  const own = new Map<string, WorkingHours>();
  for (const [id, name] of teamNames) {
    const hours = calendar.teams.find(({ team }) => plain(team) === plain(name));
    if (hours !== undefined) own.set(id, hours);
  }
  const of = JSON.stringify([calendar, [...own.keys()].sort()]);
  const before = known.get(teamSets);
  if (before?.of === of) return before.clocks;
  const clocks = clocksOf(calendar, own, teamSets);
  known.set(teamSets, { of, clocks });
  return clocks;
}

/** Teams with hours of their own of which nobody has heard. */
export function unknownTeams({ teamNames, calendar }: Held): string[] {
  const names = new Set([...teamNames.values()].map(plain));
  return calendar.teams.map(({ team }) => team).filter((team) => !names.has(plain(team)));
}

function clocksOf(
  calendar: WorkingCalendar,
  own: ReadonlyMap<string, WorkingHours>,
  { values }: Dictionary,
): WorkingClocks {
  const organisation = workingClock(calendar);
  const clocks = new Map([...own].map(([id, hours]) => [id, workingClock(hours)]));
  const bySet: (typeof organisation)[] = [];
  return {
    clockOf(teamSet) {
      const before = bySet[teamSet];
      if (before !== undefined) return before;
      const teams: readonly string[] = JSON.parse(values[teamSet] ?? '[]');
      const clock = (teams.length === 1 && clocks.get(teams[0] ?? '')) || organisation;
      bySet[teamSet] = clock;
      return clock;
    },
    inWords: inWords(calendar),
  };
}

/** "Monday to Friday, 09:00 to 17:00 (Europe/Berlin), without 9 holidays". */
function inWords({ weekdays, from, to, zone, holidays, teams }: WorkingCalendar): string {
  const free = holidays.length === 0 ? '' : `, without ${count(holidays.length, 'holiday')}`;
  const own =
    teams.length === 0
      ? ''
      : `; ${count(teams.length, 'team')} ${teams.length === 1 ? 'has' : 'have'} others, by which work of that team alone counts`;
  return `${daysInWords(weekdays)}, ${timeInWords(from)} to ${timeInWords(to)} (${zone})${free}${own}`;
}

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function daysInWords(weekdays: WorkingHours['weekdays']): string {
  const places = WEEKDAYS.flatMap((day, place) => (weekdays.includes(day) ? [place] : []));
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  const name = (place: number) => NAMES[place] ?? '';
  return places.length > 2 && last - first === places.length - 1
    ? `${name(first)} to ${name(last)}`
    : list(places.map(name));
}

function timeInWords(minutes: number): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function plain(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
