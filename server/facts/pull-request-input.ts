import type { FileChange, GitIdentity } from '../model/commit.ts';
import type { Instant } from '../model/instant.ts';
import type { MainlineCommit, PullRequest } from '../model/pull-request.ts';

export type OwnCommit = {
  sha: string;
  author: GitIdentity;
  authoredAt: Instant;
  committedAt: Instant;
  /** How many parents it has: two or more make it a merge, which has no work of its own. */
  parents: number;
};

/** Everything stored that a pull request's fact is made of. */
export type PullRequestInput = {
  pullRequest: PullRequest;
  /** Its own commits; null: not known (a squash merge in a clone). */
  commits: readonly OwnCommit[] | null;
  /** All files of all the commits that landed it; null: the size of any of them is unknown. */
  changes: readonly FileChange[] | null;
  /** Its author is automation (not a coding agent). */
  automation: boolean;
  /** Head and base are both long-lived branches. */
  longLived: boolean;
};

/** A commit of the default branch that no pull request is known to have brought. */
export type PushInput = {
  mainline: MainlineCommit;
  commit: OwnCommit;
  /** Null: the size is unknown. */
  changes: readonly FileChange[] | null;
};
