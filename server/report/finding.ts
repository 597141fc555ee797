import type { Statistic } from '../metrics/definition.ts';
import type { Measurement } from '../metrics/measure.ts';
import type { WeeklyItems } from '../metrics/weekly-items.ts';
import type { Week } from '../model/week.ts';
import { amount, amountPair } from '../words/amount.ts';
import { count } from '../words/number.ts';
import { measured } from './points.ts';
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
 * The figure's title: what the last 12 full weeks say, and the same number of the 12 before where both have enough.
 * It sets two numbers side by side and calls neither better: that would need a test.
 */
export function finding(question: Question, items: WeeklyItems, span: Span): string {
  const { first, from, running } = span;
  if (running <= first) return 'Too early to say: the first full week is not over';
  const recent = stretch(question, items, Math.max(first, running - COMPARED), running);
  if (recent.measurement.state === 'value') {
    // Data may begin in the middle of the first week, so that one is not compared with.
    const whole = running - 2 * COMPARED > first;
    const before = whole ? stretch(question, items, running - 2 * COMPARED, running - COMPARED) : null;
    return before?.measurement.state === 'value'
      ? compared(question, recent, recent.measurement.value, before.measurement.value)
      : said(question, recent, recent.measurement.value, `the last ${fullWeeks(recent)}`);
  }
  const shown = stretch(question, items, from, running);
  const { measurement } = shown;
  if (measurement.state === 'value') return said(question, shown, measurement.value, fullWeeks(shown));
  const pullRequests = `finished pull requests${shown.quality}`;
  return measurement.state === 'too-few'
    ? `Too few ${pullRequests} to say (${measurement.n} of ${measurement.needed} needed)`
    : `No ${pullRequests} in ${fullWeeks(shown)}`;
}

/** What is measured of the weeks from one up to, without, another, and what the items are called there. */
type Stretch = { weeks: number; measurement: Measurement; quality: string; subject: string };

function stretch(question: Question, items: WeeklyItems, from: Week, end: Week): Stretch {
  const { metric, view } = question;
  const lacking = items.withoutValue(from, end - 1);
  const measurement = measured(question, items, from, end - 1);
  const nearlyAll = measurement.n >= NEARLY_ALL * (measurement.n + lacking);
  const quality = metric.kind === 'count' || nearlyAll ? '' : ` ${metric.having}`;
  return {
    weeks: end - from,
    measurement,
    quality,
    subject: `${SHARE[view.stat]} of pull requests${quality}`,
  };
}

function fullWeeks({ weeks }: Stretch): string {
  return count(weeks, 'full week');
}

function compared(question: Question, stretch: Stretch, recent: number, before: number): string {
  const [now, then] = amountPair(recent, before, question.metric.definition.unit);
  const period = question.metric.kind === 'count' ? ' in the last 12 full weeks' : '';
  return `${sentence(question, stretch, now)}${period}; ${then} in the 12 weeks before`;
}

function said(question: Question, stretch: Stretch, value: number, weeks: string): string {
  return `${sentence(question, stretch, amount(value, question.metric.definition.unit))} in ${weeks}`;
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
    case 'batch-size':
      return `${subject} changed at most ${words}`;
  }
}
