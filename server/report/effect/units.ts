import { firstActivity } from '../../metrics/first-activity.ts';
import type { Rollout } from '../../model/rollout.ts';
import type { RosterSpell } from '../../model/roster.ts';
import type { Week } from '../../model/week.ts';
import { groupsOf } from '../group-privacy.ts';
import type { Held } from '../live.ts';
import { startWeeks } from '../rollouts.ts';
import { mainSide } from '../side.ts';
import { FEWEST } from '../too-close.ts';

/** A team that is compared. `people`: those on its roster when it started (or when the first team did), by their ids. */
export type Unit = {
  id: string;
  name: string;
  /** The first week after its start; null: it has no date. */
  start: Week | null;
  people: ReadonlySet<string>;
  /** It may be shown by itself. */
  offered: boolean;
};

export type Units = {
  units: readonly Unit[];
  /** The week in which the first of them starts; null: none has a date. */
  first: Week | null;
  /** Teams made up of people of teams that start: nobody's comparison. */
  mixed: number;
  /** Teams too small to be told from the others. */
  hidden: number;
};

const ALL = { window: 'all', from: null, to: null } as const;

/** A team without a start of which so many are in teams that start is no comparison. */
const MIXED_SHARE = 0.2;

/**
 * All teams, or those asked for, with their starts and the people who were theirs at the start. Such may be shown by themselves as the
 * whole page may name, by what is timed as well: `side`.
 */
export function unitsOf(held: Held, rollout: Rollout, asked: readonly string[], side: Held): Units {
  const starts = startWeeks(rollout);
  const ids = [...held.teamNames.keys()].filter((id) => asked.length === 0 || asked.includes(id));
  const dated = ids.flatMap((id) => starts.get(id) ?? []);
  const first = dated.length === 0 ? null : Math.min(...dated);
  const { teams: named } = groupsOf(mainSide(held), ALL);
  const { teams: timed, people: sizes } = groupsOf(side, ALL);
  const rosters = rosterAt(held);
  const all = ids
    .map((id): Unit => {
      const start = starts.get(id) ?? null;
      const people = rosters(id, start ?? first ?? Number.POSITIVE_INFINITY);
      return {
        id,
        name: held.teamNames.get(id) ?? id,
        start,
        people,
        offered: named.has(id) && timed.has(id),
      };
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  const started = new Set(all.flatMap(({ start, people }) => (start === null ? [] : [...people])));
  const compared = all.filter(({ start, people }) => start !== null || !isMixed(people, started));
  const shown = [true, false].flatMap((starts) =>
    withoutFew(
      compared.filter(({ start }) => (start !== null) === starts),
      (id) => sizes.teams.get(id) ?? 0,
    ),
  );
  return {
    units: compared.filter((unit) => shown.includes(unit)),
    first,
    mixed: all.length - compared.length,
    hidden: compared.length - shown.length,
  };
}

function isMixed(people: ReadonlySet<string>, started: ReadonlySet<string>): boolean {
  const within = [...people].filter((person) => started.has(person)).length;
  return within > MIXED_SHARE * people.size;
}

/** Teams that start, or that do not: those that may not be shown by themselves stay where five people or more are only in them. */
function withoutFew(units: readonly Unit[], sizeOf: (id: string) => number): readonly Unit[] {
  const offered = units.filter((unit) => unit.offered);
  const folded = units.filter((unit) => !unit.offered);
  if (folded.length === 0) return units;
  const within = new Set(offered.flatMap(({ people }) => [...people]));
  const apart = new Set(folded.flatMap(({ people }) => [...people]).filter((person) => !within.has(person)));
  const known = folded.some(({ people }) => people.size > 0);
  const many = known ? apart.size : folded.reduce((sum, { id }) => sum + sizeOf(id), 0);
  return many >= FEWEST ? units : offered;
}

/** Who was on a team's roster in a week; a membership without a beginning counts from the person's first activity on. */
function rosterAt(held: Held): (team: string, week: Week) => ReadonlySet<string> {
  const byTeam = Map.groupBy(held.roster, ({ teamId }) => teamId);
  const began = beginnings(held);
  return (team, week) => {
    const spells = byTeam.get(team) ?? [];
    const latest = Math.min(
      week,
      Math.max(...spells.map((spell) => Math.min(spell.to, Number.MAX_SAFE_INTEGER))),
    );
    const on = spells.filter((spell) => began(spell) <= latest && spell.to >= latest);
    return new Set(on.map(({ person }) => person));
  };
}

/** The first week of a membership. */
export function beginnings(held: Held): (spell: RosterSpell) => Week {
  const first = [held.snapshot, held.issues.snapshot].map(firstActivity);
  return ({ basis, from, person }) =>
    basis === 'stated'
      ? from
      : Math.min(...first.map((weeks) => weeks.get(person) ?? Number.POSITIVE_INFINITY));
}
