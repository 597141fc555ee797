import type { IssueReason } from '../../contract/issue-items.ts';
import { weekLabel, weekLastDay } from '../../model/week.ts';
import { calendarDate } from '../../words/date.ts';
import { inSentence } from '../../words/in-sentence.ts';
import { count, number } from '../../words/number.ts';
import type { IssuesQuestion } from './issue-question.ts';
import type { Page } from './page.ts';

const NOUNS: Record<Exclude<IssueReason, 'no-value'>, string> = {
  epic: 'epic',
  'sub-task': 'sub-task',
  deleted: 'deleted issue',
};

/** What a list is: "12 issues count in issue cycle time in the week of 10 Aug 2026". */
export function issueListFinding(
  question: IssuesQuestion,
  { count: all, running }: Pick<Page, 'count' | 'running'>,
): string {
  const { week, leftOut, linked, q, id } = question.asked;
  if (id !== null) return all === 0 ? 'No such issue' : 'One issue';
  const them = count(all, leftOut === null || leftOut === 'no-value' ? 'issue' : NOUNS[leftOut]);
  const titled = q === null ? '' : ` with “${q}” in the key or title`;
  const links =
    linked === null ? '' : linked === 'yes' ? ' named by a pull request' : ' named by no pull request';
  const now = week === null && running > 0 ? `, ${number(running)} of them in the running week` : '';
  return them + titled + links + whatTheyAre(question, all === 1) + when(question) + now;
}

function whatTheyAre({ asked, metric }: IssuesQuestion, one: boolean): string {
  const { state, leftOut, by } = asked;
  const name = metric === null ? '' : inSentence(metric.definition.name);
  if (leftOut === 'no-value') return ` without a value in ${name}`;
  if (state === 'left-out') return ' left out of every measure';
  if (state === 'in-progress') return one ? ' is in progress' : ' are in progress';
  if (state === 'open') return one ? ' is open' : ' are open';
  if (state === 'declined') return ' closed without delivery';
  if (leftOut === null && metric?.of === 'open') return one ? ' was in progress' : ' were in progress';
  if (leftOut === null && metric !== null) return one ? ` counts in ${name}` : ` count in ${name}`;
  return by === 'merge' || state === 'finished' ? ' finished' : ' created';
}

/** In which week, or since when. What is open is so now. */
function when({ asked, metric, span }: IssuesQuestion): string {
  const { week, state } = asked;
  if (week !== null) {
    const at = metric?.of === 'open' && state === null ? 'at the end of' : 'in';
    return ` ${at} the week of ${calendarDate(week)}`;
  }
  if (state === 'open' || state === 'in-progress' || span === null) return '';
  const from = calendarDate(weekLabel(span.from));
  if (span.to === span.end) return ` since ${from}`;
  return ` from ${from} to ${calendarDate(weekLastDay(span.to))}`;
}
