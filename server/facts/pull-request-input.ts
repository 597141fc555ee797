import type { FileChange, GitIdentity } from '../model/commit.ts';
import type { Instant } from '../model/instant.ts';
import type { MainlineCommit, PullRequest } from '../model/pull-request.ts';

export type OwnCommit = {
  sha: string;
  author: GitIdentity;
  authoredAt: Instant;
  committedAt: Instant;
  /** How many parents it has: two or more make it a merge, which has no work of its own. Null: not told, the message has to. */
  parents: number | null;
  message: string;
};

/** Who a review or a comment comes from. `owner`: the person who asked an agent for the work, who is no independent reviewer. */
export type Reviewer = 'independent' | 'author' | 'owner' | 'bot';

/** Everything stored that a pull request's fact is made of. */
export type PullRequestInput = {
  pullRequest: PullRequest;
  /** Identity of whose work it is; null: nobody knows. */
  author: string | null;
  /** Its own commits; null: not known (a squash merge in a clone). */
  commits: readonly OwnCommit[] | null;
  /** All files of all the commits that landed it; null: the size of any of them is unknown. */
  changes: readonly FileChange[] | null;
  /** Its author is automation (not a coding agent). */
  automation: boolean;
  /** Head and base are both long-lived branches. */
  longLived: boolean;
  /** It takes finished work over to another long-lived branch. */
  backPort: boolean;
  /** A coding agent opened it. */
  agent: boolean;
  /** Who each of `pullRequest.forge.reviews` comes from, in their order. */
  reviewers: readonly Reviewer[];
  /** Who each of `pullRequest.forge.comments` comes from, in their order. */
  commenters: readonly Reviewer[];
  /** When the first deployment succeeded that contains its merge; null: none is known. */
  deployedAt: Instant | null;
};

/** A commit of the default branch that no pull request is known to have brought. */
export type PushInput = {
  mainline: MainlineCommit;
  commit: OwnCommit;
  /** Identity of who wrote it; null: nobody knows. */
  author: string | null;
  /** Null: the size is unknown. */
  changes: readonly FileChange[] | null;
};
