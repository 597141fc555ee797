import { describe, expect, it } from 'vitest';
import { cycleTime } from '../../server/metrics/flow.ts';
import { measure } from '../../server/metrics/measure.ts';
import { metricById, metrics } from '../../server/metrics/register.ts';
import { batchSize, mergedPullRequests } from '../../server/metrics/throughput.ts';
import { quantiles } from '../../server/stats/quantile.ts';

const values = (n: number) => Int32Array.from({ length: n }, (_, index) => index * 60);
const ofSize = (n: number) => (probabilities: readonly number[]) => quantiles(values(n), probabilities);

describe('a measurement', () => {
  it.each([
    ['p50', 5],
    ['p75', 8],
    ['p85', 14],
  ] as const)('of %s needs %i items: two at least lie beyond it', (statistic, needed) => {
    expect(measure(cycleTime, statistic, needed - 1, ofSize(needed - 1))).toEqual({
      state: 'too-few',
      n: needed - 1,
      needed,
    });
    const enough = measure(cycleTime, statistic, needed, ofSize(needed));
    const value = enough.state === 'value' ? enough.value : Number.NaN;
    expect([...values(needed)].filter((minutes) => minutes / 60 > value).length).toBeGreaterThanOrEqual(2);
  });

  it('is in the unit of its definition', () => {
    expect(measure(cycleTime, 'p50', 5, ofSize(5))).toMatchObject({ value: 2 });
    expect(measure(batchSize, 'p50', 5, ofSize(5))).toMatchObject({ value: 120 });
  });

  it('names the middle half beside a median, from eight items on, and beside no other percentile', () => {
    expect(measure(cycleTime, 'p50', 7, ofSize(7))).toMatchObject({ middleHalf: null });
    expect(measure(cycleTime, 'p50', 9, ofSize(9))).toMatchObject({
      value: 4,
      middleHalf: { low: 2, high: 6 },
    });
    expect(measure(cycleTime, 'p75', 9, ofSize(9))).toMatchObject({ value: 6, middleHalf: null });
  });

  it('of nothing is empty for a duration, and a true 0 for a count', () => {
    expect(measure(cycleTime, 'p50', 0, ofSize(0))).toEqual({ state: 'empty', n: 0 });
    expect(measure(mergedPullRequests, 'p50', 0, ofSize(0))).toEqual({
      state: 'value',
      value: 0,
      middleHalf: null,
      n: 0,
    });
  });
});

describe('the definitions', () => {
  it('are each found by their id, and nothing else is', () => {
    for (const metric of metrics) expect(metricById(metric.definition.id)).toBe(metric);
    expect(new Set(metrics.map(({ definition }) => definition.id)).size).toBe(metrics.length);
    expect(metricById('velocity')).toBeNull();
  });

  it('say what their minimum is and what an empty week means', () => {
    for (const { definition, kind } of metrics) {
      expect(definition.emptyMeans).toMatch(/0|zero/);
      if (kind === 'quantile') expect(definition.limits.join(' ')).toContain('at least two lie beyond it');
    }
  });

  it('call lower better, but for coding, sizes and counts, where neither way is, and what is delivered', () => {
    const neither = metrics.filter(({ definition }) => definition.better === 'neither');
    expect(neither.map(({ definition }) => definition.id)).toEqual([
      'coding-time',
      'merged-pull-requests',
      'merged-per-person',
      'work-in-progress',
      'batch-size',
      'issues-finished',
      'issues-in-progress',
      'ai-marked-share',
      'ai-assisted-throughput',
      'ai-line-share',
      'review-rounds',
      'review-comments-per-100-lines',
    ]);
    const higher = metrics.filter(({ definition }) => definition.better === 'higher');
    expect(higher.map(({ definition }) => definition.id)).toEqual([
      'issues-finished-per-person',
      'flow-efficiency',
      'ci-first-pass-rate',
    ]);
  });

  it('of phases say that their medians do not add up, and of deployments what counts as one', () => {
    for (const metric of metrics) {
      if (metric.kind === 'count' || metric.of === 'open' || metric.needs === 'commits') continue;
      if (metric.definition.items === 'issues') continue;
      const limits = metric.definition.limits.join(' ');
      expect(limits).toContain('do not add up to the median of the whole');
      if (metric.needs === 'deployments')
        expect(limits).toContain('first successful deployment, release or workflow');
    }
    for (const id of ['pickup-time', 'review-time']) {
      const limits = metricById(id)?.definition.limits.join(' ');
      expect(limits).toContain('Time as a draft again');
      expect(limits).toContain('never as unreviewed');
    }
  });
});
