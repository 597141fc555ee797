import type { Item } from '../../contract/items.ts';
import type { ResolvedView } from '../../contract/view.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { TEAM_BASES } from '../../facts/columns/column.ts';
import { groupsOf, groupsOfOpen } from '../group-privacy.ts';
import type { Held } from '../live.ts';
import { stateOf } from './item-state.ts';
import type { ItemsQuestion } from './items-question.ts';

type Shown = Pick<Item, 'teams' | 'teamBasis'>;

/**
 * Of an item's teams those that may be asked for: the work of a smaller one is not told apart here either. What is open, or was when
 * the question looks, has those that may be asked for by what is open.
 */
export function shownTeams(
  held: Held,
  { asked, openAt }: { asked: ResolvedView; openAt: ItemsQuestion['openAt'] },
): (chunk: Chunk, row: number) => Shown {
  const some = held.teamNames.size > 0;
  const finished = namesOf(held, () => (some ? groupsOf(held, asked).teams : new Set()));
  const open = namesOf(held, () => (some ? groupsOfOpen(held, asked).teams : new Set()));
  return (chunk, row) => {
    const names = openAt !== null || stateOf(chunk, row) === 'open' ? open : finished;
    const teams = names(chunk.teamSet[row] ?? 0);
    return { teams, teamBasis: teams.length === 0 ? null : (TEAM_BASES[chunk.teamBasis[row] ?? 0] ?? null) };
  };
}

/** Names of the teams of a set, by its number; which of them may be shown is asked for once, if at all. */
function namesOf({ snapshot, teamNames }: Held, offeredTeams: () => ReadonlySet<string>) {
  let offered: ReadonlySet<string> | null = null;
  const named = new Map<number, string[]>();
  return (set: number): string[] => {
    const known = named.get(set);
    if (known !== undefined) return known;
    offered ??= offeredTeams();
    const may = offered;
    const ids: readonly string[] = JSON.parse(snapshot.teamSets.values[set] ?? '[]');
    const names = ids.filter((id) => may.has(id)).map((id) => teamNames.get(id) ?? id);
    named.set(set, names.sort());
    return names;
  };
}
