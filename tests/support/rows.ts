import { NO_QUALITY, type PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import type { Commit } from '../../server/model/commit.ts';
import type { ForgeDetails, PullRequest } from '../../server/model/pull-request.ts';
import type { Repository } from '../../server/model/repository.ts';
import type { WalkEnd } from '../../server/model/rows.ts';

// Rows with sensible contents, for tests that care about one field of them.

export const repository: Repository = {
  id: 'git:example.com/acme/shop',
  name: 'acme/shop',
  source: 'git',
  defaultBranch: 'main',
  externalId: null,
  deployedBy: null,
  codeOwners: null,
};

const monday = Date.UTC(2026, 7, 10, 9);

export function commit(sha: string, over: Partial<Commit> = {}): Commit {
  return {
    repositoryId: repository.id,
    sha,
    parents: [],
    authorLogin: null,
    author: { name: 'Ada', email: 'ada@example.com' },
    authoredAt: monday,
    committer: { name: 'Ada', email: 'ada@example.com' },
    committedAt: monday,
    message: `change ${sha}\n`,
    reverts: [],
    ...over,
  };
}

export function pullRequest(number: number, over: Partial<PullRequest> = {}): PullRequest {
  return {
    id: `${repository.id}#${number}`,
    repositoryId: repository.id,
    number,
    title: `Change ${number}`,
    body: '',
    state: 'merged',
    landing: 'merge',
    baseBranch: 'main',
    headBranch: `change-${number}`,
    fromFork: null,
    author: { name: 'Ada', email: 'ada@example.com' },
    openedAt: null,
    mergedAt: monday + 36e5 * number,
    closedAt: null,
    mergeSha: `m${number}`,
    landedShas: [`m${number}`],
    ownShas: [`c${number}`],
    forge: null,
    ...over,
  };
}

/** What a forge would tell of a small pull request by a person, without any review. */
export function forgeDetails(over: Partial<ForgeDetails> = {}): ForgeDetails {
  return {
    account: { login: 'ada', kind: 'user' },
    mergedBy: { login: 'grace', kind: 'user' },
    assignees: [],
    labels: [],
    closes: [],
    draft: false,
    updatedAt: monday,
    headSha: 'c1',
    additions: 30,
    deletions: 10,
    changedFiles: 2,
    commentCount: 0,
    reviews: [],
    events: [],
    comments: null,
    files: null,
    checks: null,
    firstChecks: null,
    ...over,
  };
}

export function walkEnd(over: Partial<WalkEnd> = {}): WalkEnd {
  return { cursor: 'here', coveredUntil: monday, limits: [], replaces: null, notes: null, ...over };
}

/** A fact of which nothing is known but what it is of. */
export function bareFact(id: string, number: number | null): PullRequestFact {
  const unknown = {
    landing: null,
    leftOut: null,
    author: null,
    person: null,
    teamBasis: null,
    openedAt: null,
    firstCommitAt: null,
    readyAt: null,
    firstReviewAt: null,
    ownerCheckedAt: null,
    firstBotResponseAt: null,
    approvedAt: null,
    mergedAt: null,
    closedAt: null,
    deployedAt: null,
    lines: null,
    files: null,
    aiLevel: null,
    aiTrace: null,
  };
  const never = {
    agent: false,
    teams: [],
    aiTools: [],
    linesByAi: null,
    linesNoted: null,
    issues: 0,
    draftInPickup: 0,
    draftInReview: 0,
    draftInMerge: 0,
    ...NO_QUALITY,
  };
  return { id, repositoryId: repository.id, number, ...unknown, ...never };
}
