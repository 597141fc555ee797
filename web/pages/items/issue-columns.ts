import type { IssueItem, IssueSort } from '../../../server/contract/index.ts';
import { clockTime, date } from '../../../server/words/date.ts';
import { duration, workingDuration } from '../../../server/words/duration.ts';
import type { IssueColumnGroup } from '../../filters/issues-filters.ts';
import type { Clock, Shown } from './item-columns.ts';

export type IssueColumn = {
  readonly key: string;
  readonly label: string;
  readonly sort: IssueSort | null;
  /** Read from the right, digit under digit. */
  readonly numeric: boolean;
  shown(issue: IssueItem, clock: Clock): Shown;
};

type Instant = keyof IssueItem['at'];

function hours(key: 'leadTime' | 'cycleTime', sort: IssueSort, label: string): IssueColumn {
  const shown = (issue: IssueItem, { hours: which }: Clock): Shown => {
    const { hours: value, why } = issue[key];
    if (value === null) return { none: why ?? 'not known' };
    // The filter says that hours are working hours; there is no room to say it in every cell.
    return { text: which === 'working' ? workingDuration(value).replace('working ', '') : duration(value) };
  };
  return { key, label, sort, numeric: true, shown };
}

function instant(at: Instant, label: string, sort: IssueSort | null, withTime: boolean): IssueColumn {
  const shown = ({ at: all }: IssueItem, { zone }: Clock): Shown => {
    const iso = all[at];
    if (iso === null) return { none: 'it did not happen, or is not known' };
    const moment = Date.parse(iso);
    return { text: date(moment, zone), ...(withTime && { small: clockTime(moment, zone) }) };
  };
  return { key: at, label, sort, numeric: true, shown };
}

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

const teams: IssueColumn = {
  key: 'teams',
  label: 'Team',
  sort: null,
  numeric: false,
  shown: ({ teams: names }) =>
    names.length === 0 ? { none: 'in no team that is shown by itself' } : { text: names.join(', ') },
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
    teams,
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
  return hasTeams ? groups[group] : groups[group].filter((column) => column !== teams);
}

/** Everything a list can be sorted by, for where there are no heads of columns to press. */
export const issueSorts: readonly { readonly value: IssueSort; readonly label: string }[] =
  groups.overview.flatMap(({ sort, label }) => (sort === null ? [] : [{ value: sort, label }]));
