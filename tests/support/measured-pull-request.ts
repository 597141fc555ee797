import type { OwnCommit } from '../../server/facts/pull-request-input.ts';
import type { StoredInput } from '../../server/ingest/measured-input.ts';
import type { ForgeDetails, PullRequest } from '../../server/model/pull-request.ts';

/** What a golden file tells of a pull request: only what matters to its case. */
export type Told = {
  pullRequest?: Partial<PullRequest>;
  forge?: Partial<ForgeDetails>;
  commits?: readonly Partial<OwnCommit>[] | null;
  changes?: StoredInput['changes'];
  deployedAt?: number;
};

/** Rows of a pull request by Ada, `acme/shop#12`, opened on Monday, 2026-03-02, at 09:00 UTC and merged at 17:00, but for what is told. */
export function storedPullRequest(told: Told = {}): StoredInput {
  const openedAt = Date.UTC(2026, 2, 2, 9);
  const commits = told.commits === undefined ? [{}] : told.commits;
  return {
    pullRequest: {
      id: 'github:code.example.com/acme/shop#12',
      repositoryId: 'github:code.example.com/acme/shop',
      number: 12,
      title: 'Take coupons at the till',
      body: '',
      state: 'merged',
      landing: 'merge',
      baseBranch: 'main',
      headBranch: 'coupons',
      fromFork: false,
      author: { name: 'Ada', email: 'ada@example.com' },
      openedAt,
      mergedAt: Date.UTC(2026, 2, 2, 17),
      closedAt: Date.UTC(2026, 2, 2, 17),
      mergeSha: 'm1',
      landedShas: ['m1'],
      ownShas: commits?.map((_, index) => `c${index + 1}`) ?? null,
      ...told.pullRequest,
      forge: { ...forgeDetails(openedAt), ...told.forge },
    },
    commits: commits?.map((commit, index) => ({ ...ownCommit(index, openedAt), ...commit })) ?? null,
    changes: told.changes ?? null,
    defaultBranch: 'main',
    deployedAt: told.deployedAt ?? null,
  };
}

function forgeDetails(updatedAt: number): ForgeDetails {
  return {
    account: { login: 'Ada', kind: 'user' },
    mergedBy: { login: 'Ada', kind: 'user' },
    assignees: [],
    labels: [],
    closes: [],
    draft: false,
    updatedAt,
    headSha: 'c1',
    additions: 30,
    deletions: 10,
    changedFiles: 3,
    commentCount: null,
    reviews: [],
    events: [],
    comments: null,
    files: null,
    checks: null,
    firstChecks: null,
  };
}

/** One hour before the opening. */
function ownCommit(index: number, openedAt: number): OwnCommit {
  const at = openedAt - 36e5;
  return {
    sha: `c${index + 1}`,
    author: { name: 'Ada', email: 'ada@example.com' },
    authoredAt: at,
    committedAt: at,
    parents: null,
    message: 'Take coupons at the till\n',
  };
}
