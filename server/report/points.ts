import type { Point } from '../contract/series.ts';
import type { Metric } from '../metrics/definition.ts';
import {
  type Measurement,
  measure,
  measurePerPerson,
  measureShare,
  measureSums,
} from '../metrics/measure.ts';
import type { WeeklyItems } from '../metrics/weekly-items.ts';
import { type Week, weekLabel } from '../model/week.ts';
import { itemWords } from './item-words.ts';
import type { Question } from './question.ts';
import type { Roster } from './roster.ts';
import type { Span } from './span.ts';

/** What an answer is made of. */
export type Found = {
  items: WeeklyItems;
  /** Null where nobody is on a roster, or the question does not ask for one. */
  roster: Roster | null;
  /** The week before which all that was merged has been followed for as long as the metric needs; none where it needs nothing. */
  settled?: Week;
  /** Whether what was opened in a week has not been followed for as long as three quarters of it take. */
  isYoung(week: Week): boolean;
};

/** One point a week, the running one last. */
export function weeklyPoints(question: Question, found: Found, { from, end, to }: Span): Point[] {
  const weeks = Array.from({ length: to - from + 1 }, (_, week) => from + week);
  return weeks.map((week) =>
    pointOf(week, question.metric, measured(question, found, week, week), found, week === end),
  );
}

/** What the question's metric says of all items of some weeks taken together. */
export function measured(
  { metric, view }: Question,
  { items, roster, settled = Number.POSITIVE_INFINITY }: Found,
  from: Week,
  to: Week,
): Measurement {
  const n = items.measured(from, to);
  if (to >= settled) return n === 0 ? { state: 'empty', n } : { state: 'not-reached', n };
  if (metric.kind === 'count' && metric.perPerson) {
    const weeks = Array.from({ length: to - from + 1 }, (_, week) => from + week);
    return measurePerPerson(
      metric,
      weeks.map((week) => ({ people: roster?.people(week) ?? 0, n: items.measured(week, week) })),
    );
  }
  if (metric.kind === 'count' && metric.share === true) {
    return measureShare(metric, items.noted(from, to), n);
  }
  if (metric.kind === 'count' && metric.sums !== undefined) {
    return measureSums(metric, { ...items.sums(from, to), per: metric.sums.per }, n);
  }
  return measure(metric, view.stat, n, (probabilities) => items.quantiles(from, to, probabilities));
}

/** Pull requests or issues of some weeks, whether they take part in the metric or not. */
export function allOf({ definition }: Metric, items: WeeklyItems, from: Week, to: Week): number {
  return itemWords(definition).leftOut.reduce(
    (all, { reason }) => all + items.leftOut(reason, from, to),
    items.measured(from, to) + items.withoutValue(from, to),
  );
}

/** Throws on a value that is no finite number: it would be a fault of ours, and must not be drawn. */
export function pointOf(
  week: Week,
  metric: Metric,
  measurement: Measurement,
  { items, roster, isYoung }: Found,
  running: boolean,
): Point {
  const shown = measurement.state === 'value' ? measurement : null;
  const point: Point = {
    week: weekLabel(week),
    state: measurement.state,
    value: shown?.value ?? null,
    low: shown?.middleHalf?.low ?? null,
    high: shown?.middleHalf?.high ?? null,
    n: items.measured(week, week),
    open: items.waiting(week, week),
    of: allOf(metric, items, week, week),
    people: roster?.people(week) ?? null,
    young: isYoung(week),
    running,
  };
  for (const number of [point.value, point.low, point.high]) {
    if (number !== null && !Number.isFinite(number)) throw new Error(`${point.week} is ${number}`);
  }
  return point;
}
