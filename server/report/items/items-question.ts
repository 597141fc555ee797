import { type AskedItems, ItemSort, type ItemsView } from '../../contract/items.ts';
import type { Metric } from '../../metrics/definition.ts';
import { QuestionError } from '../../model/errors.ts';
import { type Week, weekLabel, weekOfDate } from '../../model/week.ts';
import { calendarDate } from '../../words/date.ts';
import { inSentence } from '../../words/in-sentence.ts';
import { dataEndOf } from '../data-end.ts';
import type { Held } from '../live.ts';
import { NOT_TO_OPEN_WORK } from '../marks-applied.ts';
import { refuseOpenWork } from '../open-unknowable.ts';
import { type Question, resolveQuestion } from '../question.ts';
import { type Span, spanOf } from '../span.ts';
import type { Warning } from '../warnings.ts';
import { type Cursor, readCursor } from './cursor.ts';
import { type Durations, durationsBy } from './durations.ts';
import { type WeekEnd, weekEnd } from './open-at.ts';

/** A question about items with every default filled in. */
export type ItemsQuestion = {
  asked: AskedItems;
  /** Null: of no measure. */
  metric: Metric | null;
  /** Of each duration, by the clock that was asked for. */
  durations: Durations;
  repositories: Question['repositories'];
  teams: Question['teams'];
  marks: Question['marks'];
  /** Null: nothing has been read. */
  span: Span | null;
  /** Null: all weeks of the span. */
  week: Week | null;
  /** The end of the week at which a measure of open work looks; null: the question is about none. */
  openAt: WeekEnd | null;
  cursor: Cursor | null;
  warnings: Warning[];
};

/** So many are less than 50 kilobytes. */
const LIMIT = 40;
const MOST = 200;

/** What decides about groups, weeks and repositories where no measure is named. */
const WITHOUT_MEASURE = 'time-to-merge';

/** Warnings of a series that hold for the items behind it, too. */
const HOLDS_FOR_ITEMS = /^repository-|^opening-|^deployed-means$|^merge-week-only$|^weeks-cut$|^window-|^ai-/;

/**
 * Goes the way of every question, and so refuses the same groups of people: items name work, not workers, but a team or a
 * repository of fewer than five is no more a filter here than elsewhere. What narrows further (a week, a state, a word of the
 * title) selects work whose group has been judged over the whole window, and never people.
 *
 * Throws QuestionError on what a series refuses, on a week outside of the window, on a limit beyond 200, and on a forged cursor.
 */
export function resolveItemsQuestion(held: Held, items: ItemsView): ItemsQuestion {
  const { measure, week: monday, leftOut, waiting, age, id, q, sort, order, limit, cursor, ...rest } = items;
  const { state: _stated, ...asks } = rest;
  const state = stateAsked(items);
  // Which percentile a figure shows and what it parts is nothing to a list.
  const { stat: _stat, since: _since, ...view } = asks;
  const question = resolveQuestion(held, measure ?? WITHOUT_MEASURE, view);
  const metric = measure === undefined ? null : question.metric;
  if (metric !== null && question.never?.why === 'group-too-small') {
    const { finding, whatToDo } = question.never;
    throw new QuestionError('group-too-small', `${finding}. ${whatToDo}`, 'measure');
  }
  if (state === 'open' || metric?.of === 'open') refuseOpenWork(held, question.view);
  if (metric?.definition.items === 'issues') {
    const message = `Behind ${inSentence(metric.definition.name)} are issues, which are listed at /api/issues.`;
    throw new QuestionError('measure-of-issues', message, 'measure');
  }
  if (leftOut === 'no-value' && metric === null) {
    const message = 'no-value is about one measure: name it with measure=.';
    throw new QuestionError('measure-missing', message, 'leftOut');
  }
  const span = spanOf(held, question.repositories, question.view);
  const ofOpenWork = metric?.of === 'open' && state === undefined && id === undefined;
  const week = monday === undefined ? usualWeek(ofOpenWork, span) : weekOfDate(monday);
  if (monday !== undefined) refuseOtherWeek(weekOfDate(monday), span);
  const sorted = sort ?? usualSort(metric, question.view.by);
  const asked: AskedItems = {
    ...question.view,
    measure: measure ?? null,
    week: week === null ? null : weekLabel(week),
    state: state ?? null,
    leftOut: leftOut ?? null,
    waiting: waiting ?? null,
    age: age ?? null,
    id: id ?? null,
    q: q?.trim() || null,
    sort: sorted,
    order: order ?? (sort === undefined && ofOpenWork ? 'asc' : 'desc'),
    limit: limitOf(limit),
  };
  const warnings = [...question.warnings, ...(span?.warnings ?? [])];
  if (state === 'open' && question.marks !== null) warnings.push(NOT_TO_OPEN_WORK);
  return {
    asked,
    metric,
    durations: durationsBy(held, question.view.hours),
    repositories: question.repositories,
    teams: question.teams,
    marks: state === 'open' ? null : question.marks,
    span,
    week,
    openAt:
      ofOpenWork && week !== null
        ? weekEnd(held.snapshot.weeks, week, dataEndOf(held, question.repositories))
        : null,
    cursor: cursor === undefined ? null : readCursor(cursor, asked),
    warnings: warnings.filter(({ code }) => HOLDS_FOR_ITEMS.test(code)),
  };
}

/** Only what is open waits for something, and has an age. */
function stateAsked({ state, waiting, age }: ItemsView): ItemsView['state'] {
  if (waiting === undefined && age === undefined) return state;
  if (state === undefined || state === 'open') return 'open';
  const message = `Only open work waits for something and has an age: ask for it without state=${state}.`;
  throw new QuestionError('open-only', message, 'state', ['open']);
}

/** What is open at the ends of several weeks is not to be added up: the last full one is shown. */
function usualWeek(ofOpenWork: boolean, span: Span | null): Week | null {
  return ofOpenWork && span !== null ? Math.max(span.from, span.end - 1) : null;
}

function usualSort(metric: Metric | null, by: 'opening' | 'merge'): AskedItems['sort'] {
  const value = ItemSort.enum.find((sort) => sort === metric?.definition.id);
  if (value !== undefined) return value;
  if (metric?.definition.unit === 'lines') return 'lines';
  return by === 'merge' ? 'merged' : 'opened';
}

/** Throws QuestionError on a week that is not in the window. */
export function refuseOtherWeek(week: Week, span: Span | null): void {
  if (span !== null && week >= span.from && week <= span.to) return;
  const message = `The week of ${calendarDate(weekLabel(week))} is not in the window: ask for a longer one, or another week.`;
  throw new QuestionError('week-outside-window', message, 'week');
}

/** Throws QuestionError beyond 200. */
export function limitOf(limit: string | undefined): number {
  const wanted = limit === undefined ? LIMIT : Number(limit);
  if (Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST) return wanted;
  throw new QuestionError('limit', `A page has 1 to ${MOST} items.`, 'limit');
}
