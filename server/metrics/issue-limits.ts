// Sentences that several definitions of issues share.

export const FINISHED =
  'Finished is the first entry to a done status with a resolution that delivers; “Won’t do”, “Duplicate” and their like do not.';

export const STARTED = 'Started is the first entry to a status in progress, before that.';

export const FINISHED_ONCE =
  'An issue counts once, in the week of its first finish: a later reopening is counted apart, and rewrites no past week.';

export const ONLY_STANDARD =
  'Only issues of the standard level take part. Epics, sub-tasks and deleted issues are counted beside the figure, not in it.';

export const ENOUGH_ISSUES =
  'A week needs 5 issues for its median, 8 for the 75th and 14 for the 85th percentile, so that at least two lie beyond it.';

export const NOT_BY_REPOSITORY =
  'An issue belongs to no repository: with a filter by repository nothing can be said.';

export const ISSUE_TEAMS =
  'An issue belongs to the teams that whoever had it when it was finished was in then; one that is not finished, to those of who has it now.';
