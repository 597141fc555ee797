import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import { type CountMetric, QUANTILE_MINIMUM, type QuantileMetric } from './definition.ts';
import { ENOUGH_ISSUES, NOT_BY_REPOSITORY, ONLY_STANDARD } from './issue-limits.ts';
import { notStarted } from './issue-missing.ts';

const OPEN =
  'In progress is what has been started before the end of the week, and neither finished nor closed by then. The running week ends with the data.';

const LIMITS = [
  'What is not started yet is counted beside the figure; what was put back to a status before progress stays in.',
  'An issue that was finished and reopened is not in it: it counts as finished.',
  ONLY_STANDARD,
  'A project whose data end more than two days earlier is in no later week.',
  NOT_BY_REPOSITORY,
];

export const issuesInProgress: CountMetric = {
  definition: {
    id: 'issues-in-progress',
    name: 'Issues in progress',
    items: 'issues',
    unit: 'issues',
    weeks: 'end',
    better: 'neither',
    formula: `Number of issues that are in progress at the end of the week. ${OPEN}`,
    minimum: { p50: 0, p75: 0, p85: 0 },
    emptyMeans: 'A week within the data at whose end no issue was in progress is a true 0.',
    limits: [
      ...LIMITS,
      'Neither way is better by itself: it grows with what is begun as with what is left lying. Read it beside its age.',
    ],
  },
  kind: 'count',
  of: 'open',
  perPerson: false,
  missing: [notStarted],
};

export const ageOfIssuesInProgress: QuantileMetric = {
  definition: {
    id: 'age-of-issues-in-progress',
    name: 'Age of issues in progress',
    items: 'issues',
    unit: 'hours',
    weeks: 'end',
    better: 'lower',
    formula: `Calendar hours from the start of an issue until the end of the week, of those in progress then. ${OPEN} Median by default; quantiles by linear interpolation (type 7).`,
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'At the end of that week no issue was in progress. This is not an age of zero.',
    limits: [
      ENOUGH_ISSUES,
      ...LIMITS,
      'Its clock is that of the cycle time, from the start, so that the two can be read side by side. What is in progress at one moment is the slow part of what was started: its ages are longer than cycle times.',
    ],
  },
  kind: 'quantile',
  of: 'open',
  what: 'Hours since the start of what is in progress at each week’s end',
  needs: 'openings',
  itemValue: ({ readyAt }: Chunk, row: number) => readyAt[row] ?? UNKNOWN,
  perUnit: 60,
  having: 'in progress',
  missing: [notStarted],
  noted: null,
  waiting: null,
};
