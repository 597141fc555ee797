import type { Rollout } from '../../model/rollout.ts';
import type { Week } from '../../model/week.ts';
import { groupsOf } from '../group-privacy.ts';
import type { Held } from '../live.ts';
import { startWeeks } from '../rollouts.ts';

/** Null: no date is set. */
export type StartingTeam = { id: string; name: string; start: Week | null; asked: boolean };

/** Teams by their place, and the place at which the work of each set of teams counts. */
export type TeamStarts = {
  teams: readonly StartingTeam[];
  /** By the number of the set in the dictionary of the side; behind the last team lies all other work. */
  placeOf: Uint16Array;
};

/** Whose starts part before from after, and what is asked about. */
export type AskedStarts = {
  rollout: Rollout;
  team?: readonly string[] | undefined;
  repo?: string | undefined;
};

/**
 * The teams of which a comparison may speak, by name: those that may be asked for by themselves, so that it tells nothing of a group
 * that no figure shows. Work counts with the author's teams at the time, as in all figures, and work of several once: with the one
 * that started first, else with the first of them.
 */
export function teamStarts(held: Held, { rollout, team = [], repo }: AskedStarts): TeamStarts {
  const starts = startWeeks(rollout);
  const { teams: offered, within } = groupsOf(held, { window: 'all', from: null, to: null });
  const teams = [...held.teamNames]
    .filter(([id]) => offered.has(id) && (repo === undefined || within.get(id)?.has(repo) === true))
    .map(([id, name]) => ({
      ...{ id, name, start: starts.get(id) ?? null },
      asked: team.length === 0 || team.includes(id),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  const places = new Map(teams.map(({ id }, place) => [id, place]));
  const startOf = (place: number) => teams[place]?.start ?? Number.POSITIVE_INFINITY;
  const placeOf = Uint16Array.from(held.snapshot.teamSets.values, (set) => {
    const members: readonly string[] = JSON.parse(set);
    const [first = teams.length, ...others] = members.flatMap((id) => places.get(id) ?? []);
    return others.reduce((earliest, place) => (startOf(place) < startOf(earliest) ? place : earliest), first);
  });
  return { teams, placeOf };
}
