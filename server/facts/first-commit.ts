import { DAY, type Instant } from '../model/instant.ts';
import { isMergeCommit } from './merge-commit.ts';
import type { OwnCommit } from './pull-request-input.ts';

const OLDEST = 90 * DAY;

/**
 * The earliest author date among a pull request's own commits (a rebase moves the committer date, not this).
 *
 * Author dates more than 90 days before the opening are left out: a cherry-pick keeps the date of the commit that it
 * copies. Where the opening is unknown, as in a clone, the earliest committer date stands in for it: a copied commit
 * was committed when it was copied, while a branch that was truly slow has an old committer date as well and keeps its
 * beginning. (A bound counted from the merge would cut every slow branch to the same length and flatter the slow.)
 *
 * Null when no commit is known or all are left out, and when the date lies after the merge: a clock was wrong.
 */
export function firstCommitAt(
  commits: readonly OwnCommit[] | null,
  openedAt: Instant | null,
  mergedAt: Instant | null,
): Instant | null {
  const work = (commits ?? []).filter((commit) => !isMergeCommit(commit));
  if (work.length === 0) return null;
  const begun = openedAt ?? earliest(work.map((commit) => commit.committedAt));
  const dates = work.map((commit) => commit.authoredAt).filter((at) => at >= begun - OLDEST);
  if (dates.length === 0) return null;
  const first = earliest(dates);
  return mergedAt !== null && first > mergedAt ? null : first;
}

function earliest(instants: readonly Instant[]): Instant {
  return instants.reduce((first, at) => (at < first ? at : first));
}
