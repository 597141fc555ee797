import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import { type CountMetric, type Noted, QUANTILE_MINIMUM, type QuantileMetric } from './definition.ts';
import {
  ENOUGH_ISSUES,
  FINISHED,
  FINISHED_ONCE,
  ISSUE_TEAMS,
  NOT_BY_REPOSITORY,
  ONLY_STANDARD,
  STARTED,
} from './issue-limits.ts';
import { byNobodyOnRoster, finishedTooEarly, neverInProgress, unknownStatus } from './issue-missing.ts';
import { BY_QUANTILE } from './limits.ts';
import { minutesOpen, minutesToMerge } from './phase-minutes.ts';

const neverStarted: Noted = {
  what: 'never in progress',
  holds: ({ readyAt }, row) => readyAt[row] === UNKNOWN,
};

export const issuesFinished: CountMetric = {
  definition: {
    id: 'issues-finished',
    name: 'Issues finished',
    items: 'issues',
    unit: 'issues',
    weeks: 'merge',
    better: 'neither',
    formula: `Number of issues finished in the week. ${FINISHED}`,
    minimum: { p50: 0, p75: 0, p85: 0 },
    emptyMeans: 'A week within the data in which no issue was finished is a true 0.',
    limits: [
      FINISHED_ONCE,
      ONLY_STANDARD,
      'Issues that were never in progress count, and how many they are is said beside the figure: somebody may have tidied up.',
      'Issues differ in size, between teams more than from week to week.',
      NOT_BY_REPOSITORY,
    ],
  },
  kind: 'count',
  of: 'merged',
  perPerson: false,
  missing: [],
  noted: neverStarted,
};

export const issuesFinishedPerPerson: CountMetric = {
  definition: {
    id: 'issues-finished-per-person',
    name: 'Issues finished per person',
    items: 'issues',
    unit: 'issues per person',
    weeks: 'merge',
    better: 'higher',
    formula: `Number of issues finished in the week by people on the roster, divided by all people on the roster in that week, whether they finished any or not. ${FINISHED}`,
    minimum: { p50: 5, p75: 5, p85: 5 },
    emptyMeans: 'A week within the data in which nobody on the roster finished an issue is a true 0.',
    limits: [
      'A week needs five people on the roster.',
      'It is the primary measure of throughput: activity such as pull requests is changed by AI tools themselves, what is delivered much less.',
      'It compares a team with itself. Teams write issues of different sizes, so that two teams’ numbers are no contest.',
      'An issue counts for whoever had it when it was finished. A person is on the roster in every week that has a day of a membership, and once in each week; one told by a forge counts from the person’s first activity on.',
      'Holidays and leave are not known yet, so weeks in which many are away look slow.',
      FINISHED_ONCE,
      ONLY_STANDARD,
      NOT_BY_REPOSITORY,
    ],
  },
  kind: 'count',
  of: 'merged',
  perPerson: true,
  missing: [byNobodyOnRoster],
  noted: neverStarted,
};

export const issueLeadTime: QuantileMetric = {
  definition: {
    id: 'issue-lead-time',
    name: 'Issue lead time',
    items: 'issues',
    unit: 'hours',
    weeks: 'opening-or-merge',
    better: 'lower',
    formula: `Calendar hours from the creation of an issue to its finish. ${FINISHED} ${BY_QUANTILE}`,
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'That week has no issue to measure. This is not zero hours.',
    limits: [
      ENOUGH_ISSUES,
      'It begins at the creation, so that it holds all the time in the backlog; the cycle time begins when somebody starts.',
      'By week of creation, what is not finished counts as waiting until the data end, and what was closed without delivery as waiting until it was closed (Kaplan and Meier). Where half of what was created is never begun, the median is not reached.',
      ONLY_STANDARD,
      ISSUE_TEAMS,
      NOT_BY_REPOSITORY,
    ],
  },
  kind: 'quantile',
  of: 'merged',
  what: 'Hours from creation to finish',
  needs: 'openings',
  itemValue: minutesToMerge,
  perUnit: 60,
  having: 'with sound dates',
  missing: [finishedTooEarly],
  noted: null,
  waiting: minutesOpen,
};

export const issueCycleTime: QuantileMetric = {
  definition: {
    id: 'issue-cycle-time',
    name: 'Issue cycle time',
    items: 'issues',
    unit: 'hours',
    weeks: 'merge',
    better: 'lower',
    formula: `Calendar hours from the start of an issue to its finish. ${STARTED} ${FINISHED} ${BY_QUANTILE}`,
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'That week has no finished issue that was in progress before. This is not zero hours.',
    limits: [
      ENOUGH_ISSUES,
      'It belongs to the week of the finish: an issue may be created long before its clock begins, so that by week of creation old work would stand in for new. Clearing out old work therefore looks like slowing down.',
      'An issue that goes from a status before progress straight to done was never in progress, and has no cycle time.',
      ONLY_STANDARD,
      ISSUE_TEAMS,
      NOT_BY_REPOSITORY,
    ],
  },
  kind: 'quantile',
  of: 'merged',
  what: 'Hours from start to finish',
  needs: 'openings',
  itemValue: cycleOfIssue,
  perUnit: 60,
  having: 'that were in progress',
  missing: [neverInProgress],
  noted: null,
  waiting: null,
};

/** Whole numbers to one: thousandths. */
const PARTS = 1000;

export const flowEfficiency: QuantileMetric = {
  definition: {
    id: 'flow-efficiency',
    name: 'Flow efficiency',
    items: 'issues',
    unit: 'share',
    weeks: 'merge',
    better: 'higher',
    formula: `Of the time from the start of an issue to its finish, the share in statuses in which somebody works on it; the rest waits: in review, blocked, ready for something, or back in a status before progress. ${BY_QUANTILE}`,
    minimum: QUANTILE_MINIMUM,
    emptyMeans: 'That week has no finished issue with a known cycle. This is not a share of zero.',
    limits: [
      ENOUGH_ISSUES,
      'It rests on statuses being moved when the work moves. Where “in progress” is left on overnight, it is too high.',
      'Which statuses wait is told by their names (review, blocked, waiting, ready, hold) and can be set under the Jira source in uptake.yaml.',
      'It belongs to the week of the finish, as the cycle time does.',
      ONLY_STANDARD,
      NOT_BY_REPOSITORY,
    ],
  },
  kind: 'quantile',
  of: 'merged',
  what: 'Share of the time from start to finish in which somebody worked on it',
  needs: 'openings',
  itemValue: efficiency,
  perUnit: PARTS,
  having: 'with a known cycle',
  missing: [neverInProgress, unknownStatus],
  noted: null,
  waiting: null,
};

function cycleOfIssue({ readyAt, mergedAt }: Chunk, row: number): number {
  const [start, finish] = [readyAt[row] ?? UNKNOWN, mergedAt[row] ?? UNKNOWN];
  return start === UNKNOWN || finish === UNKNOWN ? UNKNOWN : Math.max(0, finish - start);
}

/** Unknown too of a cycle without a minute: there is nothing to take a share of. */
function efficiency({ activeTime, waitingTime, mergedAt }: Chunk, row: number): number {
  const [active, waiting] = [activeTime[row] ?? UNKNOWN, waitingTime[row] ?? UNKNOWN];
  if (active === UNKNOWN || waiting === UNKNOWN || mergedAt[row] === UNKNOWN) return UNKNOWN;
  return active + waiting === 0 ? UNKNOWN : Math.round((PARTS * active) / (active + waiting));
}
