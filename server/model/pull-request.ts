import type { Account } from './account.ts';
import type { FileChange, GitIdentity } from './commit.ts';
import type { Instant } from './instant.ts';
import type { PullRequestEvent, Review, ReviewComment } from './review.ts';

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
  /** What only the forge knows; null in a clone. */
  forge: ForgeDetails | null;
};

/** What a forge tells of a pull request beyond its commits. Null is unknown: not asked for, or not told. */
export type ForgeDetails = {
  /** Null: the account was deleted. */
  account: Account | null;
  mergedBy: Account | null;
  /** Logins, in the forge's order. */
  assignees: readonly string[];
  labels: readonly string[];
  /** Issues that it closes, as `REPOSITORY#NUMBER`. */
  closes: readonly string[];
  /** Whether it is a draft now. */
  draft: boolean;
  updatedAt: Instant;
  headSha: string | null;
  /** Lines and files of its whole difference, generated ones included. */
  additions: number;
  deletions: number;
  changedFiles: number;
  /** All comments, on lines and below. */
  commentCount: number | null;
  /** In the order of submission. */
  reviews: readonly Review[];
  /** In the order of time. */
  events: readonly PullRequestEvent[];
  comments: readonly ReviewComment[] | null;
  files: readonly FileChange[] | null;
  /** Result of the checks of its last commit; `none`: it had none. */
  checks: Checks | null;
  /** Result, as it stands now, of the checks of the first of its commits that had any; `none`: none had. */
  firstChecks: Checks | null;
};

export type Checks = 'success' | 'failure' | 'pending' | 'none';

/** One commit of the default branch, in the order in which it landed, and what brought it there. */
export type MainlineCommit = {
  repositoryId: string;
  /** 0 for the first commit of the branch (or of a shallow clone), without gaps. */
  position: number;
  sha: string;
  landedBy: 'pull-request' | 'direct-push' | 'branch-merge';
  pullRequestId: string | null;
};
