import { UNKNOWN } from '../../facts/columns/column.ts';
import { DAY, MINUTE } from '../../model/instant.ts';
import type { CountMetric } from '../definition.ts';
import { FINISHED, NOT_BY_REPOSITORY, ONLY_STANDARD } from '../issue-limits.ts';
import { ENOUGH_OF_THEM } from './guardrail-limits.ts';

const REOPENED = 30;

export const reopenedIssues: CountMetric = {
  definition: {
    id: 'reopened-issues',
    name: 'Reopened issues',
    items: 'issues',
    unit: 'share',
    weeks: 'merge',
    better: 'lower',
    formula: `Issues finished in the week that left a done status again within ${REOPENED} days, divided by all issues finished in it. ${FINISHED}`,
    minimum: ENOUGH_OF_THEM,
    emptyMeans: 'That week has no finished issue. This is not a share of zero.',
    limits: [
      'A week needs 10 finished issues.',
      `A week has a value once everything finished in it has been followed for ${REOPENED} days; until then it is pending.`,
      'Some are reopened by a slip of the hand, and some problems come back as a new issue.',
      ONLY_STANDARD,
      NOT_BY_REPOSITORY,
    ],
  },
  kind: 'count',
  of: 'merged',
  perPerson: false,
  share: true,
  settles: REOPENED,
  missing: [],
  noted: {
    what: `reopened within ${REOPENED} days`,
    holds: ({ reopenedAt, mergedAt }, row) => {
      const at = reopenedAt[row] ?? UNKNOWN;
      return at !== UNKNOWN && at - (mergedAt[row] ?? UNKNOWN) <= (REOPENED * DAY) / MINUTE;
    },
  },
};
