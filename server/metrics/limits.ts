// Sentences that several definitions share.

export const BY_QUANTILE = 'Median by default; quantiles by linear interpolation (type 7).';

export const ENOUGH =
  'A week needs 5 pull requests for its median, 8 for the 75th and 14 for the 85th percentile, so that at least two lie beyond it.';

export const STILL_OPEN =
  'By week of opening, what is still open counts as waiting until the data end, and what was closed without a merge as waiting until it was closed (Kaplan and Meier), in old weeks as in recent ones: neither is absent, and neither has a value. A percentile that is not reached yet, because too much is open or fewer than two are followed beyond it, is no number.';

export const ONLY_MERGED =
  'By week of opening it is of merged pull requests alone, so that recent weeks lack what is slow';

export const COUNTED_BESIDE =
  'Pull requests by automation, back-ports and merges of long-lived branches are counted beside the figure, not in it.';

export const CHERRY_PICKS =
  'Author dates more than 90 days before the opening (in a clone: before the earliest committer date) are taken for cherry-picks and left out.';

export const AGENTS_COMMIT_LATE =
  'Coding agents commit late, so a first commit can move without anything being faster.';

export const HUMAN_REVIEW =
  'A human review is a submitted review or a review comment by a person who is neither the author, nor a bot, nor whoever asked an agent for the work.';

export const DRAFTS =
  'Ready is the opening or, for a draft, the first time it was marked ready for review. Time as a draft again after that is taken out.';

export const NO_SUM =
  'The phases’ medians do not add up to the median of the whole: each phase has slow pull requests of its own.';

export const DEPLOYED =
  'Deployed is the end of the first successful deployment, release or workflow run that contains the merge, as each repository is set up (the key deployed: under the GitHub source in uptake.yaml). What one contains is told by the order of commits on the default branch, and by the dates of commits only where that order is not known. Work that was never deployed has no value.';

export const NO_REVIEWS_IN_CLONE =
  'A clone has no reviews: its pull requests count as missing coverage, never as unreviewed.';
