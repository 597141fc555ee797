import { aiAssistedThroughput, aiMarkedShare } from './ai-marked.ts';
import type { Metric } from './definition.ts';
import { cycleTime, leadTimeForChanges, timeToMerge } from './flow.ts';
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
];

export function metricById(id: string): Metric | null {
  return metrics.find((metric) => metric.definition.id === id) ?? null;
}
