import type { Statistic } from '../metrics/definition.ts';
import type { Measurement } from '../metrics/measure.ts';
import { type Week, weekLastDay } from '../model/week.ts';
import { amount, amountPair } from '../words/amount.ts';
import { calendarDate } from '../words/date.ts';
import { count, number } from '../words/number.ts';
import { itemWords } from './item-words.ts';
import { type Found, measured } from './points.ts';
import type { Question } from './question.ts';
import type { Span } from './span.ts';

/** The weeks that a finding speaks of, and those just before that it names beside them. */
const COMPARED = 12;

const SHARE: Record<Statistic, string> = {
  p50: 'Half',
  p75: 'Three quarters',
  p85: '85 %',
};

/** With fewer of them measured than this, a sentence says which pull requests it is about. */
const NEARLY_ALL = 0.9;

/**
 * The figure's title: what the last 12 full weeks say, and the same number of the 12 before where both have enough; of open work,
 * what the end of the last full week says, and of that 12 weeks before. It sets two numbers side by side and calls neither
 * better: that would need a test.
 */
export function finding(question: Question, found: Found, span: Span): string {
  const { first, from, end } = span;
  if (end <= first) return 'Too early to say: the first full week is not over';
  const recent = stretch(question, found, comparedWeeks(question, span));
  if (recent.measurement.state === 'value') {
    const weeks = comparedBefore(question, span);
    const before = weeks === null ? null : stretch(question, found, weeks);
    return before?.measurement.state === 'value'
      ? compared(question, recent, span, before, [recent.measurement.value, before.measurement.value])
      : said(question, recent, recent.measurement.value, inLast(question, recent, span));
  }
  const shown = stretch(question, found, isStock(question) ? { from: end - 1, end } : { from, end });
  const { measurement } = shown;
  if (measurement.state === 'value') {
    return said(question, shown, measurement.value, `in ${count(shown.weeks, 'full week')}`);
  }
  if (measurement.state === 'not-reached') {
    const { items } = found;
    const [open, all] = [items.waiting(from, end - 1), items.measured(from, end - 1)];
    return `Too much is still open to say (${number(open)} of ${count(all, itemWords(question.metric.definition).noun)})`;
  }
  const some = `${kindOf(question)}${shown.quality}`;
  if (measurement.state === 'empty') return `No ${some} in ${count(shown.weeks, 'full week')}`;
  return question.metric.kind === 'count' && question.metric.perPerson
    ? `Fewer than ${measurement.needed} people on the roster: too few to say`
    : `Too few ${some} to say (${measurement.n} of ${measurement.needed} needed)`;
}

function kindOf({ metric }: Question): string {
  if (metric.definition.items === 'issues')
    return metric.of === 'open' ? 'issues in progress' : 'finished issues';
  return `${metric.of === 'open' ? 'open' : 'finished'} pull requests`;
}

/** What is measured of some weeks, and what the items are called there. */
type Stretch = { weeks: number; measurement: Measurement; quality: string; subject: string };

/** From a week up to, without, another. */
type Weeks = { from: Week; end: Week };

function isStock({ metric }: Question): boolean {
  return metric.of === 'open';
}

/** Of a window of its own no more than that. */
function manyCompared({ view }: Question, { from, end }: Span): number {
  return view.from === null && view.to === null ? COMPARED : Math.max(1, Math.min(COMPARED, end - from));
}

function comparedWeeks(question: Question, span: Span): Weeks {
  const { first, end } = span;
  const weeks = isStock(question) ? 1 : manyCompared(question, span);
  return { from: Math.max(first, end - weeks), end };
}

/** As many weeks before; data may begin in the middle of the first week, so that one is not compared with. */
function comparedBefore(question: Question, span: Span): Weeks | null {
  const { first, end } = span;
  const weeks = manyCompared(question, span);
  const from = isStock(question) ? end - 1 - COMPARED : end - 2 * weeks;
  return from <= first ? null : { from, end: isStock(question) ? from + 1 : end - weeks };
}

function stretch(question: Question, found: Found, { from, end }: Weeks): Stretch {
  const { metric, view } = question;
  const lacking = found.items.withoutValue(from, end - 1);
  const measurement = measured(question, found, from, end - 1);
  const nearlyAll = measurement.n >= NEARLY_ALL * (measurement.n + lacking);
  const quality = metric.having === undefined || isStock(question) || nearlyAll ? '' : ` ${metric.having}`;
  return {
    weeks: end - from,
    measurement,
    quality,
    subject: `${SHARE[view.stat]} of ${subjectOf(question)}${quality}`,
  };
}

function subjectOf({ metric }: Question): string {
  const { noun } = itemWords(metric.definition);
  if (metric.of === 'merged') return `${noun}s`;
  return metric.definition.items === 'issues' ? 'issues in progress' : `open ${noun}s`;
}

