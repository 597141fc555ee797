import type { Definitions, MeasuringRule } from '../../contract/definitions.ts';
import type { IssueLeftOut } from '../../facts/issue-fact.ts';
import type { LeftOut } from '../../facts/pull-request-fact.ts';
import { QUANTILE_MINIMUM } from '../../metrics/definition.ts';
import { WHY } from '../health/left-out-health.ts';
import { FEWEST } from '../too-close.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (many: number) => NUMBERS[many] ?? String(many);

/** What holds for all measures, in the order in which a reader asks for it. */
export function measuringRules(zone: string): MeasuringRule[] {
  const { p50, p75, p85 } = QUANTILE_MINIMUM;
  const few = inWords(FEWEST);
  return [
    {
      id: 'weeks',
      title: 'Weeks, days and hours',
      text: [
        `A week begins on Monday at 00:00 in the time zone of the organisation, here ${zone}. Instants are kept to the minute.`,
        'A duration belongs to the week in which the pull request was opened or, where that is not known or you ask for it, to the week of its merge. Work that is open is that at the end of the week.',
        'An issue stands where a pull request does: its creation is the opening, its finish the merge. What begins with its start, such as the cycle time, belongs to the week of the finish.',
        'The week that the data end in is still running. It stands apart in every figure and takes part in no finding.',
        'Hours are those of the calendar, nights and weekends included, unless a figure says working hours.',
      ],
    },
    {
      id: 'percentiles',
      title: 'Medians and percentiles',
      text: [
        'The median is the value that half of the pull requests stay below; the 75th and the 85th percentile are those that three quarters and 85 of 100 stay below. Between two values the straight line counts (type 7 of Hyndman and Fan, as spreadsheets do it). No mean is shown: one pull request that lay for a year would decide it.',
        'Where a clock begins with the opening, work that is still open counts as waiting until the data end (Kaplan and Meier), so that recent weeks do not look faster than they will turn out.',
        `A week is shown from ${inWords(p50)} pull requests on for its median, ${inWords(p75)} for the 75th and ${p85} for the 85th percentile. With fewer it says so and stays a gap.`,
        'Medians of phases do not add up to the median of the whole, for each phase has slow pull requests of its own.',
      ],
    },
    {
      id: 'unknown',
      title: 'Unknown is not zero',
      text: [
        'A time that did not happen, or that the source does not tell, is no zero: the pull request has no value in that measure and counts as missing coverage, which stands beside every figure.',
        'A week without anything to measure is a gap in the line. Only a count of what happened can be a true 0.',
      ],
    },
    {
      id: 'left-out',
      title: 'What is left out',
      text: [
        'These kinds of work take part in no measure. They are counted beside every figure, never dropped silently.',
      ],
    },
    {
      id: 'teams',
      title: 'Teams',
      text: [
        'A pull request belongs to the teams that its author was in when it was opened, not to those of today. Who is in several teams counts once in each, and once in the total.',
        'A membership is stated by the roster, or assumed from the forge, which knows members of today alone. Where no team places the author, the team that owns the repository may.',
        'Work of a coding agent belongs to the person who asked for it.',
        'An issue belongs to the teams that whoever had it when it was finished was in then; one that is not finished, to those of who has it now.',
      ],
    },
    {
      id: 'small-groups',
      title: 'Small groups',
      text: [
        `Nothing here ranks, counts or lists individuals. A team or a repository with fewer than ${few} contributors in the window is shown only as part of the total, so that totals stay true.`,
        `No two groups that can be asked for differ by fewer than ${few} people: the difference of two figures would tell of them.`,
      ],
    },
    {
      id: 'now',
      title: 'What “now” is',
      text: [
        'Every measure ends at the instant that the last complete import covers, which stands at the top of each page. The clock on the wall decides only whether that is too long ago.',
        'Everything is measured from stored rows and can be measured again with the same result.',
      ],
    },
  ];
}

const KINDS: readonly { reason: LeftOut | IssueLeftOut; name: string }[] = [
  { reason: 'automation', name: 'Automation' },
  { reason: 'back-port', name: 'Back-ports' },
  { reason: 'long-lived-branch', name: 'Merges of long-lived branches' },
  { reason: 'direct-push', name: 'Direct pushes' },
  { reason: 'branch-merge', name: 'Branch merges without a number' },
  { reason: 'epic', name: 'Epics' },
  { reason: 'sub-task', name: 'Sub-tasks' },
  { reason: 'deleted', name: 'Deleted issues' },
];

/** The kinds of work that take part in no measure. */
export function leftOutKinds(): Definitions['leftOut'] {
  return KINDS.map(({ reason, name }) => ({ reason, name, why: WHY[reason] }));
}
