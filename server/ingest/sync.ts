import type { Rows, Walk } from '../model/rows.ts';
import type { Store } from '../store/open.ts';

export type SyncCounts = {
  /** Rows that the source handed over. */
  read: { commits: number; pullRequests: number };
  /** Rows that were new or different. */
  written: { commits: number; pullRequests: number; removed: number };
  limits: readonly string[];
};

/** Source to rows: each step of the walk is one transaction, the cursor moves with the last. */
export async function sync(walk: Walk, store: Store, holder: string): Promise<SyncCounts> {
  const counts: SyncCounts = {
    read: { commits: 0, pullRequests: 0 },
    written: { commits: 0, pullRequests: 0, removed: 0 },
    limits: [],
  };
  for await (const step of walk.steps) {
    if ('rows' in step) {
      const written = await store.writeRows(holder, walk.repository, step.rows);
      add(counts, step.rows, written);
    } else {
      const { removed } = await store.endWalk(holder, walk.repository, step.end);
      counts.written.removed += removed;
      counts.limits = step.end.limits;
    }
  }
  return counts;
}

function add(counts: SyncCounts, rows: Rows, written: { commits: number; pullRequests: number }): void {
  counts.read.commits += rows.commits?.length ?? 0;
  counts.read.pullRequests += rows.pullRequests?.length ?? 0;
  counts.written.commits += written.commits;
  counts.written.pullRequests += written.pullRequests;
}
