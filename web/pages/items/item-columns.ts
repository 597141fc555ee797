import type { Item, ItemSort } from '../../../server/contract/index.ts';
import { aiLevelNames } from '../../../server/words/ai-level.ts';
import { clockTime, date } from '../../../server/words/date.ts';
import { duration, workingDuration } from '../../../server/words/duration.ts';
import { number } from '../../../server/words/number.ts';
import { toolName } from '../../../server/words/tool.ts';
import type { ColumnGroup } from '../../filters/items-filters.ts';

/** What stands in a cell. `none`: why there is nothing, for those who hear the page; the panel of the row says it to all. */
export type Shown = { readonly text: string; readonly small?: string } | { readonly none: string };

/** Whose time instants are shown in, and what hours are hours. */
export type Clock = { readonly zone: string; readonly hours: 'calendar' | 'working' };

export type Column = {
  readonly key: string;
  readonly label: string;
  readonly sort: ItemSort | null;
  /** Read from the right, digit under digit. */
  readonly numeric: boolean;
  shown(item: Item, clock: Clock): Shown;
};

type Duration = keyof Item['hours'];
type Instant = keyof Item['at'];

function hours(measure: Duration, label: string): Column {
  const shown = ({ hours: all }: Item, { hours: which }: Clock): Shown => {
    const { hours: value, why } = all[measure];
    return value === null
      ? { none: why ?? 'not known' }
      : { text: which === 'working' ? worked(value) : duration(value) };
  };
  return { key: measure, label, sort: measure, numeric: true, shown };
}

/** The filter says that hours are working hours; there is no room to say it in every cell. */
function worked(value: number): string {
  return workingDuration(value).replace('working ', '');
}

function instant(at: Instant, label: string, sort: ItemSort | null, withTime: boolean): Column {
  const shown = ({ at: all }: Item, { zone }: Clock): Shown => {
    const iso = all[at];
    if (iso === null) return { none: 'it did not happen, or is not known' };
    const moment = Date.parse(iso);
    return { text: date(moment, zone), ...(withTime && { small: clockTime(moment, zone) }) };
  };
  return { key: at, label, sort, numeric: true, shown };
}

const lines: Column = {
  key: 'lines',
  label: 'Lines',
  sort: 'lines',
  numeric: true,
  shown: ({ lines: many }) => (many === null ? { none: 'of unknown size' } : { text: number(many) }),
};

const teams: Column = {
  key: 'teams',
  label: 'Team',
  sort: null,
  numeric: false,
  shown: ({ teams: names }) =>
    names.length === 0 ? { none: 'in no team that is shown by itself' } : { text: names.join(', ') },
};

const ai: Column = {
  key: 'ai',
  label: 'AI',
  sort: null,
  numeric: false,
  shown: ({ aiLevel, aiTools }) => {
    if (aiLevel === null) return { none: 'not looked at yet' };
    if (aiLevel === 'none') return { none: 'no mark of AI was seen' };
    return {
      text: aiTools.map((tool) => toolName(tool).replaceAll(' ', '\u00a0')).join(', '),
      small: begunSmall(aiLevelNames[aiLevel]),
    };
  },
};

export const columnLabels: Record<ColumnGroup, string> = {
  overview: 'Overview',
  phases: 'Phases',
  dates: 'Dates',
};

const groups: Record<ColumnGroup, readonly Column[]> = {
  overview: [
    instant('opened', 'Opened', 'opened', false),
    instant('merged', 'Merged', 'merged', false),
    hours('time-to-merge', 'Time to merge'),
    hours('cycle-time', 'Cycle time'),
    lines,
    ai,
    teams,
  ],
  phases: [
    hours('coding-time', 'Coding'),
    hours('pickup-time', 'Pickup'),
    hours('review-time', 'Review'),
    hours('merge-time', 'Merge'),
    hours('deploy-time', 'Deploy'),
    hours('lead-time-for-changes', 'Lead time'),
  ],
  dates: [
    instant('firstCommit', 'First commit', null, true),
    instant('opened', 'Opened', 'opened', true),
    instant('ready', 'Ready', null, true),
    instant('firstReview', 'First review', null, true),
    instant('approved', 'Approved', null, true),
    instant('merged', 'Merged', 'merged', true),
    instant('deployed', 'Deployed', null, true),
  ],
};

export function columnsOf(group: ColumnGroup, hasTeams: boolean): readonly Column[] {
  return hasTeams ? groups[group] : groups[group].filter((column) => column !== teams);
}

/** The group that shows a measure's own values. */
export function groupFor(measure: string | undefined): ColumnGroup {
  return groups.phases.some(({ key }) => key === measure) ? 'phases' : 'overview';
}

/** Everything a list can be sorted by, for where there are no heads of columns to press. */
export const sorts: readonly { readonly value: ItemSort; readonly label: string }[] = Object.values(groups)
  .flat()
  .flatMap(({ sort, label }) => (sort === null ? [] : [{ value: sort, label }]))
  .filter(({ value }, index, all) => all.findIndex((one) => one.value === value) === index);

/** "reviewed by AI" */
function begunSmall(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
