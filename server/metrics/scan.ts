import type { Chunk } from '../facts/columns/chunk.ts';
import { isPush, UNKNOWN } from '../facts/columns/column.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import { MINUTE } from '../model/instant.ts';
import type { Week } from '../model/week.ts';

/** Which items a question is about. */
export type Selection = {
  /** 1 for each repository (by its number in the dictionary) that is asked about. */
  repositories: Uint8Array;
  /** 1 for each repository whose deployments are set up. */
  deploying: Uint8Array;
  /** First and last week, both included. */
  from: Week;
  to: Week;
  by: 'opening' | 'merge';
};

/** Merged items of the selection, each with its week counted from the selection's first. */
export function scan(
  { chunks, weeks }: Snapshot,
  { repositories, from, to, by }: Selection,
  visit: (chunk: Chunk, row: number, week: number) => void,
): void {
  if (to < from) return;
  const starts = Int32Array.from(
    { length: to - from + 2 },
    (_, week) => weeks.weekStart(from + week) / MINUTE,
  );
  const begin = starts[0] ?? 0;
  const end = starts[starts.length - 1] ?? 0;
  for (const chunk of chunks) {
    if (chunk.merged.from > chunk.merged.until) continue;
    if (by === 'merge' && (chunk.merged.from >= end || chunk.merged.until < begin)) continue;
    if (by === 'opening' && (chunk.week < from || chunk.week > to)) continue;
    const { repository, mergedAt, openedAt, leftOut } = chunk;
    for (let row = 0; row < chunk.size; row++) {
      if (repositories[repository[row] ?? 0] !== 1) continue;
      const merged = mergedAt[row] ?? UNKNOWN;
      if (merged === UNKNOWN) continue;
      if (by === 'opening') {
        // What never was opened belongs to the week that it landed in, which is its chunk's.
        if (openedAt[row] !== UNKNOWN || isPush(leftOut[row] ?? 0)) visit(chunk, row, chunk.week - from);
      } else if (merged >= begin && merged < end) {
        visit(chunk, row, weekWithin(starts, merged));
      }
    }
  }
}

/** The place of a minute among ascending week starts. A week is 10,080 minutes give or take a clock change. */
function weekWithin(starts: Int32Array, minute: number): number {
  const guess = Math.floor((minute - (starts[0] ?? 0)) / 10_080);
  if (minute < (starts[guess] ?? Number.POSITIVE_INFINITY)) return guess - 1;
  return minute >= (starts[guess + 1] ?? Number.POSITIVE_INFINITY) ? guess + 1 : guess;
}
