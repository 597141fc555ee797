import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../server/facts/columns/column.ts';
import { idOf } from '../../server/facts/columns/rows-holding.ts';
import * as ofFacts from '../../server/facts/phase.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { cycleTime, leadTimeForChanges, timeToMerge } from '../../server/metrics/flow.ts';
import { isReviewedInDraft } from '../../server/metrics/phase-minutes.ts';
import { codingTime, deployTime, mergeTime, pickupTime, reviewTime } from '../../server/metrics/phases.ts';
import { HOUR, type Instant, MINUTE } from '../../server/model/instant.ts';
import { forgeFact, MONDAY, snapshotOf } from '../support/facts.ts';
import { seededRandom } from '../support/random-history.ts';

/** Each measure beside the same phase of a fact. */
const PHASES = [
  [timeToMerge, ofFacts.timeToMerge],
  [cycleTime, ofFacts.cycleTime],
  [leadTimeForChanges, ofFacts.leadTimeForChanges],
  [codingTime, ofFacts.codingTime],
  [pickupTime, ofFacts.pickupTime],
  [reviewTime, ofFacts.reviewTime],
  [mergeTime, ofFacts.mergeTime],
  [deployTime, ofFacts.deployTime],
] as const;

/** Every measure's hours of one fact, null for unknown. */
function hours(fact: PullRequestFact): Record<string, number | null> {
  const [chunk] = snapshotOf([fact]).chunks;
  if (chunk === undefined) throw new Error('one fact makes one chunk');
  const entries = PHASES.map(([{ definition, itemValue }]) => {
    const minutes = itemValue(chunk, 0);
    return [definition.id, minutes === UNKNOWN ? null : minutes / 60];
  });
  return Object.fromEntries(entries);
}

const opened = MONDAY - 20 * HOUR;

describe('the phases of a pull request', () => {
  it('follow one another, from the first commit to the deployment', () => {
    expect(hours(forgeFact(1))).toEqual({
      'time-to-merge': 20,
      'cycle-time': 24,
      'lead-time-for-changes': 48,
      'coding-time': 4,
      'pickup-time': 6,
      'review-time': 8,
      'merge-time': 6,
      'deploy-time': 24,
    });
  });

  it('have no coding time when the first commit came after it was ready', () => {
    const late = forgeFact(1, { firstCommitAt: opened + HOUR });
    expect(hours(late)).toMatchObject({ 'coding-time': null, 'cycle-time': 19, 'pickup-time': 6 });
  });

  it('leave out the time as a draft again', () => {
    const again = { draftInPickup: 2 * HOUR, draftInReview: 3 * HOUR, draftInMerge: 5 * HOUR };
    expect(hours(forgeFact(1, again))).toMatchObject({
      'time-to-merge': 20,
      'pickup-time': 4,
      'review-time': 5,
      'merge-time': 1,
    });
  });

  it('have a pickup of 0 when a person reviewed the draft, and a review from ready on', () => {
    const inDraft = forgeFact(1, { readyAt: opened + 9 * HOUR });
    expect(hours(inDraft)).toMatchObject({ 'coding-time': 13, 'pickup-time': 0, 'review-time': 5 });
  });

  it('have a review of 0 and a merge from ready on when the draft was approved', () => {
    const approved = forgeFact(1, { readyAt: opened + 16 * HOUR });
    expect(hours(approved)).toMatchObject({ 'pickup-time': 0, 'review-time': 0, 'merge-time': 4 });
  });

  it('have no pickup, review or merge without a human review: never 0', () => {
    const unreviewed = forgeFact(1, { firstReviewAt: null, approvedAt: null });
    expect(hours(unreviewed)).toMatchObject({ 'pickup-time': null, 'review-time': null, 'merge-time': null });
  });

  it('are in review until the merge when nobody approved', () => {
    expect(hours(forgeFact(1, { approvedAt: null }))).toMatchObject({
      'review-time': 14,
      'merge-time': null,
    });
  });

  it('of a clone are the cycle time alone', () => {
    const known = { openedAt: null, readyAt: null, firstReviewAt: null, approvedAt: null, deployedAt: null };
    const values = hours(forgeFact(1, known));
    expect(Object.entries(values).filter(([, value]) => value !== null)).toEqual([['cycle-time', 24]]);
  });
});

it('reviewed in draft is what a person reviewed before it was ready, not what nobody reviewed', () => {
  const facts = [
    forgeFact(1),
    forgeFact(2, { readyAt: opened + 9 * HOUR }),
    forgeFact(3, { firstReviewAt: null, readyAt: opened + 9 * HOUR }),
    forgeFact(4, { readyAt: null }),
  ];
  const [chunk] = snapshotOf(facts).chunks;
  expect(facts.map((_, row) => chunk && isReviewedInDraft(chunk, row))).toEqual([false, true, false, false]);
});

describe('the columns and the facts', () => {
  /** Instants in any order and any of them unknown, as no source would tell them; every `unit` milliseconds one may lie. */
  function anyFact(random: () => number, number: number, unit: number): PullRequestFact {
    const instant = (): Instant | null =>
      random() < 0.2 ? null : MONDAY + Math.floor((random() * 90 * HOUR) / unit) * unit;
    const draft = () => (random() < 0.6 ? 0 : Math.floor((random() * 9 * HOUR) / unit) * unit);
    return forgeFact(number, {
      openedAt: instant(),
      firstCommitAt: instant(),
      readyAt: instant(),
      firstReviewAt: instant(),
      approvedAt: instant(),
      mergedAt: instant() ?? MONDAY,
      deployedAt: instant(),
      draftInPickup: draft(),
      draftInReview: draft(),
      draftInMerge: draft(),
    });
  }

  it.each(PHASES.map(([metric, phase]) => [metric.definition.id, metric, phase] as const))(
    'agree to the minute on the %s of any fact',
    (_, { itemValue }, phase) => {
      const random = seededRandom(7);
      const facts = new Map(
        Array.from({ length: 2000 }, (_, number) => anyFact(random, number, MINUTE)).map((fact) => [
          fact.id,
          fact,
        ]),
      );
      let compared = 0;
      const snapshot = snapshotOf([...facts.values()]);
      for (const chunk of snapshot.chunks) {
        for (let row = 0; row < chunk.size; row += 1) {
          const id = idOf(snapshot, chunk, row);
          const fact = facts.get(id);
          const owed = fact === undefined ? undefined : phase(fact);
          expect(itemValue(chunk, row), id).toBe(owed === null ? UNKNOWN : (owed ?? Number.NaN) / MINUTE);
          compared += 1;
        }
      }
      expect(compared).toBe(facts.size);
    },
  );

  it('are within two minutes of each other where instants are no whole minutes', () => {
    const random = seededRandom(8);
    for (let number = 0; number < 500; number += 1) {
      const fact = anyFact(random, number, 1);
      const [chunk] = snapshotOf([fact]).chunks;
      for (const [{ itemValue }, phase] of PHASES) {
        const minutes = chunk === undefined ? UNKNOWN : itemValue(chunk, 0);
        const owed = phase(fact);
        // What ends seconds before it begins may be told as 0 minutes: that is all that rounding can do.
        if (owed === null) expect([UNKNOWN, 0]).toContain(minutes);
        else expect(Math.abs(minutes - owed / MINUTE)).toBeLessThan(2);
      }
    }
  });
});
