import { aiLineShare } from './ai-lines.ts';
import { aiAssistedThroughput, aiMarkedShare } from './ai-marked.ts';
import type { CountMetric, Metric } from './definition.ts';
import { cycleTime, leadTimeForChanges, timeToMerge } from './flow.ts';
import { bugsLinked, hotfixRate, revertRate, reworkShare } from './guardrails/after-the-merge.ts';
import { ciFirstPassRate, largePullRequests } from './guardrails/before-the-merge.ts';
import { reopenedIssues } from './guardrails/reopened-issues.ts';
import { mergedWithoutReview, reviewComments, reviewRounds, reviewTimePerLine } from './guardrails/review.ts';
import {
  flowEfficiency,
  issueCycleTime,
  issueLeadTime,
  issuesFinished,
  issuesFinishedPerPerson,
} from './issues.ts';
import { ageOfIssuesInProgress, issuesInProgress } from './open-issues.ts';
import { ageOfOpenWork, workInProgress } from './open-work.ts';
import { codingTime, deployTime, mergeTime, pickupTime, reviewTime } from './phases.ts';
import { batchSize, mergedPerPerson, mergedPullRequests } from './throughput.ts';

/** What a gain may cost, in the order in which they are shown. */
export const guardrails: readonly CountMetric[] = [
  revertRate,
  hotfixRate,
  reworkShare,
  reopenedIssues,
  bugsLinked,
  mergedWithoutReview,
  largePullRequests,
  reviewTimePerLine,
  reviewRounds,
  reviewComments,
  ciFirstPassRate,
];

/** Every metric that can be asked for. */
export const metrics: readonly Metric[] = [
  cycleTime,
  timeToMerge,
  codingTime,
  pickupTime,
  reviewTime,
  mergeTime,
  deployTime,
  leadTimeForChanges,
  mergedPullRequests,
  mergedPerPerson,
  workInProgress,
  ageOfOpenWork,
  batchSize,
  issuesFinishedPerPerson,
  issuesFinished,
  issueLeadTime,
  issueCycleTime,
  flowEfficiency,
  issuesInProgress,
  ageOfIssuesInProgress,
  aiMarkedShare,
  aiAssistedThroughput,
  aiLineShare,
  ...guardrails,
];

export function metricById(id: string): Metric | null {
  return metrics.find((metric) => metric.definition.id === id) ?? null;
}
