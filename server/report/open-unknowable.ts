import type { ResolvedView } from '../contract/view.ts';
import { QuestionError } from '../model/errors.ts';
import { groupsOfOpen, onlyOne } from './group-privacy.ts';
import type { Held } from './live.ts';
import { nameOf } from './refusal.ts';
import type { Unknowable } from './unknowable.ts';

type Folded = { field: 'team' | 'repo'; name: string };

/** Why a figure of open work is not shown although the page around it is: what is open now is that of fewer people. */
export function openUnknowable(held: Held, asked: ResolvedView): Unknowable | null {
  const folded = foldedByOpen(held, asked);
  if (folded === null) return null;
  return {
    why: 'group-too-small',
    finding: `Too few people of ${folded.name} have open work to tell it apart`,
    whatToDo: 'Open work here is shown only as part of others. Ask for all of it, or for a longer window.',
  };
}

/** Throws QuestionError where it is not shown. */
export function refuseOpenWork(held: Held, asked: ResolvedView): void {
  const folded = foldedByOpen(held, asked);
  if (folded === null) return;
  const message = `${folded.name}. Too few people have open work here: it is shown only as part of others.`;
  throw new QuestionError('group-too-small', message, folded.field);
}

/** Which part of a question may be asked about finished work alone; null: none. */
function foldedByOpen(held: Held, { team, repo, ...window }: ResolvedView): Folded | null {
  if (team.length === 0 && (repo === null || onlyOne(held))) return null;
  const { teams, repositories, within } = groupsOfOpen(held, window);
  const alone = team.find((id) => !teams.has(id));
  if (alone !== undefined) return { field: 'team', name: nameOf(held, alone) };
  if (repo === null || onlyOne(held)) return null;
  if (!repositories.has(repo)) return { field: 'repo', name: nameOf(held, repo) };
  const there = team.find((id) => !within.get(id)?.has(repo));
  return there === undefined ? null : { field: 'team', name: nameOf(held, there) };
}
