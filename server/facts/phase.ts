import type { Instant } from '../model/instant.ts';
import type { Span } from './ready.ts';

/**
 * The phases of a pull request, in the unit of its instants and drafts (milliseconds in facts).
 *
 *   coding                 first commit -> ready
 *   pickup                 ready -> first review, less the time as a draft again; 0 when it was reviewed in draft
 *   review                 the later of first review and ready -> approved, or merged if never approved; less the time as a draft
 *   merge                  the later of approved and ready -> merged, less the time as a draft
 *   deploy                 merged -> deployed
 *   time to merge          opened -> merged
 *   cycle time             first commit -> merged
 *   lead time for changes  first commit -> deployed
 *
 * A phase that did not happen, or whose instants are not known or contradict each other, is null, never 0. Pickup, review and
 * merge share no time and lie between ready and merged: together they are never longer than that.
 */
export type Timeline = {
  openedAt: Instant | null;
  firstCommitAt: Instant | null;
  readyAt: Instant | null;
  firstReviewAt: Instant | null;
  approvedAt: Instant | null;
  mergedAt: Instant | null;
  deployedAt: Instant | null;
};

/** Time as a draft again within three of the phases. */
export type Drafts = { draftInPickup: number; draftInReview: number; draftInMerge: number };

export function codingTime({ firstCommitAt, readyAt }: Timeline): number | null {
  return elapsed(firstCommitAt, readyAt);
}

export function pickupTime(timeline: Timeline & Drafts): number | null {
  return less(pickup(timeline), timeline.draftInPickup);
}

export function reviewTime(timeline: Timeline & Drafts): number | null {
  return less(review(timeline), timeline.draftInReview);
}

export function mergeTime(timeline: Timeline & Drafts): number | null {
  return less(merge(timeline), timeline.draftInMerge);
}

export function deployTime({ mergedAt, deployedAt }: Timeline): number | null {
  return elapsed(mergedAt, deployedAt);
}

export function timeToMerge({ openedAt, mergedAt }: Timeline): number | null {
  return elapsed(openedAt, mergedAt);
}

export function cycleTime({ firstCommitAt, mergedAt }: Timeline): number | null {
  return elapsed(firstCommitAt, mergedAt);
}

export function leadTimeForChanges({ firstCommitAt, deployedAt }: Timeline): number | null {
  return elapsed(firstCommitAt, deployedAt);
}

/** How much of each phase the spans cover; they may not overlap. */
export function draftsWithin(spans: readonly Span[], timeline: Timeline): Drafts {
  return {
    draftInPickup: covered(spans, pickup(timeline)),
    draftInReview: covered(spans, review(timeline)),
    draftInMerge: covered(spans, merge(timeline)),
  };
}

function pickup({ readyAt, firstReviewAt }: Timeline): Span | null {
  return span(readyAt, firstReviewAt);
}

function review({ readyAt, firstReviewAt, approvedAt, mergedAt }: Timeline): Span | null {
  return span(later(firstReviewAt, readyAt), approvedAt ?? mergedAt);
}

function merge({ readyAt, approvedAt, mergedAt }: Timeline): Span | null {
  return span(later(approvedAt, readyAt), mergedAt);
}

function later(one: Instant | null, other: Instant | null): Instant | null {
  return one === null || other === null ? null : Math.max(one, other);
}

function span(from: Instant | null, to: Instant | null): Span | null {
  return from === null || to === null ? null : { from, to };
}

/** 0 where it would end before it begins, as when it was approved in draft. */
function less(whole: Span | null, draft: number): number | null {
  return whole === null ? null : Math.max(0, whole.to - whole.from - draft);
}

function covered(spans: readonly Span[], whole: Span | null): number {
  if (whole === null) return 0;
  const parts = spans.map(({ from, to }) => Math.min(to, whole.to) - Math.max(from, whole.from));
  return parts.reduce((sum, part) => sum + Math.max(0, part), 0);
}

function elapsed(from: Instant | null, to: Instant | null): number | null {
  return from === null || to === null || to < from ? null : to - from;
}
