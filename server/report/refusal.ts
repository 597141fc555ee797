import type { ResolvedView } from '../contract/view.ts';
import { QuestionError } from '../model/errors.ts';
import { type Groups, groupsOf, onlyOne } from './group-privacy.ts';
import type { Held } from './live.ts';
import { FEWEST } from './too-close.ts';

/** Why a group is shown only within the total; null: it may be asked for. */
export function foldedBecause(people: number, mayBeAsked: boolean): string | null {
  if (mayBeAsked) return null;
  if (people === 0) return 'Nobody has work here in this window';
  return people < FEWEST
    ? 'Fewer than five people: shown only as part of others'
    : 'Too few people tell it from other groups: shown only as part of others';
}

/** Throws QuestionError where a question's teams or repository would show fewer than five people, or the difference of two would. */
export function refuseSmallGroups(held: Held, { team, repo, ...window }: ResolvedView): void {
  if (team.length === 0 && repo === null) return;
  const groups = groupsOf(held, window);
  for (const id of team) {
    const why = foldedBecause(groups.people.teams.get(id) ?? 0, groups.teams.has(id));
    refuse('team', nameOf(held, id), why);
  }
  if (repo !== null && !onlyOne(held)) {
    const why = foldedBecause(groups.people.repositories.get(repo) ?? 0, groups.repositories.has(repo));
    refuse('repo', nameOf(held, repo), why);
    refuseTogether(groups, team, repo);
  }
}

/** What a team or a repository is called. */
export function nameOf({ teamNames, freshness }: Held, id: string): string {
  return teamNames.get(id) ?? freshness.find(({ repositoryId }) => repositoryId === id)?.name ?? id;
}

function refuseTogether({ within }: Groups, team: readonly string[], repo: string): void {
  const [first, ...others] = team;
  if (first === undefined) return;
  if (others.length > 0) {
    const message =
      'Within one repository only one team may be asked for: ask for one, or for all repositories.';
    throw new QuestionError('one-team-only', message, 'team');
  }
  if (!within.get(first)?.has(repo)) {
    const why = 'Too few people of this team in this repository, or beside it: ask for one of them alone';
    throw new QuestionError('group-too-small', `${why}.`, 'team');
  }
}

function refuse(field: 'team' | 'repo', name: string, why: string | null): void {
  if (why !== null) throw new QuestionError('group-too-small', `${name}. ${why}.`, field);
}
