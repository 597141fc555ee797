import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import type { Snapshot } from '../../facts/columns/snapshot.ts';
import type { RosterSpell } from '../../model/roster.ts';
import type { Week } from '../../model/week.ts';
import type { Held } from '../live.ts';
import { beginnings, type Unit } from './units.ts';

/**
 * Which teams (by their place) an item counts in. `held`: those on whose roster its person was when the team started, wherever they
 * are by now; `all`: those that the fact names, of the time of the work.
 */
export type Placing = 'held' | 'all';
export type Placement = (chunk: Chunk, row: number) => readonly number[];

const NOWHERE: readonly number[] = [];

/** A team that nobody is known to be on has the work that is placed in it, whichever is asked. */
export function placementOf(snapshot: Snapshot, units: readonly Unit[], placing: Placing): Placement {
  const byPerson: number[][] = [];
  const places = new Map(units.map(({ id }, place) => [id, place]));
  const isHeld = (place: number) => placing === 'held' && (units[place]?.people.size ?? 0) > 0;
  units.forEach(({ people }, place) => {
    if (!isHeld(place)) return;
    for (const id of people) {
      const number = snapshot.people.find(id);
      if (number === undefined) continue;
      byPerson[number] ??= [];
      byPerson[number]?.push(place);
    }
  });
  const bySet = snapshot.teamSets.values.map((set) => {
    const members: readonly string[] = JSON.parse(set);
    return members.flatMap((id) => places.get(id) ?? []).filter((place) => !isHeld(place));
  });
  return ({ person, teamSet }, row) => {
    const who = person[row] ?? UNKNOWN;
    const own = who === UNKNOWN ? NOWHERE : (byPerson[who] ?? NOWHERE);
    const placed = bySet[teamSet[row] ?? 0] ?? NOWHERE;
    if (placed.length === 0) return own;
    return own.length === 0 ? placed : [...own, ...placed];
  };
}

/** People of each team in some weeks, team by team: those of the placement who were on any roster then. 1 where nobody is known. */
export function peopleByWeek(
  held: Held,
  units: readonly Unit[],
  placing: Placing,
  { from, to }: { from: Week; to: Week },
): Float64Array {
  const weeks = to - from + 1;
  const counts = new Float64Array(units.length * weeks);
  const began = beginnings(held);
  const byPerson = Map.groupBy(held.roster, ({ person }) => person);
  const byTeam = Map.groupBy(held.roster, ({ teamId }) => teamId);
  const everOn = (team: string) => new Set((byTeam.get(team) ?? []).map(({ person }) => person));
  units.forEach((unit, place) => {
    if (unit.people.size === 0) {
      counts.fill(1, place * weeks, (place + 1) * weeks);
      return;
    }
    const people = placing === 'held' ? unit.people : everOn(unit.id);
    for (const person of people) {
      const spells = (byPerson.get(person) ?? []).filter(
        ({ teamId }) => placing === 'held' || teamId === unit.id,
      );
      for (let week = from; week <= to; week++) {
        if (!isOn(spells, began, week)) continue;
        const at = place * weeks + week - from;
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
  });
  return counts;
}

function isOn(spells: readonly RosterSpell[], began: (spell: RosterSpell) => Week, week: Week): boolean {
  return spells.some((spell) => began(spell) <= week && spell.to >= week);
}
