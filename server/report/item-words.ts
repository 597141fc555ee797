import type { LeftOutCount } from '../contract/series.ts';
import type { MetricDefinition } from '../metrics/definition.ts';
import { count } from '../words/number.ts';

/** Why an item takes part in no measure. */
export type LeftOutReason = Exclude<LeftOutCount['reason'], 'no-value'>;

type LeftOutWords = {
  reason: LeftOutReason;
  /** In a coverage: "6 by bots". */
  why(many: number): string;
  /** By itself: "6 pull requests by bots". */
  sentence(many: number): string;
};

/** What the items of a measure are called, and what happens to them. */
export type ItemWords = {
  noun: string;
  /** What has been opened, merged, or is open at a week's end. */
  opened: string;
  finished: string;
  open: string;
  /** "By week of merge" */
  opening: string;
  finish: string;
  /** Why some of them take part in no measure; those that never were such items are said behind the others. */
  leftOut: readonly LeftOutWords[];
  never: readonly (Omit<LeftOutWords, 'why'> & { noun: string; plural: string })[];
};

const PULL_REQUESTS: ItemWords = {
  noun: 'pull request',
  opened: 'opened',
  finished: 'merged',
  open: 'open',
  opening: 'opening',
  finish: 'merge',
  leftOut: [
    {
      reason: 'automation',
      why: () => 'by bots',
      sentence: (many) => `${count(many, 'pull request')} by bots`,
    },
    {
      reason: 'long-lived-branch',
      why: () => 'of long-lived branches',
      sentence: (many) => `${count(many, 'merge')} of long-lived branches`,
    },
    {
      reason: 'back-port',
      why: (many) => (many === 1 ? 'a back-port' : 'back-ports'),
      sentence: (many) => `${count(many, 'back-port')} to another long-lived branch`,
    },
  ],
  never: [
    {
      reason: 'direct-push',
      noun: 'direct push',
      plural: 'direct pushes',
      sentence: (many) =>
        `${count(many, 'direct push', 'direct pushes')}, which never ${many === 1 ? 'was' : 'were'} a pull request`,
    },
    {
      reason: 'branch-merge',
      noun: 'branch merge',
      plural: 'branch merges',
      sentence: (many) => `${count(many, 'branch merge')} without a pull request number`,
    },
  ],
};

const ISSUES: ItemWords = {
  noun: 'issue',
  opened: 'created',
  finished: 'finished',
  open: 'open',
  opening: 'creation',
  finish: 'finish',
  leftOut: [
    {
      reason: 'epic',
      why: (many) => (many === 1 ? 'an epic' : 'epics'),
      sentence: (many) => count(many, 'epic'),
    },
    {
      reason: 'sub-task',
      why: (many) => (many === 1 ? 'a sub-task' : 'sub-tasks'),
      sentence: (many) => count(many, 'sub-task'),
    },
    {
      reason: 'deleted',
      why: () => 'deleted since',
      sentence: (many) => `${count(many, 'issue')} deleted since`,
    },
  ],
  never: [],
};

export function itemWords({ items }: Pick<MetricDefinition, 'items'>): ItemWords {
  return items === 'issues' ? ISSUES : PULL_REQUESTS;
}
