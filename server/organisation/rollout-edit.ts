import type { ProgramNote } from '../model/note.ts';
import type { OrganisationEdit } from '../model/organisation.ts';
import type { Rollout } from '../model/rollout.ts';

/** What all edits of rollouts have in common: no fact is placed elsewhere for their sake. */
export function rolloutEdit(
  rollouts: readonly Rollout[],
  before: unknown,
): Pick<OrganisationEdit, 'kind' | 'before' | 'rollouts' | 'changes'> & { rollouts: readonly Rollout[] } {
  return { kind: 'rollout', before, rollouts, changes: { identities: [], repositories: [] } };
}

/** That dates of a rollout are other ones than before, since what is compared from then on is something else. */
export function movedNote(moved: readonly Rollout[], day: string): ProgramNote {
  const ids = moved.map(({ id }) => id).sort();
  const names = moved.map(({ name }) => `"${name}"`).join(', ');
  const text = `The start dates of ${names} were changed: what is compared since this day has other weeks before and after.`;
  return { key: `rollout ${ids.join(' ')} ${day}`, kind: 'rollout', day, text };
}
