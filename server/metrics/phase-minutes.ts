import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';

// The phases of one pull request in whole minutes, or UNKNOWN where a phase did not happen or cannot be known: never zero
// for that. The same definitions as those of a fact (`facts/phase.ts`); a test holds the two together.

export function minutesToMerge({ openedAt, mergedAt }: Chunk, row: number): number {
  return between(openedAt[row], mergedAt[row]);
}

/** How long it has been open by a minute. */
export function minutesOpen({ openedAt }: Chunk, row: number, until: number): number {
  return waited(openedAt[row], until);
}

/** How long it has been ready by a minute; that it is a draft again for a while is told by no review yet. */
export function minutesReady({ readyAt }: Chunk, row: number, until: number): number {
  return waited(readyAt[row], until);
}

export function cycleMinutes({ firstCommitAt, mergedAt }: Chunk, row: number): number {
  return between(firstCommitAt[row], mergedAt[row]);
}

export function leadMinutes({ firstCommitAt, deployedAt }: Chunk, row: number): number {
  return between(firstCommitAt[row], deployedAt[row]);
}

export function codingMinutes({ firstCommitAt, readyAt }: Chunk, row: number): number {
  return between(firstCommitAt[row], readyAt[row]);
}

/** Zero when it was reviewed in draft: nobody waited. */
export function pickupMinutes({ readyAt, firstReviewAt, draftInPickup }: Chunk, row: number): number {
  return remaining(readyAt[row], firstReviewAt[row], draftInPickup[row]);
}

/** To the last approval, or to the merge where nobody approved. */
export function reviewMinutes(chunk: Chunk, row: number): number {
  const { readyAt, firstReviewAt, approvedAt, mergedAt, draftInReview } = chunk;
  const end = approvedAt[row] === UNKNOWN ? mergedAt[row] : approvedAt[row];
  return remaining(later(firstReviewAt[row], readyAt[row]), end, draftInReview[row]);
}

export function mergeMinutes({ readyAt, approvedAt, mergedAt, draftInMerge }: Chunk, row: number): number {
  return remaining(later(approvedAt[row], readyAt[row]), mergedAt[row], draftInMerge[row]);
}

export function deployMinutes({ mergedAt, deployedAt }: Chunk, row: number): number {
  return between(mergedAt[row], deployedAt[row]);
}

/** Reviewed by a person before it was ready for review. */
export function isReviewedInDraft({ readyAt, firstReviewAt }: Chunk, row: number): boolean {
  const reviewed = firstReviewAt[row] ?? UNKNOWN;
  return reviewed !== UNKNOWN && reviewed < (readyAt[row] ?? UNKNOWN);
}

function waited(since = UNKNOWN, until: number): number {
  return since === UNKNOWN ? UNKNOWN : Math.max(0, until - since);
}

function between(from = UNKNOWN, to = UNKNOWN): number {
  return from === UNKNOWN || to === UNKNOWN || to < from ? UNKNOWN : to - from;
}

/** Of the time between, what it was no draft; none where the end lies before the beginning, as when approved in draft. */
function remaining(from = UNKNOWN, to = UNKNOWN, draft = 0): number {
  return from === UNKNOWN || to === UNKNOWN ? UNKNOWN : Math.max(0, to - from - draft);
}

function later(one = UNKNOWN, other = UNKNOWN): number {
  return one === UNKNOWN || other === UNKNOWN ? UNKNOWN : Math.max(one, other);
}
