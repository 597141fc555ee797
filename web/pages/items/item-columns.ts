import type { Item, ItemSort } from '../../../server/contract/index.ts';
import { aiLevelNames } from '../../../server/words/ai-level.ts';
import { number } from '../../../server/words/number.ts';
import { toolName } from '../../../server/words/tool.ts';
import type { ColumnGroup } from '../../filters/items-filters.ts';
import { type ListColumn, shownHours, shownInstant, teamColumn } from './list-column.ts';

export type Column = ListColumn<Item, ItemSort>;

const hours = (measure: keyof Item['hours'], label: string): Column => ({
  ...{ key: measure, label, sort: measure, numeric: true },
  shown: ({ hours: all }, clock) => shownHours(all[measure], clock),
});

const instant = (at: keyof Item['at'], label: string, sort: ItemSort | null, withTime: boolean): Column => ({
  ...{ key: at, label, sort, numeric: true },
  shown: ({ at: all }, clock) => shownInstant(all[at], clock, withTime),
});

const lines: Column = {
  key: 'lines',
  label: 'Lines',
  sort: 'lines',
  numeric: true,
  shown: ({ lines: many }) => (many === null ? { none: 'of unknown size' } : { text: number(many) }),
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
    teamColumn,
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
  return hasTeams ? groups[group] : groups[group].filter((column) => column !== teamColumn);
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
