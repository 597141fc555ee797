import type { Slice } from '../facts/columns/slice.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import { type Instant, MINUTE } from '../model/instant.ts';
import type { Week } from '../model/week.ts';

// What is known of some repositories, whatever the question (1 for each asked about).

/** The week of the first thing known: data begin there; null: nothing is known. */
export function firstWeek({ chunks }: Snapshot, repositories: Uint8Array): Week | null {
  return chunks.find(({ slices }) => slices.some(of(repositories)))?.week ?? null;
}

/** Whether any item knows when it was opened; no item of a clone does. */
export function knowsOpening({ chunks }: Snapshot, repositories: Uint8Array): boolean {
  return chunks.some(({ slices }) =>
    slices.some((slice) => slice.kind === 'opened' && of(repositories)(slice)),
  );
}

/** Merged pull requests of which nobody knows when they were opened. */
export function mergedWithoutOpening({ chunks }: Snapshot, repositories: Uint8Array): number {
  let found = 0;
  for (const { slices } of chunks) {
    for (const slice of slices) {
      if (slice.kind === 'unopened' && of(repositories)(slice)) found += slice.mergedUntil - slice.from;
    }
  }
  return found;
}

/** Items that claim to have been merged at or after an instant: some clock was wrong. */
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

function of(repositories: Uint8Array): (slice: Slice) => boolean {
  return ({ repository }) => repositories[repository] === 1;
}
