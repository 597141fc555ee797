import type { GitIdentity } from '../model/commit.ts';
import type { Instant } from '../model/instant.ts';
import type { Landing } from '../model/pull-request.ts';
import { changeSize } from './change-size.ts';
import { firstCommitAt } from './first-commit.ts';
import type { OwnCommit, PullRequestInput, PushInput } from './pull-request-input.ts';

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

/** More commits than this by more people than that are a branch of many, not one change. */
const MANY_COMMITS = 200;
const MANY_AUTHORS = 5;

/** Instants in milliseconds UTC; whatever is not known stays null. */
export function pullRequestFact(input: PullRequestInput): PullRequestFact {
  const { pullRequest, commits } = input;
  return {
    id: pullRequest.id,
    repositoryId: pullRequest.repositoryId,
    number: pullRequest.number,
    landing: pullRequest.landing,
    leftOut: leftOut(input),
    author: pullRequest.author === null ? null : identity(pullRequest.author),
    openedAt: pullRequest.openedAt,
    firstCommitAt: firstCommitAt(commits, pullRequest.openedAt, pullRequest.mergedAt),
    mergedAt: pullRequest.mergedAt,
    ...changeSize(input.changes),
  };
}

/** What reached the default branch without a pull request: counted beside the figures, so that they can say how much it is. */
export function directPushFact({ mainline, commit, changes }: PushInput): PullRequestFact {
  if (mainline.landedBy === 'pull-request') throw new Error(`${mainline.sha} was landed by a pull request`);
  return {
    id: `${mainline.repositoryId}@${mainline.sha}`,
    repositoryId: mainline.repositoryId,
    number: null,
    landing: null,
    leftOut: mainline.landedBy,
    author: identity(commit.author),
    openedAt: null,
    firstCommitAt: firstCommitAt([commit], null, commit.committedAt),
    mergedAt: commit.committedAt,
    ...changeSize(changes),
  };
}

function leftOut({ automation, longLived, commits }: PullRequestInput): LeftOut | null {
  if (automation) return 'automation';
  return longLived || isBranchOfMany(commits ?? []) ? 'long-lived-branch' : null;
}

function isBranchOfMany(commits: readonly OwnCommit[]): boolean {
  if (commits.length <= MANY_COMMITS) return false;
  return new Set(commits.map((commit) => identity(commit.author))).size > MANY_AUTHORS;
}

function identity(author: GitIdentity): string {
  return author.email.toLowerCase();
}
