import type { Instant } from '../model/instant.ts';
import { isMergeCommit } from './merge-commit.ts';
import type { PullRequestInput } from './pull-request-input.ts';

export type ReviewAmount = { reviewRounds: number | null; reviewComments: number | null };

type Turn = { at: Instant; looks: boolean };

/**
 * How much others had to say until the merge. A round is a stretch in which independent people reviewed or commented and nothing
 * answered them; new commits, a force push and a request to review end it. So work that is approved at first sight took one
 * round, and who looks once more after a correction begins another. A merge from the base branch is no answer. When a commit was
 * pushed nobody tells; its committer date stands for that. Comments are those on lines: a lone one arrives as a review too.
 */
export function reviewAmount(input: PullRequestInput): ReviewAmount {
  const { forge, mergedAt } = input.pullRequest;
  if (forge === null) return { reviewRounds: null, reviewComments: null };
  const inTime = (at: Instant) => mergedAt === null || at <= mergedAt;
  const comments = forge.comments?.filter(
    ({ at }, index) => inTime(at) && input.commenters[index] === 'independent',
  );
  const looks = [
    ...forge.reviews.flatMap(({ submittedAt }, index) =>
      input.reviewers[index] === 'independent' ? [submittedAt] : [],
    ),
    ...(comments ?? []).map(({ at }) => at),
  ];
  const answers = [
    ...forge.events.flatMap(({ kind, at }) =>
      kind === 'force-pushed' || kind === 'review-requested' ? [at] : [],
    ),
    ...(input.commits ?? []).flatMap((commit) => (isMergeCommit(commit) ? [] : [commit.committedAt])),
  ];
  const turns = [
    ...looks.filter(inTime).map((at): Turn => ({ at, looks: true })),
    ...answers.map((at): Turn => ({ at, looks: false })),
  ];
  return { reviewRounds: rounds(turns), reviewComments: comments?.length ?? null };
}

/** Of the same moment, who looks is first. */
function rounds(turns: readonly Turn[]): number {
  const inOrder = turns.toSorted(
    (one, other) => one.at - other.at || Number(other.looks) - Number(one.looks),
  );
  return inOrder.filter(({ looks }, index) => looks && inOrder[index - 1]?.looks !== true).length;
}
