import type { ItemLeftOut } from '../../contract/items.ts';
import { weekLabel, weekLastDay } from '../../model/week.ts';
import { calendarDate } from '../../words/date.ts';
import { inSentence } from '../../words/in-sentence.ts';
import { count, number } from '../../words/number.ts';
import { WAITING } from '../flow/open-work.ts';
import { OPEN_AGES } from '../open-ages.ts';
import type { ItemsQuestion } from './items-question.ts';
import type { Page } from './page.ts';

const LEFT_OUT: Record<Exclude<ItemLeftOut, 'no-value'>, string> = {
  automation: 'opened by automation',
  'long-lived-branch': 'of long-lived branches',
  'back-port': 'that are back-ports',
  'direct-push': 'pushed without a pull request',
  'branch-merge': 'merged as a branch, without a pull request number',
};

type Counted = Pick<Page, 'count' | 'running'>;

/** What a list is: "12 pull requests count in pickup time in the week of 10 Aug 2026". */
export function listFinding(question: ItemsQuestion, { count: all, running }: Counted): string {
  const { week, leftOut, q, id } = question.asked;
  if (id !== null) return all === 0 ? 'No such pull request' : 'One pull request';
  const pushed = leftOut === 'direct-push' || leftOut === 'branch-merge';
  const them = pushed ? count(all, 'commit') : count(all, 'pull request');
  const titled = q === null ? '' : ` with “${q}” in the title`;
  const now = week === null && running > 0 ? `, ${number(running)} of them in the running week` : '';
  return them + titled + whatTheyAre(question, all === 1) + when(question) + now;
}

function whatTheyAre({ asked, metric }: ItemsQuestion, one: boolean): string {
  const { state, leftOut, by } = asked;
  const name = metric === null ? '' : inSentence(metric.definition.name);
  if (leftOut === 'no-value') return ` without a value in ${name}`;
  if (leftOut !== null) return ` ${LEFT_OUT[leftOut]}`;
  if (state === 'left-out') return ' left out of every measure';
  if (state === 'open') return openFor(asked, one) + waitingFor(asked);
  if (state === 'closed') return ' closed without a merge';
  if (metric?.of === 'open')
    return one ? ' was open and ready for review' : ' were open and ready for review';
  if (metric !== null) return one ? ` counts in ${name}` : ` count in ${name}`;
  return by === 'merge' || state === 'merged' ? ' merged' : ' opened';
}

/** " have been open for 2 to 4 weeks" */
function openFor({ age }: ItemsQuestion['asked'], one: boolean): string {
  const long = OPEN_AGES.find((band) => band.age === age);
  if (long === undefined) return one ? ' is open' : ' are open';
  return ` ${one ? 'has' : 'have'} been open for ${long.name.toLowerCase()}`;
}

function waitingFor({ waiting }: ItemsQuestion['asked']): string {
  const what = WAITING.find((one) => one.waiting === waiting);
  return what === undefined ? '' : `, ${what.words}`;
}

/** In which week, or since when. What is open is so now. */
function when({ asked, metric, span }: ItemsQuestion): string {
  const { week, state } = asked;
  if (week !== null) {
    const at = metric?.of === 'open' && state === null ? 'at the end of' : 'in';
    return ` ${at} the week of ${calendarDate(week)}`;
  }
  if (state === 'open' || span === null) return '';
  const from = calendarDate(weekLabel(span.from));
  if (span.to === span.end) return ` since ${from}`;
  return ` from ${from} to ${calendarDate(weekLastDay(span.to))}`;
}
