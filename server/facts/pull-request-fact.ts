import type { Instant } from '../model/instant.ts';
import type { Landing } from '../model/pull-request.ts';

/** Why an item takes part in no measure of flow; it is counted beside them instead. */
export type LeftOut = 'automation' | 'long-lived-branch' | 'direct-push' | 'branch-merge';

/**
 * One measured piece of merged work. Computed from stored rows only, so it may be thrown away and rebuilt; holds no wall clock.
 * A direct push and a branch merge without a pull request number are kept too (`leftOut`), so that every figure can say
 * how much work never was a pull request.
 */
export type PullRequestFact = {
  id: string;
  repositoryId: string;
  number: number | null;
  landing: Landing | null;
  leftOut: LeftOut | null;
  /** The author's e-mail in lower case; identity for grouping only, never shown. */
  author: string | null;
  openedAt: Instant | null;
  firstCommitAt: Instant | null;
  mergedAt: Instant | null;
  /** Added plus deleted lines without generated and lock files; null: the clone lacks the contents. */
  lines: number | null;
  files: number | null;
};
