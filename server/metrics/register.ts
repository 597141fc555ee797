import type { Metric } from './definition.ts';
import { cycleTime } from './flow.ts';
import { batchSize, mergedPullRequests } from './throughput.ts';

/** Every metric that can be asked for. */
export const metrics: readonly Metric[] = [cycleTime, mergedPullRequests, batchSize];

export function metricById(id: string): Metric | null {
  return metrics.find((metric) => metric.definition.id === id) ?? null;
}
