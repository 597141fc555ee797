import type { Point } from '../contract/series.ts';
import { type Measurement, measure } from '../metrics/measure.ts';
import type { WeeklyItems } from '../metrics/weekly-items.ts';
import { type Week, weekLabel } from '../model/week.ts';
import type { Question } from './question.ts';
import type { Span } from './span.ts';

/** One point a week, the running one last. */
export function weeklyPoints(question: Question, items: WeeklyItems, { from, running }: Span): Point[] {
  const weeks = Array.from({ length: running - from + 1 }, (_, week) => from + week);
  return weeks.map((week) =>
    pointOf(week, measured(question, items, week, week), allMerged(items, week, week), week === running),
  );
}

/** What the question's metric says of all items of some weeks taken together. */
export function measured({ metric, view }: Question, items: WeeklyItems, from: Week, to: Week): Measurement {
  const quantiles = (probabilities: readonly number[]) => items.quantiles(from, to, probabilities);
  return measure(metric, view.stat, items.measured(from, to), quantiles);
}

/** Merged pull requests, whether they take part in the metric or not. */
export function allMerged(items: WeeklyItems, from: Week, to: Week): number {
  return (
    items.measured(from, to) +
    items.withoutValue(from, to) +
    items.leftOut('automation', from, to) +
    items.leftOut('long-lived-branch', from, to) +
    items.leftOut('back-port', from, to)
  );
}

/** Throws on a value that is no finite number: it would be a fault of ours, and must not be drawn. */
export function pointOf(week: Week, measurement: Measurement, of: number, running: boolean): Point {
  const shown = measurement.state === 'value' ? measurement : null;
  const point: Point = {
    week: weekLabel(week),
    state: measurement.state,
    value: shown?.value ?? null,
    low: shown?.middleHalf?.low ?? null,
    high: shown?.middleHalf?.high ?? null,
    n: measurement.n,
    of,
    running,
  };
  for (const number of [point.value, point.low, point.high]) {
    if (number !== null && !Number.isFinite(number)) throw new Error(`${point.week} is ${number}`);
  }
  return point;
}
