import type { IssueFact, IssueLeftOut } from '../issue-fact.ts';
import type { LeftOut, PullRequestFact } from '../pull-request-fact.ts';

/** What columns hold: never both in one. */
export type ItemKind = 'pull-request' | 'issue';

/** What only issues have. */
type OfIssues = Pick<
  IssueFact,
  'reopenedAt' | 'lastMergedAt' | 'activeTime' | 'waitingTime' | 'pullRequests'
>;

/**
 * A row of columns before it is packed: the fact of a pull request, or an issue in its place (`issueItem`), so that all that is
 * found of pull requests week by week is found of issues by the same means.
 */
export type Item = Omit<PullRequestFact, 'leftOut'> & {
  leftOut: LeftOut | IssueLeftOut | null;
} & Partial<OfIssues>;
