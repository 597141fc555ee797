import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../server/facts/columns/snapshot.ts';
import {
  codingTime as codingOf,
  cycleTime as cycleOf,
  deployTime as deployOf,
  leadTimeForChanges as leadOf,
  mergeTime as mergeOf,
  pickupTime as pickupOf,
  reviewTime as reviewOf,
  timeToMerge as timeToMergeOf,
} from '../../server/facts/phase.ts';
import type { LeftOut, PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import type { QuantileMetric } from '../../server/metrics/definition.ts';
import { cycleTime, leadTimeForChanges, timeToMerge } from '../../server/metrics/flow.ts';
import { follows } from '../../server/metrics/kind.ts';
import { orderOf } from '../../server/metrics/order.ts';
import { codingTime, deployTime, mergeTime, pickupTime, reviewTime } from '../../server/metrics/phases.ts';
import { type Selection, setsWith } from '../../server/metrics/selection.ts';
import { batchSize, mergedPullRequests } from '../../server/metrics/throughput.ts';
import { weeklyItems } from '../../server/metrics/weekly-items.ts';
import { MINUTE } from '../../server/model/instant.ts';
import { fact, forgeFact, MONDAY, snapshotOf } from '../support/facts.ts';
import { seededRandom } from '../support/random-history.ts';

const REPOSITORIES = ['shop', 'till', 'stock'].map((name) => `github:github.com/acme/${name}`);
const TEAM_SETS = [[], ['payments'], ['search'], ['payments', 'search'], ['mobile']];
const LEFT_OUT: readonly LeftOut[] = ['automation', 'back-port', 'direct-push'];
const PROBABILITIES = [0.25, 0.5, 0.75, 0.85];

/** Every measure with the same of a fact, in whole numbers. */
const METRICS: readonly [QuantileMetric, (one: PullRequestFact) => number | null][] = [
  [batchSize, ({ lines }) => lines],
  ...(
    [
      [cycleTime, cycleOf],
      [timeToMerge, timeToMergeOf],
      [codingTime, codingOf],
      [pickupTime, pickupOf],
      [reviewTime, reviewOf],
      [mergeTime, mergeOf],
      [deployTime, deployOf],
      [leadTimeForChanges, leadOf],
    ] as const
  ).map(([metric, phase]): [QuantileMetric, (one: PullRequestFact) => number | null] => [
    metric,
    (one) => {
      const took = phase(one);
      return took === null ? null : took / MINUTE;
    },
  ]),
];

/** Two months of facts of which anything may be unknown, at whole minutes. */
function manyFacts(random: () => number, many: number): PullRequestFact[] {
  const one = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)];
  const later = (at: number, hours: number) => at + Math.floor(random() ** 3 * hours * 60) * MINUTE;
  const or = <Value>(share: number, value: Value) => (random() < share ? null : value);
  return Array.from({ length: many }, (_, number) => {
    const openedAt = later(MONDAY, 24 * 56);
    const [readyAt, reviewedAt] = [later(openedAt, 20), later(openedAt, 90)];
    const mergedAt = later(reviewedAt, 400);
    const leftOut = random() < 0.1 ? (one(LEFT_OUT) ?? null) : null;
    const push = leftOut === 'direct-push';
    const merged = push || random() < 0.85;
    return forgeFact(number, {
      id: `${number}`,
      repositoryId: one(REPOSITORIES) ?? '',
      teams: one(TEAM_SETS) ?? [],
      leftOut,
      openedAt: push ? null : or(merged ? 0.1 : 0, openedAt),
      firstCommitAt: or(0.1, openedAt - Math.floor(random() * 900) * MINUTE),
      readyAt: or(0.1, readyAt),
      firstReviewAt: or(0.2, reviewedAt),
      approvedAt: or(0.2, later(reviewedAt, 50)),
      mergedAt: merged ? mergedAt : null,
      deployedAt: or(0.3, later(mergedAt, 99)),
      lines: or(0.05, Math.floor(random() * 300)),
    });
  });
}

function someSelection(random: () => number, { repositories, teamSets, weeks }: Snapshot): Selection {
  const from = weeks.weekOf(MONDAY) + Math.floor(random() * 5);
  return {
    repositories: Uint8Array.from(repositories.values, () => Number(random() < 0.7)),
    deploying: new Uint8Array(repositories.values.length).fill(1),
    teams: random() < 0.3 ? null : Uint8Array.from(teamSets.values, () => Number(random() < 0.6)),
    from,
    to: from + Math.floor(random() * 8),
    by: random() < 0.5 ? 'opening' : 'merge',
  };
}

