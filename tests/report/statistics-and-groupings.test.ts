import { describe, expect, it } from 'vitest';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import type { QuantileMetric } from '../../server/metrics/definition.ts';
import { metrics } from '../../server/metrics/register.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { seriesCsv } from '../../server/report/export-csv.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { amount } from '../../server/words/amount.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';
import { seededRandom } from '../support/random-history.ts';

const WEEK = 7 * DAY;
const UNTIL = MONDAY + 32 * WEEK;
const SHARE = { p50: 0.5, p75: 0.75, p85: 0.85 } as const;
const SAID = {
  p50: ['Half of', 'median'],
  p75: ['Three quarters of', '75th percentile'],
  p85: ['85 % of', '85th percentile'],
} as const;

/** Twenty pull requests in each of thirty weeks, all of which have ended, every phase with a spread of its own. */
const facts = Array.from({ length: 600 }, (_, number): PullRequestFact => {
  const random = seededRandom(number);
  const later = (at: number, hours: number) => at + Math.floor(random() * hours) * HOUR;
  const openedAt = later(MONDAY + Math.floor(number / 20) * WEEK, 90);
  const readyAt = later(openedAt, 5);
  const firstReviewAt = later(readyAt, 40);
  const approvedAt = later(firstReviewAt, 30);
  const mergedAt = later(approvedAt, 60);
  return forgeFact(number, {
    ...{ openedAt, readyAt, firstReviewAt, approvedAt, mergedAt },
    firstCommitAt: openedAt - Math.floor(random() * 50) * HOUR,
    deployedAt: later(mergedAt, 70),
    lines: Math.floor(random() * 500),
  });
});
const held = heldOf(facts, [freshForge(UNTIL)]);
const { snapshot } = held;
const durations = metrics.filter(
  (metric): metric is QuantileMetric =>
    metric.kind === 'quantile' && metric.of === 'merged' && metric.definition.items !== 'issues',
);

/** Type 7, by sorting, of the values that the facts of one week have. */
function owed(metric: QuantileMetric, by: 'opening' | 'merge', week: number, share: number): number {
  const values = snapshot.chunks
    .flatMap((chunk) =>
      Array.from({ length: chunk.size }, (_, row) => ({
        week: by === 'opening' ? chunk.week : (chunk.mergeWeek[row] ?? 0),
        value: metric.itemValue(chunk, row) / metric.perUnit,
      })),
    )
    .flatMap((one) => (one.week === week ? [one.value] : []))
    .sort((one, other) => one - other);
  const position = (values.length - 1) * share;
  const low = values[Math.floor(position)] ?? Number.NaN;
  return low + (position % 1) * ((values[Math.ceil(position)] ?? 0) - low);
}

describe.each(durations.map((metric) => [metric.definition.id, metric] as const))('%s', (id, metric) => {
  it.each(
    (['opening', 'merge'] as const).flatMap((by) =>
      (['p50', 'p75', 'p85'] as const).map((stat) => [by, stat] as const),
    ),
  )('by %s has the %s of each week, and says so in every word', (by, stat) => {
    const answer = seriesAnswer(held, id, { by, stat });
    const { points, finding, howToRead, description } = answer.data;
    expect(answer.asked).toMatchObject({ by, stat });
    const first = snapshot.weeks.weekOf(MONDAY);
    for (const week of [3, 12, 25]) {
      expect(points[week]).toMatchObject({ state: 'value', open: 0 });
      expect(points[week]?.value).toBeCloseTo(owed(metric, by, first + week, SHARE[stat]), 9);
      expect(points[week]?.low === null).toBe(stat !== 'p50');
    }
    const [share, name] = SAID[stat];
    expect(finding.startsWith(share)).toBe(true);
    expect(finding).toMatch(/; .+ in the 12 weeks before$/);
    expect(howToRead).toContain(`by week of ${by}`);
    expect(howToRead).toContain(`Line: ${name}.`);
    expect(howToRead.includes('middle half')).toBe(stat === 'p50');
    expect(description).toContain(`, ${name}: `);
    const last = points.findLast(({ value, running }) => value !== null && !running);
    expect(description).toContain(`last ${amount(last?.value ?? 0, metric.definition.unit)}`);
    const [header = '', line = ''] = seriesCsv(answer, new Map()).split('\r\n');
    const cell = (column: string) => line.split(',')[header.split(',').indexOf(column)];
    expect([cell('statistic'), cell('grouped_by')]).toEqual([stat, by]);
    expect(Number(cell('value'))).toBe(points[0]?.value);
  });
});
