import type { Instant } from '../model/instant.ts';
import type { IssueChange, IssueLevel, StatusCategory } from '../model/issue.ts';

/** What the fact of an issue is made of. */
export type IssueInput = {
  id: string;
  projectId: string;
  level: IssueLevel;
  deleted: boolean;
  /** As they are now; of who is assigned, the account's id. */
  statusId: string;
  resolutionId: string | null;
  assignee: string | null;
  createdAt: Instant;
  storyPoints: number | null;
  /** Each in the order of time. */
  statusChanges: readonly IssueChange[];
  resolutionChanges: readonly IssueChange[];
  assigneeChanges: readonly IssueChange[];
  /** What a status means; undefined: unknown. */
  status: (id: string) => StatusMeaning | undefined;
  /** Whether work that ended with this resolution was delivered. */
  delivers: (resolutionId: string) => boolean;
  /** The pull requests in whose texts it is named, without those that measures leave out. */
  pullRequests: readonly LinkedPullRequest[];
};

export type StatusMeaning = { category: StatusCategory | null; waiting: boolean };

export type LinkedPullRequest = {
  firstCommitAt: Instant | null;
  firstReviewAt: Instant | null;
  mergedAt: Instant | null;
};
