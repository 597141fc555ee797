import type { Instant } from '../../model/instant.ts';
import type { IssueStatus } from '../../model/issue.ts';

/** How long one finished issue was in each of its statuses. */
export type FinishedTimes = {
  projectId: string;
  /** JSON array of team ids, sorted. */
  teams: string;
  finishedAt: Instant;
  /** Milliseconds by status id, in the order of first entry. */
  times: readonly (readonly [string, number])[];
};

/** What is needed of the store to tell in which statuses issues wait: their times are not held. */
export type StatusStore = {
  issueStatuses(): Promise<readonly (IssueStatus & { trackerId: string })[]>;
  /** Of the issues finished from one instant up to, without, another, some thousands at a time. */
  finishedTimes(from: Instant, until: Instant): AsyncIterable<readonly FinishedTimes[]>;
};
