import { cannot, isCannot, type OrCannot } from '../cannot.ts';
import { type Estimate, estimateOf } from '../inference/estimate.ts';
import { at, type Numbers, of } from '../numbers.ts';
import { type Column, intercept } from '../regression/ordinary-least-squares.ts';
import { type Autoregressive, autoregressive } from './autoregressive-errors.ts';
import { type Counterfactual, counterfactual } from './counterfactual.ts';

export type InterruptedSeries = {
  readonly model: Autoregressive;
  readonly columns: readonly Column[];
  /** The step at the start, on the scale of the outcome. */
  readonly level: OrCannot<Estimate>;
  /** The change of the trend from the start on, per week. */
  readonly slope: OrCannot<Estimate>;
  readonly counterfactual: Counterfactual;
};

/** Weeks with which such a series is worth a look (STATISTICS (b)); fewer allow only before against after. */
export const ENOUGH_WEEKS = { before: 24, after: 12 };

/** The columns of a segmented regression: level and trend before, step and change of trend from `start` on, and what else is known. */
export function segments(weeks: Numbers, start: number, extra: readonly Column[] = []): Column[] {
  const column = (name: string, of: (week: number) => number): Column => ({
    name,
    values: Float64Array.from({ length: weeks.length }, (_, row) => of(at(weeks, row))),
  });
  return [
    intercept(weeks.length),
    column('week', (week) => week),
    column('post', (week) => (week >= start ? 1 : 0)),
    column('since', (week) => Math.max(0, week - start)),
    ...extra,
  ];
}

/**
 * Interrupted time series of one organisation without anyone to compare with: segmented regression with AR(1) errors by restricted
 * likelihood and t with effective-n degrees of freedom. `weeks` ascending whole numbers, gaps allowed; `outcome` e.g. mean log hours
 * of the week. `extra` holds holidays; no annual harmonics with less than two years. It says that the level moved at that time, and
 * never that something caused it.
 */
export function interruptedSeries(
  weeks: Numbers,
  outcome: Numbers,
  start: number,
  extra: readonly Column[] = [],
): OrCannot<InterruptedSeries> {
  const after = Array.from(weeks).flatMap((week, row) => (week >= start ? [row] : []));
  if (weeks.length === 0) return cannot('no observations');
  if (after.length === weeks.length) return cannot('no periods before');
  if (after.length < 3 || weeks.length - after.length < 3) return cannot('too few observations');
  const columns = segments(weeks, start, extra);
  const model = autoregressive({ outcome, columns, times: weeks });
  if (isCannot(model)) return model;
  const estimate = (name: string): OrCannot<Estimate> => {
    const index = columns.findIndex((column) => column.name === name);
    const variance = at(of(model.covariance, index), index);
    return estimateOf(at(model.coefficients, index), Math.sqrt(variance), model.df);
  };
  return {
    model,
    columns,
    level: estimate('post'),
    slope: estimate('since'),
    counterfactual: counterfactual(model, columns, ['post', 'since'], after),
  };
}

export type Placebo = { readonly start: number; readonly level: OrCannot<Estimate> };

/**
 * The same series before the true start, cut at dates when nothing happened: a step there is a false alarm. `starts` by default are
 * three dates that cut the weeks before into four equal parts.
 */
export function placeboDates(
  weeks: Numbers,
  outcome: Numbers,
  start: number,
  { extra = [], starts }: { extra?: readonly Column[]; starts?: readonly number[] } = {},
): Placebo[] {
  const before = Array.from(weeks).flatMap((week, row) => (week < start ? [row] : []));
  const kept = (values: Numbers): number[] => before.map((row) => at(values, row));
  const quarters = [0.25, 0.5, 0.75].flatMap((share) => {
    const row = before[Math.round(share * before.length)];
    return row === undefined ? [] : [at(weeks, row)];
  });
  return (starts ?? quarters).map((placebo) => {
    const columns = extra.map(({ name, values }) => ({ name, values: kept(values) }));
    const found = interruptedSeries(kept(weeks), kept(outcome), placebo, columns);
    return { start: placebo, level: isCannot(found) ? found : found.level };
  });
}
