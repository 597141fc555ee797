import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import type { MetricDefinition } from '../../metrics/definition.ts';

/** Instants of a pull request that a reader may be shown, by what happened then. */
export const HAPPENED = {
  firstCommitAt: 'First commit',
  openedAt: 'Opened',
  readyAt: 'Ready for review',
  firstReviewAt: 'First human review',
  approvedAt: 'Last approval',
  mergedAt: 'Merged',
  deployedAt: 'First deployed',
} as const;
export type InstantName = keyof typeof HAPPENED;

/** The same of an issue, of which the others are told by its pull requests. */
export const HAPPENED_TO_ISSUE: Readonly<Record<InstantName, string>> = {
  ...HAPPENED,
  firstCommitAt: 'First commit of its pull requests',
  openedAt: 'Created',
  readyAt: 'Started',
  firstReviewAt: 'First human review of its pull requests',
  mergedAt: 'Finished',
};

/** The same within a sentence: "from the opening to the merge". */
export const MOMENT: Readonly<Record<InstantName, string>> = {
  firstCommitAt: 'the first commit',
  openedAt: 'the opening',
  readyAt: 'being ready for review',
  firstReviewAt: 'the first human review',
  approvedAt: 'the last approval',
  mergedAt: 'the merge',
  deployedAt: 'the first deployment',
};

export const MOMENT_OF_ISSUE: typeof MOMENT = {
  ...MOMENT,
  openedAt: 'the creation',
  readyAt: 'the start',
  mergedAt: 'the finish',
};

/** Where a measure's clock starts and stops for one item, and the minutes that it stood still. */
export type Clock = { from: InstantName; to: InstantName; draft: number };

/**
 * What `itemValue` of the measure subtracts from what, for words; a test holds the two together. Null: the measure is no time
 * between two instants of an item.
 */
export function clockOf(measure: MetricDefinition['id'], chunk: Chunk, row: number): Clock | null {
  const known = (name: InstantName) => (chunk[name][row] ?? UNKNOWN) !== UNKNOWN;
  const laterOf = (one: InstantName, other: InstantName) =>
    (chunk[one][row] ?? UNKNOWN) >= (chunk[other][row] ?? UNKNOWN) ? one : other;
  switch (measure) {
    case 'cycle-time':
      return { from: 'firstCommitAt', to: 'mergedAt', draft: 0 };
    case 'time-to-merge':
      return { from: 'openedAt', to: 'mergedAt', draft: 0 };
    case 'coding-time':
      return { from: 'firstCommitAt', to: 'readyAt', draft: 0 };
    case 'pickup-time':
      return { from: 'readyAt', to: 'firstReviewAt', draft: chunk.draftInPickup[row] ?? 0 };
    case 'review-time':
      return {
        from: laterOf('firstReviewAt', 'readyAt'),
        to: known('approvedAt') ? 'approvedAt' : 'mergedAt',
        draft: chunk.draftInReview[row] ?? 0,
      };
    case 'merge-time':
      return {
        from: laterOf('approvedAt', 'readyAt'),
        to: 'mergedAt',
        draft: chunk.draftInMerge[row] ?? 0,
      };
    case 'deploy-time':
      return { from: 'mergedAt', to: 'deployedAt', draft: 0 };
    case 'lead-time-for-changes':
      return { from: 'firstCommitAt', to: 'deployedAt', draft: 0 };
    case 'issue-lead-time':
      return { from: 'openedAt', to: 'mergedAt', draft: 0 };
    case 'issue-cycle-time':
      return { from: 'readyAt', to: 'mergedAt', draft: 0 };
    default:
      return null;
  }
}

/** Minutes by that clock: none where it stops before it starts, as when something was reviewed in draft. */
export function minutesBy({ from, to, draft }: Clock, chunk: Chunk, row: number): number {
  return Math.max(0, (chunk[to][row] ?? UNKNOWN) - (chunk[from][row] ?? UNKNOWN) - draft);
}
