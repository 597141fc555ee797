import type { OwnCommit } from './pull-request-input.ts';

/** How git and the forges begin the message of a merge; a person's "Merge branch handling into the parser" is none of them. */
const MERGES =
  /^Merge (?:branch(?:es)? '|remote-tracking branch(?:es)? '|commits? '|tags? '|pull request #\d|refs\/heads\/)/;

/** Whether a commit joins branches and has no work of its own: by its parents, and by its message where they are not told. */
export function isMergeCommit({ parents, message }: Pick<OwnCommit, 'parents' | 'message'>): boolean {
  return parents === null ? MERGES.test(message) : parents >= 2;
}
