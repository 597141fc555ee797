import type { Account } from './account.ts';
import type { Instant } from './instant.ts';

export type ReviewState = 'approved' | 'changes-requested' | 'commented' | 'dismissed';

/** A submitted review; a lone review comment arrives as a review that is `commented`. */
export type Review = { id: string; account: Account | null; state: ReviewState; submittedAt: Instant };

/** One comment on a line. */
export type ReviewComment = { id: string; threadId: string; account: Account | null; at: Instant };

/** What happened to a pull request between its opening and its end. */
export type PullRequestEvent = {
  kind: 'ready' | 'draft' | 'review-requested' | 'review-request-removed' | 'force-pushed' | 'reopened';
  at: Instant;
};
