import type { ProjectWalk, Rows, Walk } from '../model/rows.ts';
import type { UsageWalk } from '../model/tool-usage.ts';
import { accountSightings, sightingsOf } from '../people/sighting.ts';
import type { Store } from '../store/open.ts';
import type { Written } from '../store/rows.ts';
import { knownDays, knownSeats } from './tool-users.ts';

export type SyncCounts = {
  /** Rows that the source handed over. */
  read: { commits: number; pullRequests: number; deployments: number; issues: number; toolDays: number };
  /** Rows that were new or different. */
  written: {
    commits: number;
    pullRequests: number;
    deployments: number;
    issues: number;
    toolDays: number;
    removed: number;
  };
  limits: readonly string[];
};

export function noCounts(): SyncCounts {
  return {
    read: { commits: 0, pullRequests: 0, deployments: 0, issues: 0, toolDays: 0 },
    written: { commits: 0, pullRequests: 0, deployments: 0, issues: 0, toolDays: 0, removed: 0 },
    limits: [],
  };
}

/**
 * Source to rows: each step of the walk is one transaction, the cursor moves with the last. Counts into `counts`, so that a
 * walk that breaks off is counted as far as it came.
 */
export async function sync(walk: Walk, store: Store, holder: string, counts: SyncCounts): Promise<void> {
  for await (const step of walk.steps) {
    if ('rows' in step) {
      const written = await store.writeRows(
        holder,
        walk.repository,
        step.rows,
        sightingsOf(step.rows.commits ?? []),
      );
      add(counts, step.rows, written);
    } else {
      const { removed } = await store.endWalk(holder, walk.repository, step.end);
      counts.written.removed += removed;
      counts.limits = step.end.limits;
    }
  }
}

/** As `sync`, of a project of an issue tracker. */
export async function syncProject(
  { project, steps }: ProjectWalk,
  store: Store,
  holder: string,
  counts: SyncCounts,
): Promise<void> {
  for await (const step of steps) {
    if ('rows' in step) {
      const { issues } = step.rows;
      const accounts = issues.flatMap(({ assignee }) => assignee ?? []);
      const sightings = accountSightings(project.trackerId, accounts);
      counts.read.issues += issues.length;
      counts.written.issues += await store.writeIssues(holder, project, step.rows, sightings);
    } else {
      counts.written.removed += await store.endProjectWalk(holder, project, step.end);
      counts.limits = step.end.limits;
    }
  }
}

/** As `sync`, of what a vendor tells of the use of its tool. */
export async function syncUsage(
  { account, steps }: UsageWalk,
  store: Store,
  holder: string,
  counts: SyncCounts,
): Promise<void> {
  for await (const step of steps) {
    if ('days' in step) {
      counts.read.toolDays += step.days.length;
      const told = { ...step, days: knownDays(step.days) };
      counts.written.toolDays += await store.writeToolDays(holder, account, told);
    } else if ('seats' in step) {
      await store.writeSeats(holder, account, knownSeats(step.seats), step.at);
    } else {
      await store.endUsage(holder, account, step.end);
      counts.limits = step.end.limits;
    }
  }
}

function add(counts: SyncCounts, rows: Rows, written: Written): void {
  counts.read.commits += rows.commits?.length ?? 0;
  counts.read.pullRequests += rows.pullRequests?.length ?? 0;
  counts.read.deployments += rows.deployments?.length ?? 0;
  counts.written.commits += written.commits;
  counts.written.pullRequests += written.pullRequests;
  counts.written.deployments += written.deployments;
}
