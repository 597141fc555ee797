import type { Waiting } from '../../contract/open-work.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { LEFT_OUT, UNKNOWN } from '../../facts/columns/column.ts';
import { MINUTE } from '../../model/instant.ts';
import type { Held } from '../live.ts';
import type { Question } from '../question.ts';

/** An open pull request: how long it has been so, and what it waits for. */
export type OpenOne = { chunk: Chunk; row: number; minutes: number; waiting: Waiting };

/** In the order of the way; what each is called, and how it is said of one of them. */
export const WAITING: readonly { waiting: Waiting; name: string; words: string }[] = [
  { waiting: 'draft', name: 'Still a draft', words: 'still a draft' },
  { waiting: 'review', name: 'Awaits review', words: 'waiting for a first human review' },
  { waiting: 'in-review', name: 'In review', words: 'in review' },
  { waiting: 'approved', name: 'Approved', words: 'approved and not merged' },
];

const AUTOMATION = LEFT_OUT.indexOf('automation');

/** Tells of each that is open at the end of its repository's data; returns how many of automation are, which take no part. */
export function eachOpen(
  { snapshot, freshness }: Held,
  { repositories, teams }: Question,
  each: (open: OpenOne) => void,
): number {
  const ends = new Map(
    freshness.map(({ repositoryId, coveredUntil }) => [
      snapshot.repositories.find(repositoryId) ?? UNKNOWN,
      Math.floor(coveredUntil / MINUTE),
    ]),
  );
  let automation = 0;
  for (const chunk of snapshot.chunks) {
    const { closedAt, leftOut, teamSet } = chunk;
    for (const { repository, kind, mergedUntil, until } of chunk.slices) {
      const end = ends.get(repository);
      if (kind !== 'opened' || end === undefined || repositories.table[repository] !== 1) continue;
      for (let row = mergedUntil; row < until; row++) {
        if (closedAt[row] !== UNKNOWN) continue;
        if (teams.table !== null && teams.table[teamSet[row] ?? 0] !== 1) continue;
        if (leftOut[row] === AUTOMATION) automation += 1;
        const minutes = openFor(chunk, row, end);
        if (leftOut[row] === 0 && minutes >= 0) each({ chunk, row, minutes, waiting: waitingOf(chunk, row) });
      }
    }
  }
  return automation;
}

/** Minutes from its opening until its repository's data end; below 0 where it was opened after that. */
export function openFor({ openedAt }: Chunk, row: number, end: number): number {
  return end - (openedAt[row] ?? end);
}

export function waitingOf({ readyAt, firstReviewAt, approvedAt }: Chunk, row: number): Waiting {
  if (readyAt[row] === UNKNOWN) return 'draft';
  if (approvedAt[row] !== UNKNOWN) return 'approved';
  return firstReviewAt[row] === UNKNOWN ? 'review' : 'in-review';
}
