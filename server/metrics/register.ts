import type { Metric } from './definition.ts';
import { cycleTime, leadTimeForChanges, timeToMerge } from './flow.ts';
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
];

export function metricById(id: string): Metric | null {
  return metrics.find((metric) => metric.definition.id === id) ?? null;
}
