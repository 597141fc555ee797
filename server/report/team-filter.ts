import { setsWith } from '../metrics/selection.ts';
import { QuestionError } from '../model/errors.ts';
import type { Held } from './live.ts';

/** The teams that a question is about. */
export type AskedTeams = {
  /** Sorted, none twice; empty: whatever the team. */
  ids: string[];
  /** 1 for each set of teams in which one of them is, by its number in the snapshot's dictionary; null: whatever the team. */
  table: Uint8Array | null;
};

/** Throws QuestionError on a team that there is none of. */
export function askedTeams({ snapshot, teamNames }: Held, team: readonly string[] = []): AskedTeams {
  const unknown = team.find((id) => !teamNames.has(id));
  if (unknown !== undefined) {
    throw new QuestionError('unknown-team', `There is no team "${unknown}".`, 'team', [...teamNames.keys()]);
  }
  const ids = [...new Set(team)].sort();
  return { ids, table: ids.length === 0 ? null : setsWith(snapshot.teamSets.values, ids) };
}
