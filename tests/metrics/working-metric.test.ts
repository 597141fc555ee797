import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../server/facts/columns/column.ts';
import { withFacts } from '../../server/facts/columns/snapshot.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import type { QuantileMetric } from '../../server/metrics/definition.ts';
import { timeToMerge } from '../../server/metrics/flow.ts';
import { kindsOf } from '../../server/metrics/kind.ts';
import { orderOf } from '../../server/metrics/order.ts';
import { pickupTime, reviewTime } from '../../server/metrics/phases.ts';
import { metrics } from '../../server/metrics/register.ts';
import { inWorkingHours, isDuration, type WorkingClocks } from '../../server/metrics/working-metric.ts';
import { HOUR, MINUTE } from '../../server/model/instant.ts';
import { usualCalendar, workingClock } from '../../server/model/working-hours.ts';
import { forgeFact, MONDAY, snapshotOf } from '../support/facts.ts';
import { seededRandom } from '../support/random-history.ts';

const durations = metrics.filter(isDuration);
const nineToFive = usualCalendar('UTC');
const byDay = workingClock(nineToFive);
const clocks: WorkingClocks = { clockOf: () => byDay, inWords: 'nine to five' };

/** Minutes between two instants in which somebody works, one by one. */
function counted(from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += MINUTE) {
    const [day, hour] = [new Date(at).getUTCDay(), new Date(at).getUTCHours()];
    if (day >= 1 && day <= 5 && hour >= 9 && hour < 17) count += 1;
  }
  return count;
}

/** Hours that a metric has of one fact by the clocks; null: unknown. */
function hoursOf(metric: QuantileMetric, fact: PullRequestFact, by = clocks): number | null {
  const [chunk] = snapshotOf([fact]).chunks;
  if (chunk === undefined) throw new Error('one fact makes one chunk');
  const minutes = inWorkingHours(metric, by).itemValue(chunk, 0);
  return minutes === UNKNOWN ? null : minutes / 60;
}

