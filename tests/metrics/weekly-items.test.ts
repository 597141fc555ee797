import { describe, expect, it } from 'vitest';
import type { LeftOut, PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { firstWeek, knowsOpening, mergedFrom, mergedWithoutOpening } from '../../server/metrics/extent.ts';
import { cycleTime } from '../../server/metrics/flow.ts';
import { batchSize, mergedPullRequests } from '../../server/metrics/throughput.ts';
import { type WeeklyItems, weeklyItems } from '../../server/metrics/weekly-items.ts';
import { DAY, HOUR, MINUTE } from '../../server/model/instant.ts';
import { weekTable } from '../../server/model/week.ts';
import { fact, MONDAY, push, snapshotOf } from '../support/facts.ts';
import { seededRandom } from '../support/random-history.ts';

const TILL = 'git:example.com/acme/till';
const NEW_YORK = weekTable('America/New_York');
const REASONS = ['automation', 'long-lived-branch', 'back-port', 'direct-push', 'branch-merge'] as const;
const NONE = new Uint8Array(0);

/** Two years of facts round both clock changes, in two repositories; many of them merged at the first or last minute of a week. */
function manyFacts(seed: number, opened: boolean): PullRequestFact[] {
  const random = seededRandom(seed);
  return Array.from({ length: 1500 }, (_, number) => {
    const start = NEW_YORK.weekStart(NEW_YORK.weekOf(MONDAY) + Math.floor(random() * 104));
    const minute = [0, -1, Math.floor(random() * 10_080)][number % 3] ?? 0;
    const mergedAt = start + minute * MINUTE;
    const took = Math.floor(random() * 30 * 24 * 60) * MINUTE;
    const reason: LeftOut | null =
      random() < 0.2 ? (REASONS[Math.floor(random() * REASONS.length)] ?? null) : null;
    const isPush = reason === 'direct-push' || reason === 'branch-merge';
    return fact(number, {
      repositoryId: random() < 0.3 ? TILL : 'git:example.com/acme/shop',
      mergedAt,
      leftOut: reason,
      openedAt: opened && !isPush ? mergedAt - took / 2 : null,
      firstCommitAt: random() < 0.1 ? null : mergedAt - took,
    });
  });
}

/** The values in order: the quantile at each rank. */
function everyValue(items: WeeklyItems, from: number, to: number): number[] {
  const n = items.measured(from, to);
  const ranks = Array.from({ length: n }, (_, rank) => (n === 1 ? 0 : rank / (n - 1)));
  return n === 0 ? [] : items.quantiles(from, to, ranks).map((value) => Math.round(value ?? Number.NaN));
}

describe('the items of a stretch of weeks', () => {
  it.each(['opening', 'merge'] as const)(
    'by %s are those that going through the facts one by one finds',
    (by) => {
      const facts = manyFacts(by.length, by === 'opening');
      const snapshot = snapshotOf(facts, 'America/New_York');
      const weeks = NEW_YORK;
      const from = weeks.weekOf(MONDAY) + 3;
      const to = from + 90;
      const repositories = new Uint8Array(snapshot.repositories.values.map((id) => (id === TILL ? 0 : 1)));
      const items = weeklyItems(snapshot, cycleTime, {
        repositories,
        deploying: NONE,
        teams: null,
        from,
        to,
        by,
      });
      const asked = facts.filter(({ repositoryId }) => repositoryId !== TILL);
      const weekOf = ({ openedAt, mergedAt }: PullRequestFact) =>
        weeks.weekOf((by === 'opening' ? openedAt : null) ?? mergedAt ?? Number.NaN);
      for (let week = from; week <= to; week += 1) {
        const inWeek = asked.filter((one) => weekOf(one) === week);
        const taking = inWeek.filter(({ leftOut }) => leftOut === null);
        const minutes = taking.flatMap(({ firstCommitAt, mergedAt }) =>
          firstCommitAt === null || mergedAt === null ? [] : [(mergedAt - firstCommitAt) / MINUTE],
        );
        expect(items.measured(week, week)).toBe(minutes.length);
        expect(items.withoutValue(week, week)).toBe(taking.length - minutes.length);
        expect(everyValue(items, week, week)).toEqual(minutes.sort((one, other) => one - other));
        for (const reason of REASONS) {
          expect(items.leftOut(reason, week, week)).toBe(
            inWeek.filter(({ leftOut }) => leftOut === reason).length,
          );
        }
      }
      expect(everyValue(items, from, to)).toHaveLength(items.measured(from, to));
    },
  );

  it.each(['opening', 'merge'] as const)('by %s are not mixed up with those of another question', (by) => {
    const snapshot = snapshotOf([
      fact(1, { firstCommitAt: MONDAY - 5 * HOUR, openedAt: MONDAY - HOUR }),
      fact(2, { openedAt: MONDAY - 2 * HOUR, lines: 7 }),
    ]);
    const week = snapshot.weeks.weekOf(MONDAY);
    const [repositories, span] = [Uint8Array.of(1), { from: week, to: week }];
    const selection = { repositories, deploying: NONE, teams: null, ...span, by };
    const [one, other] = [cycleTime, batchSize].map((metric) => weeklyItems(snapshot, metric, selection));
    for (const round of [1, 2]) {
      expect(one?.quantiles(week, week, [0, 1]), `${round}`).toEqual([300, 1440]);
      expect(other?.quantiles(week, week, [0, 1]), `${round}`).toEqual([7, 40]);
    }
  });

  it('are counted whether or not their commits are known', () => {
    const snapshot = snapshotOf([fact(1, { firstCommitAt: null }), fact(2)]);
    const week = snapshot.weeks.weekOf(MONDAY);
    const selection = {
      repositories: Uint8Array.of(1),
      deploying: NONE,
      teams: null,
      from: week,
      to: week,
      by: 'merge',
    } as const;
    expect(weeklyItems(snapshot, mergedPullRequests, selection).measured(week, week)).toBe(2);
    expect(weeklyItems(snapshot, cycleTime, selection).measured(week, week)).toBe(1);
  });

  it('outside of the stretch are none, and an empty stretch has none', () => {
    const snapshot = snapshotOf([fact(1)]);
    const week = snapshot.weeks.weekOf(MONDAY);
    const selection = {
      repositories: Uint8Array.of(1),
      deploying: NONE,
      teams: null,
      from: week,
      to: week - 1,
      by: 'merge',
    } as const;
    expect(weeklyItems(snapshot, cycleTime, selection).measured(week - 9, week + 9)).toBe(0);
  });
});

describe('what is known of repositories', () => {
  const snapshot = snapshotOf([
    push('abc', { mergedAt: MONDAY - 14 * DAY }),
    fact(1),
    fact(2, { repositoryId: TILL, openedAt: MONDAY - HOUR }),
    fact(3, { repositoryId: TILL, mergedAt: MONDAY + 21 * DAY }),
  ]);
  const shop = Uint8Array.of(1, 0);
  const till = Uint8Array.of(0, 1);
  const monday = snapshot.weeks.weekOf(MONDAY);

  it('begins with the first commit, also one that was pushed', () => {
    expect([firstWeek(snapshot, shop), firstWeek(snapshot, till)]).toEqual([monday - 2, monday]);
    expect(firstWeek(snapshot, Uint8Array.of(0, 0))).toBeNull();
  });

  it('includes openings or not', () => {
    expect([knowsOpening(snapshot, shop), knowsOpening(snapshot, till)]).toEqual([false, true]);
    expect([mergedWithoutOpening(snapshot, shop), mergedWithoutOpening(snapshot, till)]).toEqual([1, 1]);
  });

  it('may be dated after its end', () => {
    expect([
      mergedFrom(snapshot, till, MONDAY + 7 * DAY),
      mergedFrom(snapshot, shop, MONDAY + 7 * DAY),
    ]).toEqual([1, 0]);
  });
});

it('a question takes in chunks that it shares only a minute with', () => {
  const week = NEW_YORK.weekOf(MONDAY);
  const start = NEW_YORK.weekStart(week);
  for (const [mergedAt, expected] of [
    [start - MINUTE, 0],
    [start, 1],
    [NEW_YORK.weekStart(week + 1) - MINUTE, 1],
    [NEW_YORK.weekStart(week + 1), 0],
  ] as const) {
    const snapshot = snapshotOf([fact(1, { mergedAt })], 'America/New_York');
    const selection = {
      repositories: Uint8Array.of(1),
      deploying: NONE,
      teams: null,
      from: week,
      to: week,
      by: 'merge',
    } as const;
    expect(weeklyItems(snapshot, cycleTime, selection).measured(week, week)).toBe(expected);
  }
});

it('a week that begins an hour early, after a change to summer time, begins then', () => {
  const winter = NEW_YORK.weekOf(Date.UTC(2026, 0, 7));
  const june = winter + 22;
  const snapshot = snapshotOf([fact(1, { mergedAt: NEW_YORK.weekStart(june) })], 'America/New_York');
  const selection = {
    repositories: Uint8Array.of(1),
    deploying: NONE,
    teams: null,
    from: winter,
    to: june + 1,
    by: 'merge',
  } as const;
  expect(weeklyItems(snapshot, cycleTime, selection).measured(june, june)).toBe(1);
});
