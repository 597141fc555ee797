import type { FakeAccount } from './account.ts';
import { commit, type FakeCommit } from './commit.ts';

export type FakeReview = {
  /** Unique within its repository, as are the ids of threads, comments and events. */
  id: number;
  author: FakeAccount | null;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  body: string;
  createdAt: string;
  /** Null while it is pending. */
  submittedAt: string | null;
};

export type FakeComment = {
  id: number;
  author: FakeAccount | null;
  createdAt: string;
  body: string;
  /** The review that it was sent with. */
  reviewId: number;
};

/** Comments on one line; a review's comments are those of all threads that name it. */
export type FakeThread = { id: number; path: string; isResolved: boolean; comments: FakeComment[] };

export type FakeEvent = {
  id: number;
  kind:
    | 'ReadyForReviewEvent'
    | 'ConvertToDraftEvent'
    | 'ReviewRequestedEvent'
    | 'ReviewRequestRemovedEvent'
    | 'HeadRefForcePushedEvent'
    | 'ReopenedEvent'
    | 'ClosedEvent'
    | 'MergedEvent';
  createdAt: string;
  actor: FakeAccount | null;
  /** Of the two events about reviewers; a team by its slug. */
  requestedReviewer?: FakeAccount | { team: string } | null;
};

export type FakeFile = {
  path: string;
  additions: number;
  deletions: number;
  changeType: 'ADDED' | 'DELETED' | 'MODIFIED' | 'RENAMED';
};

/** An issue that it closes, perhaps of another repository. */
export type FakeIssue = { repository: string; number: number; title: string };

export type FakePullRequest = {
  number: number;
  title: string;
  body: string;
  state: 'OPEN' | 'CLOSED' | 'MERGED';
  isDraft: boolean;
  createdAt: string;
  updatedAt: string;
  mergedAt: string | null;
  closedAt: string | null;
  additions: number;
  deletions: number;
  changedFiles: number;
  baseRefName: string;
  headRefName: string;
  headRefOid: string;
  isCrossRepository: boolean;
  author: FakeAccount | null;
  mergedBy: FakeAccount | null;
  assignees: FakeAccount[];
  labels: string[];
  closingIssues: FakeIssue[];
  mergeCommit: FakeCommit | null;
  commits: FakeCommit[];
  reviews: FakeReview[];
  reviewThreads: FakeThread[];
  timeline: FakeEvent[];
  files: FakeFile[];
  totalCommentsCount: number;
};

/** An open pull request of one commit, with what is given put in its place. */
export function pullRequest(given: Partial<FakePullRequest> & { number: number }): FakePullRequest {
  const createdAt = given.createdAt ?? '2025-03-03T09:00:00Z';
  const commits = given.commits ?? [commit({ message: `Change ${given.number}`, authoredDate: createdAt })];
  const files = given.files ?? [
    { path: 'src/index.ts', additions: 10, deletions: 2, changeType: 'MODIFIED' as const },
  ];
  const end = given.mergedAt ?? given.closedAt ?? null;
  return {
    title: `Change ${given.number}`,
    body: '',
    state: given.mergedAt ? 'MERGED' : end === null ? 'OPEN' : 'CLOSED',
    isDraft: false,
    createdAt,
    updatedAt: end ?? createdAt,
    mergedAt: null,
    closedAt: end,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: files.length,
    baseRefName: 'main',
    headRefName: `change-${given.number}`,
    headRefOid: commits.at(-1)?.oid ?? '0'.repeat(40),
    isCrossRepository: false,
    author: { login: 'ada', kind: 'User' },
    mergedBy: null,
    assignees: [],
    labels: [],
    closingIssues: [],
    mergeCommit: null,
    reviews: [],
    reviewThreads: [],
    timeline: [],
    totalCommentsCount: (given.reviewThreads ?? []).reduce((sum, thread) => sum + thread.comments.length, 0),
    ...given,
    commits,
    files,
  };
}
