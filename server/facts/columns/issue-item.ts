import type { IssueFact } from '../issue-fact.ts';
import { NO_QUALITY } from '../pull-request-fact.ts';
import { numberOfIssue } from './fact-id.ts';
import type { Item } from './item.ts';

/**
 * An issue as a row of columns: its project is the repository, its creation the opening, its start "ready", its finish the
 * merge, and being closed without delivery the closing without a merge.
 */
export function issueItem(fact: Omit<IssueFact, 'statusTimes'>): Item {
  return {
    id: fact.id,
    repositoryId: fact.projectId,
    number: numberOfIssue(fact),
    landing: null,
    leftOut: fact.leftOut,
    author: fact.author,
    person: fact.person,
    teams: fact.teams,
    teamBasis: fact.teamBasis,
    agent: false,
    openedAt: fact.createdAt,
    firstCommitAt: fact.firstCommitAt,
    readyAt: fact.startedAt,
    firstReviewAt: fact.firstReviewAt,
    ownerCheckedAt: null,
    firstBotResponseAt: null,
    approvedAt: null,
    mergedAt: fact.finishedAt,
    closedAt: fact.declinedAt,
    deployedAt: null,
    draftInPickup: 0,
    draftInReview: 0,
    draftInMerge: 0,
    lines: null,
    files: null,
    issues: 0,
    aiLevel: null,
    aiTools: [],
    aiTrace: null,
    linesByAi: null,
    linesNoted: null,
    ...NO_QUALITY,
    reopenedAt: fact.reopenedAt,
    lastMergedAt: fact.lastMergedAt,
    activeTime: fact.activeTime,
    waitingTime: fact.waitingTime,
    pullRequests: fact.pullRequests,
  };
}
