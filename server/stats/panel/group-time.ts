import { cannot, type OrCannot } from '../cannot.ts';
import { at, of } from '../numbers.ts';
import { isAlwaysTreated, isComplete, NEVER, outcomeAt, type Panel, panelWith, unitsOf } from './panel.ts';

export type GroupTimeOptions = {
  /** Compared with those that never start, or with all that have not started yet. */
  readonly control: 'never' | 'not yet';
  /** Before the start: each period with the one before it, or all with the last one before the start. */
  readonly base: 'varying' | 'universal';
};

/** The effect on the cohort that starts in `cohort`, in `period`. */
export type GroupTimeCell = {
  readonly cohort: number;
  readonly period: number;
  readonly att: number;
  readonly treated: number;
  readonly control: number;
  /** Of each unit; null in the base period of 'universal', which is zero by definition. */
  readonly influence: Float64Array | null;
};

export type GroupTime = {
  /** The units used, by their number in the panel given. */
  readonly units: readonly number[];
  readonly starts: readonly number[];
  readonly cohorts: readonly number[];
  readonly cells: readonly GroupTimeCell[];
  readonly alwaysTreated: readonly number[];
  /** Units with a missing period: a partial one would silently be another estimator, so they are dropped and named. */
  readonly incomplete: readonly number[];
};

/**
 * Callaway and Sant'Anna (2021) without covariates: ATT(g, t) = mean(Y_t - Y_b | G = g) - mean(Y_t - Y_b | C), b = g - 1 from the start on.
 * Without a unit that never starts the last cohort is the comparison, and periods from its start on are not estimated.
 */
export function groupTime(panel: Panel, options: GroupTimeOptions): OrCannot<GroupTime> {
  const alwaysTreated = unitsOf(panel).filter((unit) => isAlwaysTreated(panel, unit));
  const rest = unitsOf(panel).filter((unit) => !isAlwaysTreated(panel, unit));
  const units = rest.filter((unit) => isComplete(panel, unit));
  const incomplete = rest.filter((unit) => !isComplete(panel, unit));
  if (units.length === 0)
    return cannot(incomplete.length === 0 ? 'no periods before' : 'too few observations');
  const used = panelWith(panel, units);
  const starts = units.map((unit) =>
    at(panel.starts, unit) < panel.periods ? at(panel.starts, unit) : NEVER,
  );
  const someNever = starts.includes(NEVER);
  if (!someNever && options.control === 'never') return cannot('no comparison units');
  const last = someNever ? used.periods : Math.max(...starts);
  const cohorts = [...new Set(starts.filter((start) => start < last))].sort((a, b) => a - b);
  if (cohorts.length === 0) return cannot('no treated units');
  const cells = cohorts.flatMap((cohort) => {
    const first = options.base === 'varying' ? 1 : 0;
    return Array.from({ length: last - first }, (_, index) =>
      cellOf(used, starts, options, cohort, first + index),
    );
  });
  return { units, starts, cohorts, cells, alwaysTreated, incomplete };
}

function cellOf(
  panel: Panel,
  starts: readonly number[],
  { control, base }: GroupTimeOptions,
  cohort: number,
  period: number,
): GroupTimeCell {
  const from = base === 'universal' || period >= cohort ? cohort - 1 : period - 1;
  const later = Math.max(period, from);
  const isTreated = starts.map((start) => start === cohort);
  const isControl = starts.map(
    (start) => start === NEVER || (control === 'not yet' && start > later && start !== cohort),
  );
  const change = starts.map((_, unit) => outcomeAt(panel, unit, period) - outcomeAt(panel, unit, from));
  const ofTreated = averaged(change, isTreated);
  const ofControl = averaged(change, isControl);
  const n = starts.length;
  const influence = Float64Array.from({ length: n }, (_, unit) => {
    const own = of(isTreated, unit) ? (n / ofTreated.count) * (of(change, unit) - ofTreated.mean) : 0;
    return of(isControl, unit) ? own - (n / ofControl.count) * (of(change, unit) - ofControl.mean) : own;
  });
  const isBase = period === from;
  return {
    cohort,
    period,
    att: isBase ? 0 : ofTreated.mean - ofControl.mean,
    treated: ofTreated.count,
    control: ofControl.count,
    influence: isBase ? null : influence,
  };
}

function averaged(values: readonly number[], chosen: readonly boolean[]): { mean: number; count: number } {
  let [total, count] = [0, 0];
  values.forEach((value, index) => {
    if (!of(chosen, index)) return;
    total += value;
    count++;
  });
  return { mean: total / count, count };
}

/** Analytic standard error from an influence function, clustered by unit: sqrt(mean(psi^2) / n). */
export function influenceError(influence: Float64Array): number {
  return Math.sqrt(influence.reduce((total, value) => total + value ** 2, 0)) / influence.length;
}
