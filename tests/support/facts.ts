import type { Snapshot } from '../../server/facts/columns/snapshot.ts';
import { snapshotBuilder } from '../../server/facts/columns/snapshot-builder.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { HOUR, type Instant } from '../../server/model/instant.ts';
import type { Freshness } from '../../server/model/repository.ts';
import { weekTable } from '../../server/model/week.ts';
import type { Held } from '../../server/report/live.ts';
import { repository } from './rows.ts';

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
    author: 'ada@example.com',
    openedAt: null,
    firstCommitAt: mergedAt === null ? null : mergedAt - 24 * HOUR,
    mergedAt,
    lines: 40,
    files: 2,
    ...over,
  };
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
    ...over,
  };
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
): Held {
  return { snapshot: snapshotOf(facts, zone), freshness };
}
