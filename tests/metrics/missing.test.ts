import { describe, expect, it } from 'vitest';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import type { QuantileMetric } from '../../server/metrics/definition.ts';
import { cycleTime, leadTimeForChanges, timeToMerge } from '../../server/metrics/flow.ts';
import { codingTime, deployTime, mergeTime, pickupTime, reviewTime } from '../../server/metrics/phases.ts';
import { batchSize } from '../../server/metrics/throughput.ts';
import { weeklyItems } from '../../server/metrics/weekly-items.ts';
import { HOUR } from '../../server/model/instant.ts';
import { FORGE, fact, forgeFact, MONDAY, snapshotOf } from '../support/facts.ts';

const TILL = 'github:github.com/acme/till';

/** Of each reason that any of these has: how many there are. Deployments are set up for the shop alone. */
function missing(metric: QuantileMetric, facts: readonly PullRequestFact[]): Record<string, number> {
  const snapshot = snapshotOf(facts);
  const ids = snapshot.repositories.values;
  const week = snapshot.weeks.weekOf(MONDAY);
  const items = weeklyItems(snapshot, metric, {
    repositories: new Uint8Array(ids.length).fill(1),
    deploying: Uint8Array.from(ids, (id) => Number(id === FORGE)),
    teams: null,
    from: week,
    to: week,
    by: 'merge',
  });
  const found = metric.missing.map(({ why }, reason) => [why, items.missing(reason, week, week)] as const);
  expect(found.reduce((sum, [, many]) => sum + many, 0)).toBe(items.withoutValue(week, week));
  return Object.fromEntries(found.filter(([, many]) => many > 0));
}

const unreviewed = forgeFact(1, { firstReviewAt: null, approvedAt: null });
const unapproved = forgeFact(2, { approvedAt: null });
const undeployed = forgeFact(3, { deployedAt: null });
const withoutCommits = forgeFact(4, { firstCommitAt: null });
const amended = forgeFact(5, { firstCommitAt: MONDAY - HOUR });
const elsewhere = forgeFact(6, { repositoryId: TILL, deployedAt: null });
const clone = fact(7, { firstCommitAt: null, lines: null });
const all = [unreviewed, unapproved, undeployed, withoutCommits, amended, elsewhere, clone, forgeFact(8)];

describe('a measure says of each item without a value why', () => {
  it.each([
    [cycleTime, { 'without known commits': 2 }],
    [timeToMerge, { 'from a clone, which has no openings': 1 }],
    [
      codingTime,
      {
        'without known commits': 1,
        'ready before their first commit': 1,
        'from a clone, which has no openings': 1,
      },
    ],
    [pickupTime, { 'without human review': 1, 'from a clone, which has no reviews': 1 }],
    [reviewTime, { 'without human review': 1, 'from a clone, which has no reviews': 1 }],
    [mergeTime, { 'never approved': 2, 'from a clone, which has no reviews': 1 }],
    [deployTime, { 'not deployed': 1, 'where deployments are not set up': 2 }],
    [
      leadTimeForChanges,
      { 'not deployed': 1, 'without known commits': 1, 'where deployments are not set up': 2 },
    ],
    [batchSize, { 'of unknown size': 1 }],
  ] as const)('$0.definition.id', (metric, owed) => {
    expect(missing(metric, all)).toEqual(owed);
  });

  it('and what helps, in a sentence', () => {
    for (const { missing: reasons } of [
      cycleTime,
      timeToMerge,
      codingTime,
      pickupTime,
      mergeTime,
      deployTime,
    ]) {
      for (const { todo } of reasons) expect(todo).toMatch(/^[A-Z].*\.$/);
    }
  });
});

it('something may be noted of those that have a value', () => {
  const snapshot = snapshotOf([
    forgeFact(1),
    forgeFact(2, { readyAt: MONDAY - HOUR }),
    forgeFact(3, { readyAt: MONDAY - HOUR, leftOut: 'automation' }),
    unreviewed,
  ]);
  const week = snapshot.weeks.weekOf(MONDAY);
  const selection = {
    repositories: Uint8Array.of(1),
    deploying: Uint8Array.of(1),
    teams: null,
    from: week,
    to: week,
    by: 'merge',
  } as const;
  expect(weeklyItems(snapshot, pickupTime, selection).noted(week, week)).toBe(1);
  expect(weeklyItems(snapshot, codingTime, selection).noted(week, week)).toBe(0);
});
