import type { Instant } from '../model/instant.ts';
import type { TeamBasis } from '../model/organisation.ts';
import type { IssueInput, LinkedPullRequest } from './issue-input.ts';
import { progressOf } from './issue-progress.ts';
import { staysOf, valueAt } from './issue-timeline.ts';

/** Why an issue takes part in no measure; it is counted beside them instead. */
export type IssueLeftOut = 'epic' | 'sub-task' | 'deleted';

/** One measured issue. Computed from stored rows only, so it may be thrown away and rebuilt; holds no wall clock. */
export type IssueFact = {
  id: string;
  projectId: string;
  leftOut: IssueLeftOut | null;
  /** Identity of whom it was assigned to when it was finished, else of who has it now; for grouping only, never shown. */
  author: string | null;
  /** Opaque id of that person. */
  person: string | null;
  /** That person's teams then, by id, sorted. */
  teams: readonly string[];
  teamBasis: TeamBasis | null;
  createdAt: Instant;
  /** First entry to an in-progress status, before it was finished; null: it was never in progress. */
  startedAt: Instant | null;
  /** First entry to a done status with a resolution that delivers. A later reopening does not take it back. */
  finishedAt: Instant | null;
  /** Since when it is in a done status without having been delivered ("Won't do"); null: finished, or not closed. */
  declinedAt: Instant | null;
  /** When it first left a done status after it was finished. */
  reopenedAt: Instant | null;
  /** Milliseconds of its cycle (started to finished) in progress and in hand; null: no whole cycle, or a status is unknown. */
  activeTime: number | null;
  /** The rest of the cycle in progress, and back in a status before it. */
  waitingTime: number | null;
  /** Milliseconds by status id from creation until it was finished, in the order of first entry; open ones up to the last change. */
  statusTimes: readonly (readonly [string, number])[];
  storyPoints: number | null;
  /** Pull requests that name it. */
  pullRequests: number;
  /** Of these: the earliest commit, the earliest human review, and the last merge until it was finished. */
  firstCommitAt: Instant | null;
  firstReviewAt: Instant | null;
  lastMergedAt: Instant | null;
};

/** `placedAt`: at which instant, and by which account, its team is looked up. */
export type UnplacedIssueFact = Omit<IssueFact, 'author' | 'person' | 'teams' | 'teamBasis'> & {
  account: string | null;
  placedAt: Instant;
};

/** Instants in milliseconds UTC. The assignee counts who had it when it was finished; else when it was started, else now. */
export function issueFact(input: IssueInput): UnplacedIssueFact {
  const { createdAt, assignee } = input;
  const stays = staysOf(input.statusChanges, { start: createdAt, now: input.statusId });
  const progress = progressOf(stays, input.status, ({ until }) => delivered(until, input));
  const { finishedAt, startedAt } = progress;
  const work = workOf(input.pullRequests, finishedAt);
  // Property by property: half a million are made, and putting several objects together takes longer than all the rest.
  return {
    ...progress,
    id: input.id,
    projectId: input.projectId,
    leftOut: leftOut(input),
    account:
      finishedAt === null
        ? assignee
        : valueAt(input.assigneeChanges, { start: createdAt, now: assignee }, finishedAt),
    placedAt: finishedAt ?? startedAt ?? createdAt,
    createdAt,
    storyPoints: input.storyPoints,
    pullRequests: input.pullRequests.length,
    firstCommitAt: work.firstCommitAt,
    firstReviewAt: work.firstReviewAt,
    lastMergedAt: work.lastMergedAt,
  };
}

/**
 * Work ends as what it is called at the end of its stay in done: who sets the resolution a moment after the status means it
 * from the beginning. A site that uses no resolutions delivers all that is done.
 */
function delivered(
  until: Instant,
  { resolutionChanges, createdAt, resolutionId, delivers }: IssueInput,
): boolean {
  // Whoever reopens an issue clears its resolution in the same instant.
  const resolution = valueAt(resolutionChanges, { start: createdAt, now: resolutionId }, until - 1);
  return resolution === null || delivers(resolution);
}

function leftOut({ level, deleted }: IssueInput): IssueLeftOut | null {
  if (deleted) return 'deleted';
  return level === 'standard' ? null : level;
}

function workOf(
  pullRequests: readonly LinkedPullRequest[],
  finishedAt: Instant | null,
): Pick<IssueFact, 'firstCommitAt' | 'firstReviewAt' | 'lastMergedAt'> {
  let firstCommitAt: Instant | null = null;
  let firstReviewAt: Instant | null = null;
  let lastMergedAt: Instant | null = null;
  for (const work of pullRequests) {
    firstCommitAt = earlier(firstCommitAt, work.firstCommitAt);
    firstReviewAt = earlier(firstReviewAt, work.firstReviewAt);
    const { mergedAt } = work;
    if (mergedAt === null || (finishedAt !== null && mergedAt > finishedAt)) continue;
    lastMergedAt = Math.max(mergedAt, lastMergedAt ?? mergedAt);
  }
  return { firstCommitAt, firstReviewAt, lastMergedAt };
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
