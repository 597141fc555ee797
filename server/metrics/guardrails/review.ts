import { UNKNOWN } from '../../facts/columns/column.ts';
import { DAY, MINUTE } from '../../model/instant.ts';
import type { CountMetric } from '../definition.ts';
import { COUNTED_BESIDE, HUMAN_REVIEW, NO_REVIEWS_IN_CLONE } from '../limits.ts';
import { reviewMinutes } from '../phase-minutes.ts';
import { BY_TEAM_AND_TIME, ENOUGH, ENOUGH_OF_THEM } from './guardrail-limits.ts';
import { commentsNotKnown, inClone, notReviewed, roundsNotKnown, sizeNotKnown } from './guardrail-missing.ts';

/** So that one pull request forgotten in review does not make the figure. */
const LONGEST = (7 * DAY) / MINUTE;

const OF_REVIEWED = 'A week needs 10 merged pull requests with a human review.';

const SUM_BY_SUM =
  'It is a sum by a sum, so that a change of many lines counts for more than one of few. Generated and lock files are left out.';

const weekly = { weeks: 'merge', minimum: ENOUGH_OF_THEM } as const;
const counted = { kind: 'count', of: 'merged', perPerson: false, needs: 'reviews' } as const;
const NONE_REVIEWED = 'That week has no merged pull request with a human review. This is not zero.';

export const mergedWithoutReview: CountMetric = {
  definition: {
    ...weekly,
    id: 'merged-without-review',
    name: 'Merged without review',
    unit: 'share of pull requests',
    better: 'lower',
    formula: `Pull requests merged in the week without a review by an independent person before the merge, divided by all that were merged in it. ${HUMAN_REVIEW}`,
    emptyMeans: 'That week has no merged pull request. This is not a share of zero.',
    limits: [
      ENOUGH,
      'Whoever asked an agent for the work and looks at it is no second pair of eyes; neither is a bot.',
      'People who work in a pair, or review at one screen, leave no review behind.',
      NO_REVIEWS_IN_CLONE,
      BY_TEAM_AND_TIME,
      COUNTED_BESIDE,
    ],
  },
  ...counted,
  share: true,
  missing: [inClone],
  noted: {
    what: 'merged without an independent review',
    holds: ({ firstReviewAt }, row) => firstReviewAt[row] === UNKNOWN,
  },
};

export const reviewRounds: CountMetric = {
  definition: {
    ...weekly,
    id: 'review-rounds',
    name: 'Review rounds',
    unit: 'share of pull requests',
    better: 'neither',
    formula:
      'Pull requests merged in the week that took more than one round of review, divided by all that were merged in it with a human review. A round ends when the author answers reviewers with new commits or asks them again.',
    emptyMeans: NONE_REVIEWED,
    limits: [
      OF_REVIEWED,
      'More rounds may mean that work comes less ready, or that reviewers look more closely: read it beside the other guardrails.',
      NO_REVIEWS_IN_CLONE,
      BY_TEAM_AND_TIME,
      COUNTED_BESIDE,
    ],
  },
  ...counted,
  share: true,
  having: 'with a human review',
  missing: [inClone, notReviewed, roundsNotKnown],
  noted: {
    what: 'in more than one round of review',
    holds: ({ reviewRounds: rounds }, row) => (rounds[row] ?? 0) > 1,
  },
};

export const reviewComments: CountMetric = {
  definition: {
    ...weekly,
    id: 'review-comments-per-100-lines',
    name: 'Review comments per 100 lines',
    unit: 'comments per 100 lines',
    better: 'neither',
    formula:
      'Comments by people who are not the author on pull requests merged in the week with a human review, divided by the lines that these changed, times 100.',
    emptyMeans: NONE_REVIEWED,
    limits: [
      OF_REVIEWED,
      'Fewer comments may mean better work, or less reading: read it beside reverts and hotfixes.',
      SUM_BY_SUM,
      NO_REVIEWS_IN_CLONE,
      BY_TEAM_AND_TIME,
      COUNTED_BESIDE,
    ],
  },
  ...counted,
  sums: {
    part: ({ reviewComments: comments }, row) => comments[row] ?? 0,
    whole: ({ lines }, row) => lines[row] ?? 0,
    per: 100,
  },
  having: 'with a human review',
  missing: [inClone, notReviewed, sizeNotKnown, commentsNotKnown],
  noted: {
    what: 'with a comment',
    holds: ({ reviewComments: comments }, row) => (comments[row] ?? 0) > 0,
  },
};

export const reviewTimePerLine: CountMetric = {
  definition: {
    ...weekly,
    id: 'review-time-per-100-lines',
    name: 'Review time per 100 lines',
    unit: 'hours per 100 lines',
    better: 'lower',
    formula:
      'Hours in review (from the first human review to the last approval, or to the merge where nobody approved) of pull requests merged in the week, divided by the lines that these changed, times 100. One counts 7 days at most.',
    emptyMeans: NONE_REVIEWED,
    limits: [
      OF_REVIEWED,
      'It is time that passes, not time that somebody spends reading. Most reviews are one approval, and take no time at all: so it is the hours of all together by the lines of all together, and no median.',
      SUM_BY_SUM,
      NO_REVIEWS_IN_CLONE,
      BY_TEAM_AND_TIME,
      COUNTED_BESIDE,
    ],
  },
  ...counted,
  sums: {
    part: (chunk, row) => Math.max(0, Math.min(LONGEST, reviewMinutes(chunk, row))),
    whole: ({ lines }, row) => lines[row] ?? 0,
    per: 100 / 60,
  },
  having: 'with a human review',
  missing: [inClone, notReviewed, sizeNotKnown],
  noted: { what: 'took more than one look', holds: (chunk, row) => reviewMinutes(chunk, row) > 0 },
};
