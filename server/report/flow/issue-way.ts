import type { About, LanesAnswer } from '../../contract/flow.ts';
import type { View } from '../../contract/view.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import { amount } from '../../words/amount.ts';
import { count, number } from '../../words/number.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { fullWeeksOf } from './asked-metrics.ts';
import { askedRows } from './asked-rows.ts';
import { laneDescription, laneReading, measuredLanes, noIssueLanes } from './issue-lanes.ts';
import { type IssueQuestion, issueQuestion } from './issue-question.ts';
import { SHARE } from './lanes-words.ts';
import { partsByWeek } from './part-values.ts';

type Instant = 'readyAt' | 'firstCommitAt' | 'firstReviewAt' | 'lastMergedAt' | 'mergedAt';

/** The way of an issue with pull requests, in its order. */
const STAGES: readonly { key: string; name: string; meaning: string; from: Instant; to: Instant }[] = [
  {
    key: 'begin',
    name: 'To the first commit',
    meaning: 'in progress to first commit',
    from: 'readyAt',
    to: 'firstCommitAt',
  },
  {
    key: 'write',
    name: 'To the first review',
    meaning: 'first commit to first human review',
    from: 'firstCommitAt',
    to: 'firstReviewAt',
  },
  {
    key: 'review',
    name: 'To the last merge',
    meaning: 'first review to last merge',
    from: 'firstReviewAt',
    to: 'lastMergedAt',
  },
  {
    key: 'finish',
    name: 'To the finish',
    meaning: 'last merge to finished',
    from: 'lastMergedAt',
    to: 'mergedAt',
  },
];

const ABOUT: About = {
  name: 'The whole way of an issue',
  formula:
    'Of finished issues that pull requests name: calendar hours from the start of the issue to the earliest commit of its pull requests, from there to the earliest human review, from there to the last merge until the finish, and from there to the finish.',
  unit: 'hours',
  minimum: '5 issues for a median, 8 for the 75th and 14 for the 85th percentile.',
  emptyMeans: 'No finished issue has both ends of that stretch in their order. This is not zero hours.',
  limits: [
    'The stretches’ medians do not add up to the median of the whole: each has slow issues of its own.',
    'A stretch whose end lies before its beginning is unknown, not zero: commits are often written before anybody moves the issue to “in progress”, and issues finished before the last merge.',
    'Coding agents commit late, so a first commit can move without anything being faster.',
    'An issue is linked where a pull request names its key in the title, the text, the branch or a commit.',
  ],
};

/** From "in progress" to finished over the pull requests in between, by week of finish. Throws QuestionError as every question does. */
export function issueWayAnswer(held: Held, view: View): LanesAnswer {
  const asked = issueQuestion(held, view);
  const { question, warnings } = asked;
  const { dataUntil } = question.repositories;
  return envelope(held, question.view, dataUntil, warnings, wayOf(asked));
}

function wayOf(asked: IssueQuestion): LanesAnswer['data'] {
  const { side, question, weeks } = asked;
  const nothing = noIssueLanes(asked, 'No finished issue is linked to a pull request', ABOUT);
  if (weeks === null) return nothing;
  const selection = fullWeeksOf(question, weeks.span);
  const partOf = partsByWeek(weeks.parts, selection.from, selection.to);
  const values = STAGES.map(() => weeks.parts.map((): number[] => []));
  const [linked, unordered] = [weeks.parts.map(() => 0), STAGES.map(() => 0)];
  let all = 0;
  for (const { chunk, rows, weeks: its } of askedRows(side.snapshot, selection).chunks) {
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      const part = partOf[its[at] ?? 0] ?? weeks.parts.length;
      if (part >= weeks.parts.length) continue;
      all += 1;
      if ((chunk.pullRequests[row] ?? 0) === 0) continue;
      linked[part] = (linked[part] ?? 0) + 1;
      STAGES.forEach(({ from, to }, stage) => {
        const minutes = between(chunk, row, from, to);
        if (minutes === null) return;
        if (minutes < 0) unordered[stage] = (unordered[stage] ?? 0) + 1;
        else values[stage]?.[part]?.push(minutes);
      });
    }
  }
  const some = linked.reduce((sum, many) => sum + many, 0);
  if (some === 0)
    return { ...nothing, coverage: `None of ${count(all, 'finished issue')} is linked to a pull request.` };
  const lanes = measuredLanes(
    asked,
    STAGES.map((stage, at) => ({ ...stage, values: values[at] ?? [] })),
    linked,
  );
  return {
    finding: findingOf(asked, lanes),
    howToRead: `Finished issues with a pull request, by week of finish. ${laneReading(asked)} Their medians do not add up.`,
    description: laneDescription(asked, ABOUT.name, lanes),
    coverage: coverageOf(some, all, unordered),
    n: some,
    unknowable: null,
    about: ABOUT,
    unit: 'hours',
    lanes,
  };
}

/** Minutes, below 0 where they are not in their order; null: one of them is unknown. */
function between(chunk: Chunk, row: number, from: Instant, to: Instant): number | null {
  const [begin, end] = [chunk[from][row] ?? UNKNOWN, chunk[to][row] ?? UNKNOWN];
  return begin === UNKNOWN || end === UNKNOWN ? null : end - begin;
}

function findingOf({ question }: IssueQuestion, lanes: ReturnType<typeof measuredLanes>): string {
  const shown = lanes.flatMap(({ meaning, parts }) => {
    const value = parts.at(-1)?.value ?? null;
    return value === null ? [] : [{ meaning, value }];
  });
  const [longest] = shown.toSorted((one, other) => other.value - one.value);
  if (longest === undefined) return 'Too few linked issues to say';
  const share = SHARE[question.view.stat];
  return `The longest stretch is from ${longest.meaning.replace(' to ', ' to the ')}: ${share} within ${amount(longest.value, 'hours')}`;
}

/** "5,120 of 8,704 finished issues are linked (59 %). Not in their order, and so unknown: 812 first commits before the start." */
function coverageOf(linked: number, all: number, unordered: readonly number[]): string {
  const share = Math.round((100 * linked) / all);
  const of = `${number(linked)} of ${count(all, 'finished issue')} are linked to a pull request (${share} %).`;
  const apart = STAGES.flatMap(({ meaning }, stage) => {
    const many = unordered[stage] ?? 0;
    return many === 0 ? [] : [`${number(many)} from ${meaning}`];
  });
  return apart.length === 0 ? of : `${of} In another order, and so without a value: ${apart.join(', ')}.`;
}
