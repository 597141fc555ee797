import type { Usage } from '../model/rows.ts';
import type { SyncCounts } from './sync.ts';

export type Failure = { asked: string; code: string; message: string };

/** What one ingest did: the object that `--json` prints. */
export type Summary = {
  asked: string[];
  /** Ids of the repositories and projects that were read to their end. */
  repositories: string[];
  projects: string[];
  read: SyncCounts['read'];
  written: SyncCounts['written'] & { facts: number };
  /** Requests, points and waits of each source that was asked over a network. */
  usage: (Usage & { asked: string })[];
  /** Items that take part in no measure, and why; and what the source cannot see or this run left out, as sentences. */
  leftOut: { items: Record<string, number>; unseen: string[] };
  /** Sources that stopped cleanly because the run's budget was spent; the next run carries on. */
  stopped: Failure[];
  failed: Failure[];
  seconds: number;
};

export function emptySummary(asked: string[]): Summary {
  return {
    asked,
    repositories: [],
    projects: [],
    read: { commits: 0, pullRequests: 0, deployments: 0, issues: 0, toolDays: 0 },
    written: { commits: 0, pullRequests: 0, deployments: 0, issues: 0, toolDays: 0, removed: 0, facts: 0 },
    usage: [],
    leftOut: { items: {}, unseen: [] },
    stopped: [],
    failed: [],
    seconds: 0,
  };
}

export function addCounts(summary: Summary, { read, written }: SyncCounts): void {
  summary.read.commits += read.commits;
  summary.read.pullRequests += read.pullRequests;
  summary.read.deployments += read.deployments;
  summary.read.issues += read.issues;
  summary.read.toolDays += read.toolDays;
  summary.written.commits += written.commits;
  summary.written.pullRequests += written.pullRequests;
  summary.written.deployments += written.deployments;
  summary.written.issues += written.issues;
  summary.written.toolDays += written.toolDays;
  summary.written.removed += written.removed;
}
