import { isPush, UNKNOWN } from '../facts/columns/column.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import { type Instant, MINUTE } from '../model/instant.ts';
import type { Week } from '../model/week.ts';

/** The week of the first thing known of the repositories (1 for each asked about): data begin there; null: nothing is known. */
export function firstWeek({ chunks }: Snapshot, repositories: Uint8Array): Week | null {
  return chunks.find(({ repository }) => repository.some((id) => repositories[id] === 1))?.week ?? null;
}

/** Whether any item of the repositories knows when it was opened; no item of a clone does. */
export function knowsOpening({ chunks }: Snapshot, repositories: Uint8Array): boolean {
  return chunks.some(({ repository, openedAt }) =>
    openedAt.some((at, row) => at !== UNKNOWN && repositories[repository[row] ?? 0] === 1),
  );
}

/** Merged pull requests of the repositories of which nobody knows when they were opened. */
export function mergedWithoutOpening({ chunks }: Snapshot, repositories: Uint8Array): number {
  let found = 0;
  for (const { repository, openedAt, mergedAt, leftOut } of chunks) {
    openedAt.forEach((at, row) => {
      if (at !== UNKNOWN || mergedAt[row] === UNKNOWN || isPush(leftOut[row] ?? 0)) return;
      found += repositories[repository[row] ?? 0] ?? 0;
    });
  }
  return found;
}

/** Items of the repositories that claim to have been merged at or after an instant: some clock was wrong. */
export function mergedFrom({ chunks }: Snapshot, repositories: Uint8Array, from: Instant): number {
  const minute = from / MINUTE;
  let found = 0;
  for (const { merged, mergedAt, repository } of chunks) {
    if (merged.until < minute) continue;
    mergedAt.forEach((at, row) => {
      if (at >= minute && repositories[repository[row] ?? 0] === 1) found += 1;
    });
  }
  return found;
}
