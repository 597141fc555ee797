import type { Commit } from '../../server/model/commit.ts';
import type { PullRequest } from '../../server/model/pull-request.ts';
import type { Repository } from '../../server/model/repository.ts';
import type { WalkEnd } from '../../server/model/rows.ts';

// Rows with sensible contents, for tests that care about one field of them.

export const repository: Repository = {
  id: 'git:example.com/acme/shop',
  name: 'acme/shop',
  source: 'git',
  defaultBranch: 'main',
};

const monday = Date.UTC(2026, 7, 10, 9);

export function commit(sha: string, over: Partial<Commit> = {}): Commit {
  return {
    repositoryId: repository.id,
    sha,
    parents: [],
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
    ...over,
  };
}

export function walkEnd(over: Partial<WalkEnd> = {}): WalkEnd {
  return { cursor: 'here', coveredUntil: monday, limits: [], replaces: null, notes: null, ...over };
}
