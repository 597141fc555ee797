import type { About, LanesAnswer } from '../../contract/flow.ts';
import type { View } from '../../contract/view.ts';
import { HOUR, MINUTE } from '../../model/instant.ts';
import { amount } from '../../words/amount.ts';
import { count, number } from '../../words/number.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { type HeldTimes, heldTimes } from './held-times.ts';
import { laneDescription, laneReading, measuredLanes, noIssueLanes } from './issue-lanes.ts';
import { type IssueQuestion, issueQuestion } from './issue-question.ts';
import { partsByWeek } from './part-values.ts';
import type { StatusStore } from './status-store.ts';
import { type InStatus, statusTimes } from './status-times.ts';

/** More lanes than this are not read; the statuses that hold the least time are told by number. */
const MOST = 12;

const ABOUT: About = {
  name: 'Where issues wait',
  formula:
    'Calendar hours that a finished issue was in each of its statuses from its creation to its finish, all its stays in one status together; of the issues that were in it at all.',
  unit: 'hours',
  minimum: '5 issues for a median, 8 for the 75th and 14 for the 85th percentile.',
  emptyMeans: 'No finished issue was in that status. This is not zero hours.',
  limits: [
    'It rests on statuses being moved when the work moves.',
    'Statuses are told apart by their id in the tracker and shown by name: those of several projects that have one name and mean the same are one lane.',
    'Which statuses wait is told by their names (review, blocked, waiting, ready, hold) and can be set under the Jira source in uptake.yaml.',
    'The medians of statuses do not add up to that of the whole: not every issue is in each.',
  ],
};

const MEANING: Record<InStatus['kind'], string> = {
  before: 'before progress',
  hand: 'in hand',
  waits: 'waits',
  done: 'done, and opened again',
  gone: 'no longer in the tracker',
};

/** In which statuses finished issues were and for how long, by week of finish. Throws QuestionError as every question does. */
export async function issueStatusesAnswer(held: Held, store: StatusStore, view: View): Promise<LanesAnswer> {
  const asked = issueQuestion(held, view);
  const { question, warnings } = asked;
  const { dataUntil } = question.repositories;
  return envelope(held, question.view, dataUntil, warnings, await statusesOf(asked, store));
}

async function statusesOf(asked: IssueQuestion, store: StatusStore): Promise<LanesAnswer['data']> {
  const { side, weeks } = asked;
  const nothing = noIssueLanes(asked, 'No issue was finished', ABOUT);
  if (weeks === null) return nothing;
  const { span, parts } = weeks;
  const partOf = partsByWeek(parts, span.from, span.end - 1);
  const [statuses, held] = [await store.issueStatuses(), await heldTimes(side.snapshot, store)];
  const times = statusTimes(statuses, held, parts.length);
  const isAsked = asking(asked, held);
  const of = parts.map(() => 0);
  for (let issue = 0; issue < held.size; issue++) {
    const week = held.week[issue] ?? 0;
    if (week < span.from || week >= span.end || !isAsked(issue)) continue;
    const part = partOf[week - span.from] ?? parts.length;
    if (part >= parts.length) continue;
    of[part] = (of[part] ?? 0) + 1;
    times.add(issue, part);
  }
  const all = of.reduce((sum, many) => sum + many, 0);
  if (all === 0) return nothing;
  const { shown, beside } = largest(times.inOrder());
  const lanes = measuredLanes(
    asked,
    shown.map(({ key, name, kind, values }) => ({ key, name, meaning: MEANING[kind], values })),
    of,
  );
  return {
    finding: findingOf(times.inOrder()),
    howToRead: `Time of finished issues in each status, by week of finish, in the order of the way. ${laneReading(asked)}`,
    description: laneDescription(asked, ABOUT.name, lanes),
    coverage: coverageOf(all, beside),
    n: all,
    unknowable: null,
    about: ABOUT,
    unit: 'hours',
    lanes,
  };
}

/** Whether an issue is of a project and of a team that are asked about. */
function asking({ question }: IssueQuestion, { project, teamSet }: HeldTimes): (issue: number) => boolean {
  const { table: projects } = question.repositories;
  const { table: sets } = question.teams;
  return (issue) =>
    projects[project[issue] ?? -1] === 1 && (sets === null || sets[teamSet[issue] ?? -1] === 1);
}

function largest(all: readonly InStatus[]): { shown: readonly InStatus[]; beside: readonly InStatus[] } {
  const kept = new Set(all.toSorted((one, other) => other.total - one.total).slice(0, MOST));
  return { shown: all.filter((one) => kept.has(one)), beside: all.filter((one) => !kept.has(one)) };
}

/** What of the time in progress is waiting, and where most of that is. */
function findingOf(all: readonly InStatus[]): string {
  const sum = (some: readonly InStatus[]) => some.reduce((total, one) => total + one.total, 0);
  const waiting = all.filter(({ kind }) => kind === 'waits');
  const inProgress = sum(waiting) + sum(all.filter(({ kind }) => kind === 'hand'));
  if (inProgress === 0) return 'No finished issue was in progress';
  const [most] = waiting.toSorted((one, other) => other.total - one.total);
  if (most === undefined || sum(waiting) === 0) return 'No status in progress counts as waiting';
  const share = amount(sum(waiting) / inProgress, 'share');
  const others = waiting.length > 1 ? ', most of it' : ', all of it';
  return `${share} of the time in progress is waiting${others} in “${most.name}”`;
}

function coverageOf(all: number, beside: readonly InStatus[]): string {
  const finished = `All ${count(all, 'finished issue')}.`;
  if (beside.length === 0) return finished;
  const hours = beside.reduce((sum, one) => sum + one.total, 0) * (MINUTE / HOUR);
  return `${finished} Not drawn: ${count(beside.length, 'status', 'statuses')} that hold ${number(Math.round(hours))} hours of all of them together.`;
}
