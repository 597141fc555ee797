import { type Week, weekLabel, weekOfDate } from '../../model/week.ts';
import { calendarDate } from '../../words/date.ts';
import type { Question } from '../question.ts';
import type { Span } from '../span.ts';
import type { Warning } from '../warnings.ts';

/** Some full weeks taken together; `to` included. */
export type Part = { part: 'whole' | 'before' | 'after'; from: Week; to: Week };

export type Parting = {
  /** One, the whole window; or two, before and after the day that was chosen. */
  parts: readonly Part[];
  warnings: Warning[];
};

/** How a question parts the full weeks of its window; a day that leaves one side without any parts nothing, and is said to. */
export function partingOf({ view }: Question, span: Span): Parting {
  const last = span.end - 1;
  const whole: Part[] = [{ part: 'whole', from: span.from, to: last }];
  if (view.since === null) return { parts: whole, warnings: [] };
  const since = weekOfDate(view.since);
  if (since > span.from && since <= last) {
    const parts: Part[] = [
      { part: 'before', from: span.from, to: since - 1 },
      { part: 'after', from: since, to: last },
    ];
    return { parts, warnings: [] };
  }
  const message = `${calendarDate(view.since)} has no full week of this window on both sides, so it parts nothing. The window begins on ${calendarDate(weekLabel(span.from))}.`;
  return { parts: whole, warnings: [{ code: 'since-outside-window', message }] };
}

export function weeksOf({ from, to }: Part): number {
  return to - from + 1;
}
