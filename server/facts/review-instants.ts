import type { Instant } from '../model/instant.ts';
import type { PullRequestInput, Reviewer } from './pull-request-input.ts';

export type ReviewInstants = {
  firstReviewAt: Instant | null;
  ownerCheckedAt: Instant | null;
  firstBotResponseAt: Instant | null;
  approvedAt: Instant | null;
};

type Said = { by: Reviewer; at: Instant; approves: boolean };

/**
 * When others looked at a pull request, by its reviews and, where they are known, the comments on its lines. An approval is a
 * review too, also without a word. A review that was dismissed later took place, but approves nothing. Before the opening
 * for review everything counts, after the merge nothing: nobody waited for that.
 */
export function reviewInstants(input: PullRequestInput): ReviewInstants {
  const { mergedAt } = input.pullRequest;
  const said = allSaid(input).filter(({ at }) => mergedAt === null || at <= mergedAt);
  const by = (reviewer: Reviewer): Said[] => said.filter((one) => one.by === reviewer);
  const independent = by('independent');
  const approvals = independent.filter(({ approves }) => approves);
  return {
    firstReviewAt: first(independent),
    ownerCheckedAt: input.agent ? first(by('owner')) : null,
    firstBotResponseAt: first(by('bot')),
    approvedAt: approvals.length === 0 ? null : Math.max(...approvals.map(({ at }) => at)),
  };
}

function allSaid({ pullRequest, reviewers, commenters }: PullRequestInput): Said[] {
  const reviews = pullRequest.forge?.reviews ?? [];
  const comments = pullRequest.forge?.comments ?? [];
  return [
    ...reviews.map(({ submittedAt, state }, index) => ({
      by: known(reviewers[index]),
      at: submittedAt,
      approves: state === 'approved',
    })),
    ...comments.map(({ at }, index) => ({ by: known(commenters[index]), at, approves: false })),
  ];
}

function known(reviewer: Reviewer | undefined): Reviewer {
  if (reviewer === undefined) throw new Error('a review or a comment without somebody who made it');
  return reviewer;
}

function first(said: readonly Said[]): Instant | null {
  return said.length === 0 ? null : Math.min(...said.map(({ at }) => at));
}