function compared(
  question: Question,
  recent: Stretch,
  span: Span,
  before: Stretch,
  values: [number, number],
): string {
  const { kind, definition } = question.metric;
  const [now, then] = amountPair(...values, definition.unit);
  if (isStock(question))
    return `${sentence(question, recent, now)} ${atLast(span)}; ${then} twelve weeks before`;
  // Without a word on it, it is of now.
  const period = kind === 'count' || span.to < span.end ? ` ${inLast(question, recent, span)}` : '';
  return `${sentence(question, recent, now)}${period}; ${then} in the ${count(before.weeks, 'week')} before`;
}

function inLast(question: Question, { weeks }: Stretch, span: Span): string {
  if (isStock(question)) return atLast(span);
  return span.to < span.end
    ? `in the ${count(weeks, 'week')} to ${lastDay(span)}`
    : `in the last ${count(weeks, 'full week')}`;
}

function atLast(span: Span): string {
  return span.to < span.end ? `at the end of ${lastDay(span)}` : 'at the end of the last full week';
}

/** Of a window that ends before the data do. */
function lastDay({ to }: Span): string {
  return calendarDate(weekLastDay(to));
}

function said(question: Question, stretch: Stretch, value: number, when: string): string {
  return `${sentence(question, stretch, amount(value, question.metric.definition.unit))} ${when}`;
}

/** Of what is under a minute it is true, and better English, that it is within a minute. */
function sentence({ metric }: Question, { subject, quality }: Stretch, words: string): string {
  const at = words === 'under a minute' ? 'a minute' : words;
  const only = quality !== '';
  switch (metric.definition.id) {
    case 'cycle-time':
      return `${subject} merged within ${at} of their first commit`;
    case 'time-to-merge':
      return `${subject} merged within ${at} of opening`;
    case 'coding-time':
      return `${subject} were ready for review within ${at} of their first commit`;
    case 'pickup-time':
      return `${subject} waited at most ${at} for ${only ? 'it' : 'a first human review'}`;
    case 'review-time':
      return `${subject} were in review for at most ${at}`;
    case 'merge-time':
      return `${subject} merged within ${at} of ${only ? 'it' : 'their last approval'}`;
    case 'deploy-time':
      return `${subject} ${only ? 'had it' : 'were deployed'} within ${at} of their merge`;
    case 'lead-time-for-changes':
      return `${subject} ${only ? 'had it' : 'were deployed'} within ${at} of their first commit`;
    case 'merged-pull-requests':
      return `${words.replace(/^0 /, 'No ')} merged`;
    case 'merged-per-person':
      return `${words} merged a week`;
    case 'work-in-progress':
      return `${words.replace(/^0 /, 'No ')} ${words === '1 pull request' ? 'was' : 'were'} open and ready`;
    case 'age-of-open-work':
      return `${subject} were at most ${at} old`;
    case 'batch-size':
      return `${subject} changed at most ${words}`;
    case 'issues-finished':
    case 'issues-finished-per-person':
      return `${words.replace(/^0 /, 'No ')} finished${metric.definition.id === 'issues-finished' ? '' : ' a week'}`;
    case 'issue-lead-time':
      return `${subject} were finished within ${at} of their creation`;
    case 'issue-cycle-time':
      return `${subject} were finished within ${at} of their start`;
    case 'flow-efficiency':
      return `${subject} were in hand for at most ${at} of the time from start to finish`;
    case 'issues-in-progress':
      return `${words.replace(/^0 /, 'No ')} ${words === '1 issue' ? 'was' : 'were'} in progress`;
    case 'age-of-issues-in-progress':
      return `${subject} had been so for at most ${at}`;
    case 'ai-marked-share':
      return `${words.charAt(0).toUpperCase()}${words.slice(1)} of merged pull requests ${words === '0 %' ? 'carried a mark of AI' : 'were AI-marked'}`;
    case 'ai-assisted-throughput':
      return `${words.replace(/^0 /, 'No ')} merged with a mark of AI`;
    case 'ai-line-share':
      return `${upper(words)} of added lines ${words === '1 %' ? 'was' : 'were'} by AI where git-ai tells`;
    case 'review-comments-per-100-lines':
      return `Reviewers wrote ${words}`;
    case 'review-time-per-100-lines':
      return `Review took ${words}`;
    case 'rework-share':
      return `${upper(words)} of new lines were changed again within 21 days`;
    default:
      return `${upper(words)} of ${metric.definition.items === 'issues' ? 'finished issues' : `merged pull requests${quality}`} ${happened(metric)}`;
  }
}

/** "were reverted within 21 days", "were of more than 400 lines" */
function happened(metric: Question['metric']): string {
  return `were ${metric.kind === 'count' ? (metric.noted?.what ?? 'counted') : metric.having}`;
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