/** What a selection lets pass, found fact by fact. */
function passing(facts: readonly PullRequestFact[], snapshot: Snapshot, selection: Selection) {
  const { repositories, teamSets, weeks } = snapshot;
  return (first: number, last: number) =>
    facts.filter((one) => {
      const at = selection.by === 'opening' ? one.openedAt : one.mergedAt;
      if (at === null || one.mergedAt === null || one.leftOut !== null) return false;
      if (selection.repositories[repositories.find(one.repositoryId) ?? -1] !== 1) return false;
      if (selection.teams?.[teamSets.find(JSON.stringify(one.teams)) ?? -1] === 0) return false;
      const week = weeks.weekOf(at);
      return week >= Math.max(first, selection.from) && week <= Math.min(last, selection.to);
    });
}

/** Type 7 of sorted values. */
function bySorting(values: readonly number[]): number[] {
  const sorted = values.toSorted((one, other) => one - other);
  return PROBABILITIES.map((probability) => {
    const position = (sorted.length - 1) * probability;
    const lower = sorted[Math.floor(position)] ?? Number.NaN;
    return lower + (position % 1) * ((sorted[Math.ceil(position)] ?? Number.NaN) - lower);
  });
}

describe('quantiles under any filter', () => {
  it.each([1, 2, 3, 4, 5, 6])('are those of sorting what passes (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const facts = manyFacts(random, 600);
    const snapshot = snapshotOf(facts);
    let compared = 0;
    for (let round = 0; round < 30; round += 1) {
      const [metric, owed] = METRICS[round % METRICS.length] ?? [batchSize, () => null];
      const some = someSelection(random, snapshot);
      // What is followed from its opening on has quantiles of another kind: see followed-items.test.ts.
      const selection: Selection = follows(metric, some.by) ? { ...some, by: 'merge' } : some;
      const within = passing(facts, snapshot, selection);
      const items = weeklyItems(snapshot, metric, selection);
      const { from, to } = selection;
      const stretches = Array.from({ length: to - from + 1 }, (_, week) => [from + week, from + week]);
      for (const [first = from, last = to] of [...stretches, [from, to], [from - 9, from + 2]]) {
        const values = within(first, last).flatMap((one) => owed(one) ?? []);
        expect(items.measured(first, last)).toBe(values.length);
        expect(items.withoutValue(first, last)).toBe(within(first, last).length - values.length);
        if (values.length === 0) continue;
        expect(items.quantiles(first, last, PROBABILITIES)).toEqual(bySorting(values));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(60);
  });
});

describe('a filter by teams', () => {
  const facts = TEAM_SETS.map((teams, number) => fact(number, { teams }));
  const snapshot = snapshotOf(facts);
  const week = snapshot.weeks.weekOf(MONDAY);

  it.each([
    [['payments'], 2],
    [['search'], 2],
    [['payments', 'search'], 3],
    [['mobile', 'nobody'], 1],
    [['nobody'], 0],
    [[], 0],
  ])('%j lets pass every item of one of them, and each once', (teams, expected) => {
    const selection: Selection = {
      repositories: Uint8Array.of(1),
      deploying: Uint8Array.of(1),
      teams: setsWith(snapshot.teamSets.values, teams),
      from: week,
      to: week,
      by: 'merge',
    };
    expect(weeklyItems(snapshot, mergedPullRequests, selection).measured(week, week)).toBe(expected);
    expect(
      weeklyItems(snapshot, mergedPullRequests, { ...selection, teams: null }).measured(week, week),
    ).toBe(TEAM_SETS.length);
  });
});

describe('the order by value', () => {
  const orderOfFirst = (many: number) => {
    const facts = Array.from({ length: many }, (_, number) =>
      fact(number, { lines: (number * 7919) % 100_003 }),
    );
    const [chunk] = snapshotOf(facts).chunks;
    return chunk === undefined ? new Uint16Array(0) : orderOf(chunk, batchSize);
  };

  it('takes two bytes a row while every row fits, then four', () => {
    expect(orderOfFirst(9)).toBeInstanceOf(Uint16Array);
    expect(orderOfFirst(2 ** 16)).toBeInstanceOf(Uint16Array);
    expect(orderOfFirst(2 ** 16 + 1)).toBeInstanceOf(Uint32Array);
  });

  it('is made once for each chunk', () => {
    const orders = snapshotOf([fact(1), fact(2)]).chunks.flatMap((chunk) =>
      [1, 2].map(() => orderOf(chunk, batchSize)),
    );
    expect(new Set(orders).size).toBe(1);
  });
});
