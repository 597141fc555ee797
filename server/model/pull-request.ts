import type { GitIdentity } from './commit.ts';
import type { Instant } from './instant.ts';

/** How merged work reached the default branch. */
export type Landing = 'merge' | 'squash' | 'rebase';

/** A pull request as a source tells it. Null is unknown, never "none". */
export type PullRequest = {
  /** `REPOSITORY#NUMBER`, the same whenever it is read. */
  id: string;
  repositoryId: string;
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed' | 'merged';
  landing: Landing | null;
  baseBranch: string | null;
  headBranch: string | null;
  /** Its branch was in somebody's fork, where the usual names of long-lived branches mean nothing. */
  fromFork: boolean | null;
  author: GitIdentity | null;
  openedAt: Instant | null;
  mergedAt: Instant | null;
  closedAt: Instant | null;
  /** The commit on the default branch that brought it in; for a rebase merge the last one. */
  mergeSha: string | null;
  /** Commits whose differences add up to what it changed: the merge or squash commit, or all of a rebase merge. */
  landedShas: readonly string[];
  /** Its own commits, first to last, without those merged in from the base branch; null: not known. */
  ownShas: readonly string[] | null;
};

/** One commit of the default branch, in the order in which it landed, and what brought it there. */
export type MainlineCommit = {
  repositoryId: string;
  /** 0 for the first commit of the branch (or of a shallow clone), without gaps. */
  position: number;
  sha: string;
  landedBy: 'pull-request' | 'direct-push' | 'branch-merge';
  pullRequestId: string | null;
};
