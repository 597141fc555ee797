import { describe, expect, it } from 'vitest';
import { timeToMerge as mergeOf, pickupTime as pickupOf } from '../../server/facts/phase.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import type { QuantileMetric } from '../../server/metrics/definition.ts';
import { timeToMerge } from '../../server/metrics/flow.ts';
import { pickupTime } from '../../server/metrics/phases.ts';
import { weeklyItems } from '../../server/metrics/weekly-items.ts';
import { MINUTE } from '../../server/model/instant.ts';
import { isCannot } from '../../server/stats/cannot.ts';
import { kaplanMeier } from '../../server/stats/survival/kaplan-meier.ts';
import { survivalQuantile } from '../../server/stats/survival/survival-quantile.ts';
import { forgeFact, MONDAY, snapshotOf } from '../support/facts.ts';
import { endOf, openFacts, passing, someFollowed, UNTIL } from '../support/open-facts.ts';
import { seededRandom } from '../support/random-history.ts';

/** Minutes that a pull request took or was followed; null: it takes no part. */
type Seen = { minutes: number; happened: boolean; closed: boolean } | null;

const METRICS: readonly [QuantileMetric, (one: PullRequestFact) => Seen][] = [
  [timeToMerge, (one) => seen(one, mergeOf(one), one.openedAt)],
  [
    pickupTime,
    (one) => (one.mergedAt !== null && pickupOf(one) === null ? null : seen(one, pickupOf(one), one.readyAt)),
  ],
];

function seen(one: PullRequestFact, took: number | null, since: number | null): Seen {
  if (took !== null) return { minutes: took / MINUTE, happened: true, closed: false };
  if (since === null) return null;
  const end = Math.min(one.closedAt ?? endOf(one), endOf(one));
  return { minutes: Math.max(0, end - since) / MINUTE, happened: false, closed: one.closedAt !== null };
}

describe('what was opened is followed until the data end', () => {
  it.each([1, 2, 3, 4])('as Kaplan and Meier of the facts one by one have it (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const facts = openFacts(random, 700);
    const snapshot = snapshotOf(facts);
    let [reached, not] = [0, 0];
    for (let round = 0; round < 24; round++) {
      const selection = someFollowed(random, snapshot);
      const [metric, followed] = METRICS[round % 2] ?? [timeToMerge, () => null];
      const items = weeklyItems(snapshot, metric, selection);
      const { from, to } = selection;
      for (const [first = from, last = to] of [
        [from, from],
        [to - 1, to - 1],
        [to, to],
        [from, to],
      ]) {
        const within = passing(facts, snapshot, selection).filter(({ openedAt, leftOut }) => {
          const week = snapshot.weeks.weekOf(openedAt ?? 0);
          return leftOut === null && week >= first && week <= last;
        });
        const all = within.flatMap((one) => followed(one) ?? []);
        expect(items.measured(first, last)).toBe(all.length);
        expect(items.withoutValue(first, last)).toBe(within.length - all.length);
        expect(items.closed(first, last)).toBe(all.filter(({ closed }) => closed).length);
        expect(items.waiting(first, last)).toBe(all.filter((one) => !one.happened && !one.closed).length);
        if (all.every(({ happened }) => happened)) continue;
        const [median = null] = items.quantiles(first, last, [0.5]);
        const curve = kaplanMeier(
          all.map(({ minutes }) => minutes),
          all.map(({ happened }) => Number(happened)),
        );
        const owed = isCannot(curve) ? curve : survivalQuantile(curve, 0.5);
        if (median === null) not += 1;
        else {
          reached += 1;
          expect(isCannot(owed) ? owed : owed.value).toBeCloseTo(median, 6);
        }
      }
    }
    expect(reached).toBeGreaterThan(40);
    expect(not).toBeGreaterThan(2);
  });

  it('where nothing is open or closed, by the plain median', () => {
    const facts = [1, 2, 3, 40].map((hours, number) =>
      forgeFact(number, { mergedAt: MONDAY + hours * 60 * MINUTE, openedAt: MONDAY, readyAt: MONDAY }),
    );
    const snapshot = snapshotOf(facts);
    const week = snapshot.weeks.weekOf(MONDAY);
    const items = weeklyItems(snapshot, timeToMerge, {
      ...someFollowed(() => 0, snapshot),
      ...{ from: week, to: week, teams: null },
    });
    expect(items.quantiles(week, week, [0.5, 0.75])).toEqual([150, 735]);
  });

  it('and nobody forgets to say where that is', () => {
    const snapshot = snapshotOf(openFacts(seededRandom(1), 50));
    const { dataEnd, ...selection } = someFollowed(() => 0.5, snapshot);
    expect(dataEnd.last).toBe(UNTIL / MINUTE);
    const items = weeklyItems(snapshot, timeToMerge, { ...selection, from: 0, to: 9999 });
    expect(() => items.quantiles(0, 9999, [0.5])).toThrow('until the data end');
  });
});
