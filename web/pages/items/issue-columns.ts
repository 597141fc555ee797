import type { IssueItem, IssueSort } from '../../../server/contract/index.ts';
import type { IssueColumnGroup } from '../../filters/issues-filters.ts';
import { type ListColumn, shownHours, shownInstant, teamColumn } from './list-column.ts';

export type IssueColumn = ListColumn<IssueItem, IssueSort>;

const hours = (key: 'leadTime' | 'cycleTime', sort: IssueSort, label: string): IssueColumn => ({
  ...{ key, label, sort, numeric: true },
  shown: (issue, clock) => shownHours(issue[key], clock),
});

const instant = (
  at: keyof IssueItem['at'],
  label: string,
  sort: IssueSort | null,
  withTime: boolean,
): IssueColumn => ({
  ...{ key: at, label, sort, numeric: true },
  shown: ({ at: all }, clock) => shownInstant(all[at], clock, withTime),
});

const activeShare: IssueColumn = {
  key: 'activeShare',
  label: 'Worked on',
  sort: 'flow-efficiency',
  numeric: true,
  shown: ({ activeShare: { share, why } }) =>
    share === null ? { none: why ?? 'not known' } : { text: `${Math.round(100 * share)} %` },
};

const pullRequests: IssueColumn = {
  key: 'pullRequests',
  label: 'Linked',
  sort: null,
  numeric: true,
  shown: ({ pullRequests: many }) =>
    many === 0 ? { none: 'named by no pull request' } : { text: `${many}` },
};

export const issueColumnLabels: Record<IssueColumnGroup, string> = { overview: 'Overview', dates: 'Dates' };

const groups: Record<IssueColumnGroup, readonly IssueColumn[]> = {
  overview: [
    instant('created', 'Created', 'created', false),
    instant('started', 'Started', 'started', false),
    instant('finished', 'Finished', 'finished', false),
    hours('leadTime', 'issue-lead-time', 'Lead time'),
    hours('cycleTime', 'issue-cycle-time', 'Cycle time'),
    activeShare,
    pullRequests,
    teamColumn,
  ],
  dates: [
    instant('created', 'Created', 'created', true),
    instant('started', 'Started', 'started', true),
    instant('firstCommit', 'First commit', null, true),
    instant('firstReview', 'First review', null, true),
    instant('lastMerged', 'Last merge', null, true),
    instant('finished', 'Finished', 'finished', true),
    instant('declined', 'Closed undone', null, true),
    instant('reopened', 'Reopened', null, true),
  ],
};

export function issueColumnsOf(group: IssueColumnGroup, hasTeams: boolean): readonly IssueColumn[] {
  return hasTeams ? groups[group] : groups[group].filter((column) => column !== teamColumn);
}

/** Everything a list can be sorted by, for where there are no heads of columns to press. */
export const issueSorts: readonly { readonly value: IssueSort; readonly label: string }[] =
  groups.overview.flatMap(({ sort, label }) => (sort === null ? [] : [{ value: sort, label }]));
