import type { AttestedLines } from './attribution/evidence.ts';
import type { PullRequestFact } from './pull-request-fact.ts';

/** More than this many times the lines that were added are not attested by writing some of them again on the way. */
const TWICE = 2;

/**
 * What git-ai's notes tell of the lines that a piece of work has added. Each commit has a note of its own, so that a line which a
 * later commit has changed is attested twice: then all that were attested are the whole. Far more than were added came along with
 * a rebase, and nobody knows which of them are of this work.
 */
export function attestedShare(
  attested: AttestedLines | null,
  added: number | null,
): Pick<PullRequestFact, 'linesByAi' | 'linesNoted'> {
  if (attested === null) return { linesByAi: null, linesNoted: null };
  const all = attested.ai + attested.human;
  const known = added !== null && all <= TWICE * added;
  return { linesByAi: attested.ai, linesNoted: known ? Math.max(added, all) : null };
}
