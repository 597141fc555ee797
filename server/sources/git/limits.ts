import type { Instant } from '../../model/instant.ts';
import type { RepositoryLimits } from '../../model/repository.ts';
import type { GitCursor } from './cursor.ts';
import type { Remote } from './remote.ts';

const ALWAYS = 'Reviews, drafts and open work are unknown in a clone.';
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** What the clone could not tell, as sentences with what to do about it. */
export function limitsOf(
  cursor: GitCursor,
  clone: { remote: Remote | null; unreadNotes: boolean },
): RepositoryLimits {
  const sentences: string[] = [];
  if (cursor.head === null)
    sentences.push(`There is no commit on ${cursor.branch} yet, so there is nothing to count.`);
  if (cursor.shallow.length > 0 && cursor.begins !== null)
    sentences.push(
      `This is a shallow clone: history begins on ${day(cursor.begins)}. Run git fetch --unshallow for the rest.`,
    );
  if (cursor.unsized)
    sentences.push(
      'This clone lacks the contents of some commits, so their size is unknown. A clone made without --filter has them.',
    );
  if (cursor.hidden > 0) sentences.push(`${hiddenCommits(cursor.hidden)}${howToFetchHeads(clone.remote)}`);
  if (clone.unreadNotes) sentences.push('The notes in refs/notes/ai could not be read.');
  return [...sentences, ALWAYS];
}

function hiddenCommits(count: number): string {
  return count === 1
    ? '1 squash merge hides its first commit.'
    : `${count.toLocaleString('en-GB')} squash merges hide their first commit.`;
}

function howToFetchHeads(remote: Remote | null): string {
  const namespace = remote?.host.includes('gitlab') ? 'merge-requests' : 'pull';
  const known = remote?.host.includes('github') || remote?.host.includes('gitlab');
  return known
    ? ` Run: git fetch origin '+refs/${namespace}/*/head:refs/${namespace}/*/head', then read it again.`
    : '';
}

function day(at: Instant): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
