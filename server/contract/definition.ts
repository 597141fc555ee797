import { type Static, Type } from 'typebox';

/** What a measure is: the one text that API, chart, table, CSV and the page of definitions share. */
export const Definition = Type.Object({
  id: Type.Enum([
    'cycle-time',
    'time-to-merge',
    'coding-time',
    'pickup-time',
    'review-time',
    'merge-time',
    'deploy-time',
    'lead-time-for-changes',
    'merged-pull-requests',
    'merged-per-person',
    'work-in-progress',
    'age-of-open-work',
    'batch-size',
    'issues-finished-per-person',
    'issues-finished',
    'issue-lead-time',
    'issue-cycle-time',
    'flow-efficiency',
    'issues-in-progress',
    'age-of-issues-in-progress',
    'ai-marked-share',
    'ai-assisted-throughput',
  ]),
  name: Type.String(),
  unit: Type.Enum([
    'hours',
    'working hours',
    'pull requests',
    'pull requests per person',
    'issues',
    'issues per person',
    'lines',
    'share',
    'share of pull requests',
  ]),
  /** The week that a pull request belongs to: that of its opening or of its merge as the question says, its merge, or any at whose end it is open. */
  weeks: Type.Enum(['opening-or-merge', 'merge', 'end']),
  /** What it is about where it is not about pull requests: their finish stands for the merge, their creation for the opening. */
  items: Type.Optional(Type.Literal('issues')),
  better: Type.Enum(['lower', 'higher', 'neither']),
  formula: Type.String(),
  /** Fewest items from which a week's value is shown, by statistic. */
  minimum: Type.Object({ p50: Type.Integer(), p75: Type.Integer(), p85: Type.Integer() }),
  emptyMeans: Type.String(),
  limits: Type.Array(Type.String()),
});
export type Definition = Static<typeof Definition>;
export type MeasureId = Definition['id'];
