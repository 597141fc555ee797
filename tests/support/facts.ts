import { emptySnapshot, type Snapshot } from '../../server/facts/columns/snapshot.ts';
import { snapshotBuilder } from '../../server/facts/columns/snapshot-builder.ts';
import { NO_QUALITY, type PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { HOUR, type Instant } from '../../server/model/instant.ts';
import type { Freshness } from '../../server/model/repository.ts';
import { weekTable } from '../../server/model/week.ts';
import { usualCalendar } from '../../server/model/working-hours.ts';
import { noUse } from '../../server/report/adoption/held-use.ts';
import type { Held } from '../../server/report/live.ts';
import { deliveryOf } from './deployments.ts';
import { repository } from './rows.ts';

/** A repository as a forge knows it. */
export const FORGE = 'github:github.com/acme/shop';

/** Monday, 2026-08-10, 09:00 UTC. */
export const MONDAY: Instant = Date.UTC(2026, 7, 10, 9);

/** A merged pull request that took 24 hours and changed 40 lines, for tests that care about one field of it. */
export function fact(number: number, over: Partial<PullRequestFact> = {}): PullRequestFact {
  const repositoryId = over.repositoryId ?? repository.id;
  const mergedAt = over.mergedAt === undefined ? MONDAY : over.mergedAt;
  return {
    id: `${repositoryId}#${number}`,
    repositoryId,
    number,
    landing: 'merge',
    leftOut: null,
    author: 'email:ada@example.com',
    person: 'ada',
    teams: [],
    teamBasis: null,
    agent: false,
    openedAt: null,
    firstCommitAt: mergedAt === null ? null : mergedAt - 24 * HOUR,
    readyAt: null,
    firstReviewAt: null,
    ownerCheckedAt: null,
    firstBotResponseAt: null,
    approvedAt: null,
    mergedAt,
    closedAt: null,
    deployedAt: null,
    draftInPickup: 0,
    draftInReview: 0,
    draftInMerge: 0,
    lines: 40,
    files: 2,
    aiLevel: 'none',
    aiTools: [],
    aiTrace: 'none',
    linesByAi: null,
    linesNoted: null,
    issues: 0,
    ...NO_QUALITY,
    ...over,
  };
}

/**
 * One that a forge tells all about: begun 24 hours before its merge, opened after 4, reviewed after another 6, approved 8
 * later, merged 6 after that and deployed the next day.
 */
export function forgeFact(number: number, over: Partial<PullRequestFact> = {}): PullRequestFact {
  const mergedAt = over.mergedAt ?? MONDAY;
  const openedAt = mergedAt - 20 * HOUR;
  return fact(number, {
    repositoryId: FORGE,
    author: 'login:github.com/ada',
    openedAt,
    readyAt: openedAt,
    firstReviewAt: openedAt + 6 * HOUR,
    approvedAt: openedAt + 14 * HOUR,
    deployedAt: mergedAt + 24 * HOUR,
    ...over,
  });
}

/** A commit pushed to the default branch without a pull request. */
export function push(sha: string, over: Partial<PullRequestFact> = {}): PullRequestFact {
  const repositoryId = over.repositoryId ?? repository.id;
  return fact(0, {
    id: `${repositoryId}@${sha}`,
    number: null,
    landing: null,
    leftOut: 'direct-push',
    ...over,
  });
}

export function fresh(coveredUntil: Instant, over: Partial<Freshness> = {}): Freshness {
  return {
    repositoryId: repository.id,
    name: repository.name,
    source: repository.source,
    coveredUntil,
    limits: [],
    deployedBy: null,
    ...over,
  };
}

/** A repository read from GitHub, with its deployments set up. */
export function freshForge(coveredUntil: Instant, over: Partial<Freshness> = {}): Freshness {
  return fresh(coveredUntil, {
    repositoryId: FORGE,
    source: 'github',
    deployedBy: 'deployments:production',
    ...over,
  });
}

export function snapshotOf(facts: readonly PullRequestFact[], zone = 'UTC', generation = 1): Snapshot {
  const builder = snapshotBuilder(weekTable(zone));
  builder.add(facts);
  return builder.build(generation);
}

export function heldOf(
  facts: readonly PullRequestFact[],
  freshness: readonly Freshness[],
  zone = 'UTC',
  teams: readonly string[] = [],
  roster: Held['roster'] = [],
): Held {
  const teamNames = new Map(teams.map((id) => [id, `The ${id}`]));
  const calendar = usualCalendar(zone);
  const issues = { snapshot: emptySnapshot(weekTable(zone), 'issue'), freshness: [] };
  const delivery = deliveryOf([], new Map(), zone);
  const snapshot = snapshotOf(facts, zone);
  const beside = { roster, rollouts: [], use: noUse, calendar };
  return { snapshot, freshness, issues, delivery, teamNames, ...beside };
}
