import { UNKNOWN } from '../../facts/columns/column.ts';
import type { Snapshot } from '../../facts/columns/snapshot.ts';
import { MINUTE } from '../../model/instant.ts';
import type { Week } from '../../model/week.ts';
import { panelsOfSets } from '../flow/team-panels.ts';
import { openSpells } from '../open-spells.ts';
import type { AdoptionAsked } from './asked-adoption.ts';

/** Weeks in which fewer of the roster are present are left out: Christmas is no busy week. */
export const ATTENDANCE = 0.6;

/** Who shows any sign of work in a team, week by week, and how much is open there when each week begins. */
type Room = { open: Float64Array; present: Set<string>[] };

/**
 * Each team's load in each week in which enough of it is there: issues and pull requests open on Monday, for each
 * person of its roster who is present (opens, merges, starts or finishes anything in the week). Without a roster it is everybody from
 * their first to their last sign of work.
 */
export function teamLoads({ held, window }: AdoptionAsked, teams: readonly string[]): Map<Week, number>[] {
  if (window === null) return teams.map(() => new Map());
  const { first, to } = window;
  const width = to - first + 1;
  const rooms = teams.map(
    (): Room => ({
      open: new Float64Array(width + 1),
      present: Array.from({ length: width }, () => new Set<string>()),
    }),
  );
  for (const snapshot of [held.snapshot, held.issues.snapshot]) gather(snapshot, teams, rooms, first);
  return rooms.map(({ open, present }, place) => {
    const team = teams[place] ?? '';
    const members = held.roster.some(({ teamId }) => teamId === team)
      ? (week: Week) => rostered(held.roster, team, week)
      : spans(present, first);
    const loads = new Map<Week, number>();
    let now = 0;
    for (let week = 0; week < width; week++) {
      now += open[week] ?? 0;
      const all = members(first + week);
      const here = [...(present[week] ?? [])].filter((person) => all.has(person)).length;
      if (here > 0 && here >= ATTENDANCE * all.size) loads.set(first + week, now / here);
    }
    return loads;
  });
}

function gather(snapshot: Snapshot, teams: readonly string[], rooms: readonly Room[], first: Week): void {
  const { weeks, people, teamSets } = snapshot;
  const sets = panelsOfSets(
    teamSets.values,
    teams.map((id) => ({ id, name: id })),
  );
  const weekOf = (minute: number) => (minute === UNKNOWN ? UNKNOWN : weeks.weekOf(minute * MINUTE));
  for (const chunk of snapshot.chunks) {
    const { teamSet, person, leftOut, openedAt, readyAt, mergeWeek } = chunk;
    const spells = openSpells(chunk, weeks);
    spells.rows.forEach((row, at) => {
      const end = spells.until[at] ?? 0;
      for (const place of sets[teamSet[row] ?? 0] ?? []) {
        // Open at the end of a week is open when the next one begins.
        mark(rooms[place]?.open, spells.opened + 1 - first, 1);
        mark(rooms[place]?.open, end + 1 - first, -1);
      }
    });
    for (let row = 0; row < chunk.size; row++) {
      const who = people.values[person[row] ?? -1];
      if (who === undefined || leftOut[row] !== 0) continue;
      const began = snapshot.kind === 'issue' ? weekOf(readyAt[row] ?? UNKNOWN) : chunk.week;
      const opened = openedAt[row] === UNKNOWN ? UNKNOWN : began;
      for (const place of sets[teamSet[row] ?? 0] ?? []) {
        for (const week of [opened, mergeWeek[row] ?? UNKNOWN]) rooms[place]?.present[week - first]?.add(who);
      }
    }
  }
}

/** A spell that began before the first week is open from its beginning on; one that goes on after the last has no end. */
function mark(changes: Float64Array | undefined, place: number, by: number): void {
  const at = Math.max(0, place);
  if (changes !== undefined && at < changes.length) changes[at] = (changes[at] ?? 0) + by;
}

function rostered(roster: AdoptionAsked['held']['roster'], team: string, week: Week): ReadonlySet<string> {
  return new Set(
    roster
      .filter(({ teamId, from, to }) => teamId === team && from <= week && week <= to)
      .map(({ person }) => person),
  );
}

function spans(present: readonly Set<string>[], first: Week): (week: Week) => ReadonlySet<string> {
  const found = new Map<string, { from: Week; to: Week }>();
  present.forEach((people, place) => {
    for (const person of people) {
      found.set(person, { from: found.get(person)?.from ?? first + place, to: first + place });
    }
  });
  return (week) =>
    new Set([...found].filter(([, { from, to }]) => from <= week && week <= to).map(([person]) => person));
}
