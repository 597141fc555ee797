import { type AskedIssues, IssueSort, type IssuesView } from '../../contract/issue-items.ts';
import type { Metric, QuantileMetric } from '../../metrics/definition.ts';
import { metricById } from '../../metrics/register.ts';
import { QuestionError } from '../../model/errors.ts';
import { type Week, weekLabel, weekOfDate } from '../../model/week.ts';
import { dataEndOf } from '../data-end.ts';
import { issuesUnknowable } from '../issues-unknowable.ts';
import type { Held } from '../live.ts';
import { type Question, resolveQuestion } from '../question.ts';
import { issueSide } from '../side.ts';
import { type Span, spanOf } from '../span.ts';
import type { Unknowable } from '../unknowable.ts';
import type { Warning } from '../warnings.ts';
import { type Cursor, readCursor } from './cursor.ts';
import { limitOf, refuseOtherWeek } from './items-question.ts';
import { type WeekEnd, weekEnd } from './open-at.ts';

/** A question about issues with every default filled in. */
export type IssuesQuestion = {
  asked: AskedIssues;
  /** The state with issues in place of pull requests and projects in place of repositories. */
  side: Held;
  /** Null: of no measure. */
  metric: Metric | null;
  values: IssueValues;
  repositories: Question['repositories'];
  teams: Question['teams'];
  /** Null: nothing has been read. */
  span: Span | null;
  /** Null: all weeks of the span. */
  week: Week | null;
  /** The end of the week at which a measure of open work looks; null: the question is about none. */
  openAt: WeekEnd | null;
  cursor: Cursor | null;
  warnings: Warning[];
};

/** What each issue has a value of, its durations by the clock that was asked for. */
export type IssueValues = Record<'issue-lead-time' | 'issue-cycle-time' | 'flow-efficiency', QuantileMetric>;

/** What decides about groups and weeks where no measure is named. */
const WITHOUT_MEASURE = 'issue-lead-time';
const OPEN = 'issues-in-progress';

/** Warnings of a series that hold for the issues behind it, too. */
const HOLDS_FOR_ITEMS = /^project-|^merge-week-only$|^weeks-cut$|^window-|^ai-/;

/**
 * Goes the way of every question about issues, and so refuses the same groups of people as `resolveItemsQuestion`. Throws
 * QuestionError on that, on a repository, on a week outside of the window, on a limit beyond 200, and on a forged cursor.
 */
export function resolveIssuesQuestion(held: Held, issues: IssuesView): IssuesQuestion {
  const {
    measure,
    week: monday,
    state,
    leftOut,
    linked,
    id,
    q,
    sort,
    order,
    limit,
    cursor,
    ...asks
  } = issues;
  // Which percentile a figure shows and what it parts is nothing to a list.
  const { stat: _stat, since: _since, ...view } = asks;
  const side = issueSide(held);
  const question = resolveQuestion(held, measure ?? WITHOUT_MEASURE, view);
  refuse(question.never);
  if (state === 'open' || state === 'in-progress') refuse(issuesUnknowable(side, question.view, named(OPEN)));
  const metric = measure === undefined ? null : question.metric;
  if (leftOut === 'no-value' && metric === null) {
    const message = 'no-value is about one measure: name it with measure=.';
    throw new QuestionError('measure-missing', message, 'leftOut');
  }
  const span = spanOf(side, question.repositories, question.view);
  const ofOpenWork = metric?.of === 'open' && state === undefined && id === undefined;
  const usualWeek = ofOpenWork && span !== null ? Math.max(span.from, span.end - 1) : null;
  const week = monday === undefined ? usualWeek : weekOfDate(monday);
  if (monday !== undefined) refuseOtherWeek(weekOfDate(monday), span);
  const asked: AskedIssues = {
    ...question.view,
    measure: measure ?? null,
    week: week === null ? null : weekLabel(week),
    state: state ?? null,
    leftOut: leftOut ?? null,
    linked: linked ?? null,
    id: id ?? null,
    q: q?.trim() || null,
    sort: sort ?? usualSort(metric, question.view.by),
    order: order ?? (sort === undefined && ofOpenWork ? 'asc' : 'desc'),
    limit: limitOf(limit),
  };
  const { repositories, teams } = question;
  return {
    ...{ asked, side, metric, repositories, teams, span, week },
    values: valuesBy(held, asked.hours),
    openAt:
      ofOpenWork && week !== null ? weekEnd(side.snapshot.weeks, week, dataEndOf(side, repositories)) : null,
    cursor: cursor === undefined ? null : readCursor(cursor, asked),
    warnings: [...question.warnings, ...(span?.warnings ?? [])].filter(({ code }) =>
      HOLDS_FOR_ITEMS.test(code),
    ),
  };
}

/** Where there is no tracker there is an empty list, and nothing to refuse. */
function refuse(never: Unknowable | null): void {
  if (never === null || never.why === 'no-tracker') return;
  const field = never.why === 'not-by-repository' ? 'repo' : 'team';
  throw new QuestionError(never.why, `${never.finding}. ${never.whatToDo}`, field);
}

function named(id: string): Metric {
  const metric = metricById(id);
  if (metric === null) throw new Error(`there is no measure ${id}`);
  return metric;
}

function valuesBy(held: Held, hours: AskedIssues['hours']): IssueValues {
  const of = (id: keyof IssueValues): QuantileMetric => {
    const metric = hours === 'calendar' ? named(id) : resolveQuestion(held, id, { hours }).metric;
    if (metric.kind !== 'quantile') throw new Error(`${id} has no values`);
    return metric;
  };
  return {
    'issue-lead-time': of('issue-lead-time'),
    'issue-cycle-time': of('issue-cycle-time'),
    'flow-efficiency': of('flow-efficiency'),
  };
}

function usualSort(metric: Metric | null, by: 'opening' | 'merge'): AskedIssues['sort'] {
  const value = IssueSort.enum.find((sort) => sort === metric?.definition.id);
  if (value !== undefined) return value;
  if (metric?.of === 'open') return 'started';
  return metric !== null || by === 'merge' ? 'finished' : 'created';
}
