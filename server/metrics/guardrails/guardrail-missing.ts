import { UNKNOWN } from '../../facts/columns/column.ts';
import { cloneWithoutReviews, type Missing, withoutSize } from '../missing.ts';

// Unlike the reasons of a quantile, whose item has no value anyway, each of these says by itself whether an item counts.

export const inClone: Missing = {
  ...cloneWithoutReviews,
  holds: ({ readyAt }, row) => readyAt[row] === UNKNOWN,
};

export const notReviewed: Missing = {
  why: 'without human review',
  todo: 'They were merged without a review by another person. That is a guardrail of its own.',
  holds: ({ firstReviewAt }, row) => firstReviewAt[row] === UNKNOWN,
};

export const roundsNotKnown: Missing = {
  why: 'whose rounds of review are not known',
  todo: 'The next import reads what their reviewers asked for.',
  holds: ({ reviewRounds }, row) => reviewRounds[row] === UNKNOWN,
};

export const commentsNotKnown: Missing = {
  why: 'whose comments are not known',
  todo: 'The next import reads what their reviewers wrote.',
  holds: ({ reviewComments }, row) => reviewComments[row] === UNKNOWN,
};

export const sizeNotKnown: Missing = {
  ...withoutSize,
  holds: ({ lines }, row) => (lines[row] ?? UNKNOWN) < 0,
};

export const filesNotKnown: Missing = {
  why: 'whose files are not known',
  todo: 'Which files a pull request changed is known from a clone, or from a forge that lists them. Add a clone with `uptake ingest git PATH`.',
  holds: ({ filesKnown }, row) => filesKnown[row] !== 1,
};

export const linesNotWatched: Missing = {
  why: 'whose lines nobody has followed',
  todo: 'Rework is told from the lines in a clone, 21 days after the merge. Add a whole clone of the repository (made without --filter) with `uptake ingest git PATH`.',
  holds: ({ linesWatched }, row) => linesWatched[row] === UNKNOWN,
};

export const withoutChecks: Missing = {
  why: 'without checks',
  todo: 'No checks are known of them: none ran, or GitHub was not asked. Where checks run in GitHub Actions or report a status, the next import reads them.',
  holds: ({ ciPassedFirst }, row) => ciPassedFirst[row] === UNKNOWN,
};