describe('A duration in working hours', () => {
  it('is all of those that there are in calendar hours, and says so', () => {
    expect(durations.map(({ definition }) => definition.id)).toHaveLength(10);
    for (const metric of durations) {
      expect([metric.definition.formula, metric.what]).toEqual([
        expect.stringMatching(/^Calendar hours /),
        expect.stringMatching(/^Hours from /),
      ]);
      const { definition, what } = inWorkingHours(metric, clocks);
      expect([definition.formula, what]).toEqual([
        expect.stringMatching(/^Working hours /),
        expect.stringMatching(/^Working hours from /),
      ]);
      expect([definition.id, definition.unit]).toEqual([metric.definition.id, 'working hours']);
      expect(definition.limits.at(-1)).toContain('nine to five');
    }
  });

  it('is the same metric whenever it is asked for, so that nothing is found twice', () => {
    expect(inWorkingHours(timeToMerge, clocks)).toBe(inWorkingHours(timeToMerge, clocks));
    expect(inWorkingHours(timeToMerge, { ...clocks })).not.toBe(inWorkingHours(timeToMerge, clocks));
  });

  it('over a weekend has none of it', () => {
    // Opened on Friday at four, merged on Monday at ten.
    const fact = forgeFact(1, { openedAt: MONDAY - 65 * HOUR, mergedAt: MONDAY + HOUR });
    expect(hoursOf(timeToMerge, fact)).toBe(2);
  });

  it('is nothing, and not unknown, for what happened in one night', () => {
    const fact = forgeFact(1, { openedAt: MONDAY - 8 * HOUR, mergedAt: MONDAY - HOUR });
    expect(hoursOf(timeToMerge, fact)).toBe(0);
  });

  it('stays unknown where it is unknown', () => {
    const unreviewed = forgeFact(1, { firstReviewAt: null });
    expect(hoursOf(pickupTime, unreviewed)).toBeNull();
    expect(
      durations.map((metric) => hoursOf(metric, forgeFact(1, { mergedAt: MONDAY })) === null),
    ).not.toContain(true);
  });

  it('takes out a span as a draft in proportion', () => {
    // Reviewed on Monday at nine, approved on Tuesday at nine: 24 hours, 8 of them worked, a quarter of them a draft.
    const reviewed = {
      ...{ openedAt: MONDAY - HOUR, readyAt: MONDAY - HOUR, firstReviewAt: MONDAY },
      ...{ approvedAt: MONDAY + 24 * HOUR, mergedAt: MONDAY + 25 * HOUR },
    };
    expect(hoursOf(reviewTime, forgeFact(1, reviewed))).toBe(8);
    expect(hoursOf(reviewTime, forgeFact(1, { ...reviewed, draftInReview: 6 * HOUR }))).toBe(6);
  });

  it('goes by the hours of whoever has the work', () => {
    const byNight = workingClock({ ...nineToFive, from: 22 * 60, to: 6 * 60 });
    const { teamSets, chunks } = snapshotOf([
      forgeFact(1, { teams: ['night'], openedAt: MONDAY, mergedAt: MONDAY + 24 * HOUR }),
      forgeFact(2, { teams: ['day'], openedAt: MONDAY, mergedAt: MONDAY + 5 * HOUR }),
    ]);
    const clockOf = (set: number) => (teamSets.values[set] === '["night"]' ? byNight : byDay);
    const { itemValue } = inWorkingHours(timeToMerge, { clockOf, inWords: '' });
    const [chunk] = chunks;
    expect(chunk && [itemValue(chunk, 0), itemValue(chunk, 1)]).toEqual([8 * 60, 5 * 60]);
  });

  it.each([1, 2, 3])('is what counting minute by minute finds, of any fact (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const later = (from: number) => from + Math.floor(random() * 60 * 24 * 3) * MINUTE;
    const facts = Array.from({ length: 30 }, (_, number) => {
      const openedAt = later(MONDAY);
      const readyAt = random() < 0.5 ? openedAt : later(openedAt);
      const firstReviewAt = later(readyAt);
      const approvedAt = later(firstReviewAt);
      return forgeFact(number, { openedAt, readyAt, firstReviewAt, approvedAt, mergedAt: later(approvedAt) });
    });
    for (const fact of facts) {
      const { openedAt, readyAt, firstReviewAt, approvedAt, mergedAt } = fact;
      expect(60 * (hoursOf(timeToMerge, fact) ?? 0)).toBeCloseTo(counted(openedAt ?? 0, mergedAt ?? 0), 6);
      expect(60 * (hoursOf(pickupTime, fact) ?? 0)).toBeCloseTo(counted(readyAt ?? 0, firstReviewAt ?? 0), 6);
      expect(60 * (hoursOf(reviewTime, fact) ?? 0)).toBeCloseTo(
        counted(firstReviewAt ?? 0, approvedAt ?? 0),
        6,
      );
    }
  });

  it('of what still waits is what has been worked since', () => {
    const [chunk] = snapshotOf([forgeFact(1, { openedAt: MONDAY, mergedAt: null })]).chunks;
    const { waiting } = inWorkingHours(timeToMerge, clocks);
    expect(chunk && waiting?.(chunk, 0, (MONDAY + 30 * HOUR) / MINUTE)).toBe((8 + 6) * 60);
  });

  it('has the kinds of its calendar hours, and an order of its own that follows changes', () => {
    const random = seededRandom(4);
    const some = (number: number) => {
      const openedAt = MONDAY + Math.floor(random() * 100) * HOUR;
      return forgeFact(number, { openedAt, mergedAt: openedAt + Math.floor(random() * 200) * HOUR });
    };
    const working = inWorkingHours(timeToMerge, clocks);
    let snapshot = snapshotOf(Array.from({ length: 60 }, (_, number) => some(number)));
    for (let generation = 2; generation < 8; generation += 1) {
      for (const chunk of snapshot.chunks) {
        expect(kindsOf(chunk, working)).toBe(kindsOf(chunk, timeToMerge));
        const values = Array.from(orderOf(chunk, working), (row) => working.itemValue(chunk, row));
        expect(values).toEqual(values.toSorted((one, other) => one - other));
        const copy = { ...chunk };
        const anew = Array.from({ length: chunk.size }, (_, row) => working.itemValue(copy, row));
        expect(anew.sort((one, other) => one - other)).toEqual(values);
      }
      const facts = [generation, 2 * generation, 3 * generation].map(some);
      snapshot = withFacts(snapshot, { generation, facts, gone: [] });
    }
  });
});
