import { describe, expect, it } from 'vitest';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { ageOfOpenWork, workInProgress } from '../../server/metrics/open-work.ts';
import type { Followed } from '../../server/metrics/selection.ts';
import { weeklyItems } from '../../server/metrics/weekly-items.ts';
import { DAY, HOUR, MINUTE } from '../../server/model/instant.ts';
import { forgeFact, MONDAY, snapshotOf } from '../support/facts.ts';
import { endOf, openFacts, passing, someFollowed, UNTIL } from '../support/open-facts.ts';
import { seededRandom } from '../support/random-history.ts';

/** Whether a pull request is open at an instant; its repository is asked up to two days after its data end. */
function isOpenAt(at: number) {
  return (one: PullRequestFact) => {
    const ended = one.mergedAt ?? one.closedAt ?? Number.POSITIVE_INFINITY;
    return (one.openedAt ?? at) < at && ended >= at && at <= endOf(one) + 2 * DAY;
  };
}

const isReadyAt = (at: number) => (one: PullRequestFact) => (one.readyAt ?? at) < at;

/** Type 7 of sorted values. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.ceil((sorted.length - 1) / 2)];
  return ((sorted[low] ?? 0) + (sorted[high] ?? 0)) / 2;
}

describe('what is open at the end of each week', () => {
  it.each([1, 2, 3, 4, 5])('is what going through the facts one by one finds (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const facts = openFacts(random, 900);
    const snapshot = snapshotOf(facts);
    let compared = 0;
    for (let round = 0; round < 12; round++) {
      const selection = someFollowed(random, snapshot);
      const counted = weeklyItems(snapshot, workInProgress, selection);
      const aged = weeklyItems(snapshot, ageOfOpenWork, selection);
      for (let week = selection.from; week <= selection.to; week++) {
        const at = Math.min(snapshot.weeks.weekStart(week + 1), UNTIL);
        const open = passing(facts, snapshot, selection).filter(isOpenAt(at));
        const taking = open.filter(({ leftOut }) => leftOut === null);
        const ready = taking.filter(isReadyAt(at));
        expect(counted.measured(week, week)).toBe(ready.length);
        expect(counted.missing(0, week, week)).toBe(taking.length - ready.length);
        expect(counted.leftOut('automation', week, week)).toBe(
          open.filter(({ leftOut }) => leftOut === 'automation').length,
        );
        if (ready.length === 0) continue;
        compared += 1;
        const ages = ready.map(({ openedAt }) => (at - (openedAt ?? at)) / MINUTE);
        expect(aged.quantiles(week, week, [0.5])).toEqual([median(ages)]);
      }
    }
    expect(compared).toBeGreaterThan(40);
  });

  const only = (over: Partial<PullRequestFact>) => {
    const one = { ...forgeFact(1), mergedAt: null, ...over };
    const snapshot = snapshotOf([one]);
    const from = snapshot.weeks.weekOf(MONDAY);
    const selection: Followed = {
      ...{ repositories: Uint8Array.of(1), deploying: Uint8Array.of(0), teams: null, by: 'opening' },
      ...{ from, to: from + 3 },
      dataEnd: {
        ofRepository: Int32Array.of((MONDAY + 26 * DAY) / MINUTE),
        last: (MONDAY + 26 * DAY) / MINUTE,
      },
    };
    const items = weeklyItems(snapshot, workInProgress, selection);
    return [0, 1, 2, 3].map((week) => items.measured(from + week, from + week));
  };
  /** The first end of a week. */
  const SUNDAY_NIGHT = MONDAY - 9 * HOUR + 7 * DAY;

  it('is not what was merged within its week, nor opened at the very end of it', () => {
    const [openedAt, mergedAt] = [MONDAY, MONDAY + DAY];
    expect(only({ openedAt, readyAt: openedAt, mergedAt })).toEqual([0, 0, 0, 0]);
    const [before, after] = [SUNDAY_NIGHT - MINUTE, SUNDAY_NIGHT];
    expect(only({ openedAt: before, readyAt: before, mergedAt: after })).toEqual([1, 0, 0, 0]);
    expect(only({ openedAt: after, readyAt: after, mergedAt: null })).toEqual([0, 1, 1, 1]);
  });

  it('is no draft until that is ready, and ends with a closing as with a merge', () => {
    const readyAt = SUNDAY_NIGHT + DAY;
    expect(only({ openedAt: MONDAY, readyAt, closedAt: SUNDAY_NIGHT + 8 * DAY })).toEqual([0, 1, 0, 0]);
    expect(only({ openedAt: MONDAY, readyAt: null })).toEqual([0, 0, 0, 0]);
  });

  it('keeps its ages when another question has used their room', () => {
    const snapshot = snapshotOf(openFacts(seededRandom(9), 400));
    const selection = { ...someFollowed(() => 0.1, snapshot), teams: null };
    const { to } = selection;
    const one = weeklyItems(snapshot, ageOfOpenWork, selection);
    const before = one.quantiles(to, to, [0.5, 0.85]);
    const other = weeklyItems(snapshot, ageOfOpenWork, { ...selection, from: to - 2 });
    other.quantiles(to - 1, to - 1, [0.5]);
    expect(one.quantiles(to, to, [0.5, 0.85])).toEqual(before);
  });
});
