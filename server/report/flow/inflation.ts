import type { Point } from '../../contract/series.ts';
import type { View } from '../../contract/view.ts';
import { amountPair } from '../../words/amount.ts';
import { number } from '../../words/number.ts';
import type { Held } from '../live.ts';
import { seriesAnswer } from '../series.ts';

/** Weeks that are set beside as many before them. */
const WEEKS = 12;
/** A change of a tenth or less is none here. */
const CHANGE = 0.1;
/** So many standard errors of the difference of two means lie beyond chance, about one time in twenty. */
const BEYOND = 2;

/**
 * "Pull requests are up, and issues finished are not, and pull requests are smaller": said where the last twelve full weeks have more
 * merged pull requests than the twelve before by more than a tenth and beyond what weeks differ by anyhow, while issues finished rose by
 * a tenth at most or within that, and half of the pull requests stay under a size smaller by more than a tenth. Null: not so, or
 * too little is known.
 */
export function inflationOf(held: Held, { team }: View): string | null {
  const view: View = { window: '26w', by: 'merge', ...(team === undefined ? {} : { team }) };
  const work = weeksOf(held, 'merged-pull-requests', view);
  const issues = weeksOf(held, 'issues-finished', view);
  const sizes = weeksOf(held, 'batch-size', view);
  if (work === null || issues === null || sizes === null) return null;
  if (!isUp(work) || isUp(issues)) return null;
  const [small, large] = [middle(sizes.now), middle(sizes.before)];
  if (small === null || large === null || small >= (1 - CHANGE) * large) return null;
  const [now, before] = amountPair(small, large, 'lines');
  return `Pull requests are up and issues finished are not: ${number(sum(work.now))} merged in the last 12 full weeks and ${number(sum(work.before))} in the 12 before, ${number(sum(issues.now))} issues finished and ${number(sum(issues.before))} before. Pull requests are smaller as well (in the middle week half change at most ${now}; ${before} before). More pull requests are not more work here.`;
}

type Compared = { now: number[]; before: number[] };

/** The values of the last full weeks and of those before; null: not all are known. */
function weeksOf(held: Held, measure: string, view: View): Compared | null {
  const { points } = seriesAnswer(held, measure, view).data;
  const full = points.filter(({ running }: Point) => !running).slice(-2 * WEEKS);
  const values = full.flatMap(({ value }) => (value === null ? [] : [value]));
  if (full.length < 2 * WEEKS || values.length < full.length) return null;
  return { now: values.slice(WEEKS), before: values.slice(0, WEEKS) };
}

function isUp({ now, before }: Compared): boolean {
  const [is, was] = [mean(now), mean(before)];
  const error = Math.sqrt((variance(now) + variance(before)) / WEEKS);
  return is > (1 + CHANGE) * was && is - was > BEYOND * error;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function variance(values: readonly number[]): number {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1);
}

/** Between the two in the middle. */
function middle(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[values.length / 2 - 1], sorted[values.length / 2]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
