import { type Noted, QUANTILE_MINIMUM, type QuantileMetric } from './definition.ts';
import {
  AGENTS_COMMIT_LATE,
  BY_QUANTILE,
  CHERRY_PICKS,
  COUNTED_BESIDE,
  DEPLOYED,
  DRAFTS,
  ENOUGH,
  HUMAN_REVIEW,
  NO_REVIEWS_IN_CLONE,
  NO_SUM,
} from './limits.ts';
import {
  cloneWithoutOpenings,
  cloneWithoutReviews,
  deploymentsNotSetUp,
  neverApproved,
  notDeployed,
  readyBeforeCommits,
  withoutCommitsOnForge,
  withoutReview,
} from './missing.ts';
import {
  codingMinutes,
  deployMinutes,
  isReviewedInDraft,
  mergeMinutes,
  pickupMinutes,
  reviewMinutes,
} from './phase-minutes.ts';

const reviewedInDraft: Noted = { what: 'reviewed in draft', holds: isReviewedInDraft };

export const codingTime: QuantileMetric = {
  definition: {
    id: 'coding-time',
    name: 'Coding time',
    unit: 'hours',
    better: 'neither',
    formula: `Calendar hours from the first commit (the earliest author date among a pull request’s own commits) until it is ready for review. ${BY_QUANTILE}`,
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'That week has no merged pull request with a known coding time. This is not zero hours.',
    limits: [
      ENOUGH,
      'Ready is the opening or, for a draft, the first time it was marked ready for review: work on a draft is coding.',
      `${AGENTS_COMMIT_LATE} So neither way is better.`,
      CHERRY_PICKS,
      NO_SUM,
      COUNTED_BESIDE,
    ],
  },
  kind: 'quantile',
  what: 'Hours from first commit to ready for review',
  needs: 'openings',
  itemValue: codingMinutes,
  perUnit: 60,
  having: 'with a known coding time',
  missing: [withoutCommitsOnForge, readyBeforeCommits, cloneWithoutOpenings],
  noted: null,
};

export const pickupTime: QuantileMetric = {
  definition: {
    id: 'pickup-time',
    name: 'Pickup time',
    unit: 'hours',
    better: 'lower',
    formula: `Calendar hours that a pull request is ready for review until the first human review; 0 if a person reviewed it in draft. ${BY_QUANTILE}`,
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'That week has no merged pull request with a human review. This is not zero hours.',
    limits: [
      ENOUGH,
      HUMAN_REVIEW,
      DRAFTS,
      'Merged without a human review is no pickup of zero: it has no value and is counted in the coverage.',
      NO_REVIEWS_IN_CLONE,
      NO_SUM,
      COUNTED_BESIDE,
    ],
  },
  kind: 'quantile',
  what: 'Hours from ready to first human review',
  needs: 'reviews',
  itemValue: pickupMinutes,
  perUnit: 60,
  having: 'with a human review',
  missing: [withoutReview, cloneWithoutReviews],
  noted: reviewedInDraft,
};

export const reviewTime: QuantileMetric = {
  definition: {
    id: 'review-time',
    name: 'Review time',
    unit: 'hours',
    better: 'lower',
    formula: `Calendar hours from the first human review (when reviewed in draft: from ready) to the last approval before the merge, or to the merge if nobody approved. ${BY_QUANTILE}`,
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'That week has no merged pull request with a human review. This is not zero hours.',
    limits: [
      ENOUGH,
      HUMAN_REVIEW,
      'With several approvals the last one counts. One that was approved in draft has a review time of 0.',
      DRAFTS,
      'Quick approvals make it short, also when nobody looked closely: read it beside the size of changes.',
      NO_REVIEWS_IN_CLONE,
      NO_SUM,
      COUNTED_BESIDE,
    ],
  },
  kind: 'quantile',
  what: 'Hours from first human review to last approval',
  needs: 'reviews',
  itemValue: reviewMinutes,
  perUnit: 60,
  having: 'with a human review',
  missing: [withoutReview, cloneWithoutReviews],
  noted: reviewedInDraft,
};

export const mergeTime: QuantileMetric = {
  definition: {
    id: 'merge-time',
    name: 'Merge time',
    unit: 'hours',
    better: 'lower',
    formula: `Calendar hours from the last approval (when approved in draft: from ready) to the merge. ${BY_QUANTILE}`,
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'That week has no merged pull request with an approval. This is not zero hours.',
    limits: [
      ENOUGH,
      'An approval counts if it comes from a person who is neither the author, nor a bot, nor whoever asked an agent for the work. What was never approved has no value.',
      'Time as a draft again after the approval is taken out.',
      'A clone has no approvals: its pull requests count as missing coverage, never as unapproved.',
      NO_SUM,
      COUNTED_BESIDE,
    ],
  },
  kind: 'quantile',
  what: 'Hours from last approval to merge',
  needs: 'reviews',
  itemValue: mergeMinutes,
  perUnit: 60,
  having: 'with an approval',
  missing: [neverApproved, cloneWithoutReviews],
  noted: null,
};

export const deployTime: QuantileMetric = {
  definition: {
    id: 'deploy-time',
    name: 'Deploy time',
    unit: 'hours',
    better: 'lower',
    formula: `Calendar hours from the merge of a pull request to its first successful deployment. ${BY_QUANTILE}`,
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'That week has no merged pull request that is known to be deployed. This is not zero hours.',
    limits: [ENOUGH, DEPLOYED, NO_SUM, COUNTED_BESIDE],
  },
  kind: 'quantile',
  what: 'Hours from merge to deployment',
  needs: 'deployments',
  itemValue: deployMinutes,
  perUnit: 60,
  having: 'with a known deployment',
  missing: [notDeployed, deploymentsNotSetUp],
  noted: null,
};
