import type { Item } from '../../contract/items.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { TEAM_BASES } from '../../facts/columns/column.ts';
import { groupsOf } from '../group-privacy.ts';
import type { Held } from '../live.ts';
import type { ItemsQuestion } from './items-question.ts';

type Shown = Pick<Item, 'teams' | 'teamBasis'>;

/** Of an item's teams those that may be asked for: the work of a smaller one is not told apart here either. */
export function shownTeams(held: Held, { asked }: ItemsQuestion): (chunk: Chunk, row: number) => Shown {
  const { teamSets } = held.snapshot;
  const offered = held.teamNames.size === 0 ? new Set<string>() : groupsOf(held, asked).teams;
  const named = new Map<number, string[]>();
  const namesOf = (set: number) => {
    const known = named.get(set);
    if (known !== undefined) return known;
    const ids: readonly string[] = JSON.parse(teamSets.values[set] ?? '[]');
    const names = ids.filter((id) => offered.has(id)).map((id) => held.teamNames.get(id) ?? id);
    named.set(set, names.sort());
    return names;
  };
  return ({ teamSet, teamBasis }, row) => {
    const teams = namesOf(teamSet[row] ?? 0);
    return { teams, teamBasis: teams.length === 0 ? null : (TEAM_BASES[teamBasis[row] ?? 0] ?? null) };
  };
}
