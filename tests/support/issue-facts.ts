import { issueItem } from '../../server/facts/columns/issue-item.ts';
import type { Snapshot } from '../../server/facts/columns/snapshot.ts';
import { snapshotBuilder } from '../../server/facts/columns/snapshot-builder.ts';
import type { IssueFact } from '../../server/facts/issue-fact.ts';
import { DAY, HOUR, type Instant } from '../../server/model/instant.ts';
import type { Freshness } from '../../server/model/repository.ts';
import { weekTable } from '../../server/model/week.ts';
import type { Held } from '../../server/report/live.ts';
import { MONDAY } from './facts.ts';
import { project, TRACKER } from './issues.ts';

/** An issue that was created three days before it was finished, in progress for two, a quarter of which it waited. */
export function issueFactOf(number: number, over: Partial<IssueFact> = {}): IssueFact {
  const finishedAt = over.finishedAt === undefined ? MONDAY : over.finishedAt;
  const end = finishedAt ?? MONDAY;
  return {
    id: `${TRACKER}:${10_000 + number}`,
    projectId: project.id,
    leftOut: null,
    author: 'email:ada@example.com',
    person: 'ada',
    teams: [],
    teamBasis: null,
    createdAt: end - 3 * DAY,
    startedAt: end - 2 * DAY,
    finishedAt,
    declinedAt: null,
    reopenedAt: null,
    activeTime: 36 * HOUR,
    waitingTime: 12 * HOUR,
    statusTimes: [],
    storyPoints: null,
    pullRequests: 0,
    firstCommitAt: null,
    firstReviewAt: null,
    lastMergedAt: null,
    ...over,
  };
}

export function issueSnapshotOf(facts: readonly IssueFact[], zone = 'UTC', generation = 1): Snapshot {
  const builder = snapshotBuilder(weekTable(zone), 'issue');
  builder.add(facts.map(issueItem));
  return builder.build(generation);
}

export function freshProject(coveredUntil: Instant, over: Partial<Freshness> = {}): Freshness {
  return {
    repositoryId: project.id,
    name: project.name,
    source: 'jira',
    coveredUntil,
    limits: [],
    deployedBy: null,
    ...over,
  };
}

/** A state with issues beside its pull requests. */
export function withIssues(held: Held, facts: readonly IssueFact[], freshness: readonly Freshness[]): Held {
  return { ...held, issues: { snapshot: issueSnapshotOf(facts), freshness } };
}
