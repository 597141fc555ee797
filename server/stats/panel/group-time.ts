import { cannot, type OrCannot } from '../cannot.ts';
import { at, of } from '../numbers.ts';
import { isAlwaysTreated, isComplete, NEVER, outcomeAt, type Panel, panelWith, unitsOf } from './panel.ts';

export type GroupTimeOptions = {
  /** Compared with those that never start, or with all that have not started yet. */
  readonly control: 'never' | 'not yet';
  /** Before the start: each period with the one before it, or all with the last one before the start. */
  readonly base: 'varying' | 'universal';
};

/** The effect on the cohort that starts in `cohort`, in `period`, against the period `from`. */
export type GroupTimeCell = {
  readonly cohort: number;
  readonly period: number;
  readonly from: number;
  readonly att: number;
  readonly treated: number;
  readonly control: number;
};

export type GroupTime = {
  /** The units used, by their number in the panel given. */
  readonly units: readonly number[];
  readonly starts: readonly number[];
  readonly cohorts: readonly number[];
  readonly cells: readonly GroupTimeCell[];
  /**
   * How each unit pulls on a cell, (n / n_g) 1{G = g} (dY_i - m_g) - (n / n_C) 1{C} (dY_i - m_C); zero for the base period of 'universal',
   * which is zero by definition.
   */
  influence(cell: GroupTimeCell): Float64Array;
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
  const first = options.base === 'varying' ? 1 : 0;
  const sums = sumsByCohort(used, starts);
  const cells = cohorts.flatMap((cohort) =>
    Array.from({ length: last - first }, (_, index) => cellOf(sums, options, cohort, first + index)),
  );
  const influence = (cell: GroupTimeCell) => influenceOf(used, starts, options, cell);
  return { units, starts, cohorts, cells, influence, alwaysTreated, incomplete };
}

/** Whether units of a start are compared with a cohort's change between two periods. */
function isControl(start: number, { control }: GroupTimeOptions, cohort: number, later: number): boolean {
  return start === NEVER || (control === 'not yet' && start > later && start !== cohort);
}

type CohortSums = { readonly count: number; readonly outcome: Float64Array };

type Sums = {
  readonly cohorts: ReadonlyMap<number, CohortSums>;
  /** Of all that start after each period, those that never start among them. */
  readonly startingAfter: readonly CohortSums[];
};

const NOBODY: CohortSums = { count: 0, outcome: new Float64Array(0) };

/** Sums of outcomes by period: all that a cell needs, so that leaving out a unit is cheap. */
function sumsByCohort(panel: Panel, starts: readonly number[]): Sums {
  const cohorts = new Map<number, { count: number; outcome: Float64Array }>();
  starts.forEach((start, unit) => {
    const own = cohorts.get(start) ?? { count: 0, outcome: new Float64Array(panel.periods) };
    cohorts.set(start, own);
    own.count += 1;
    for (let period = 0; period < panel.periods; period++) {
      own.outcome[period] = at(own.outcome, period) + outcomeAt(panel, unit, period);
    }
  });
  const startingAfter: CohortSums[] = [];
  let sum = cohorts.get(NEVER) ?? { count: 0, outcome: new Float64Array(panel.periods) };
  for (let period = panel.periods - 1; period >= 0; period--) {
    startingAfter[period] = sum;
    const own = cohorts.get(period);
    if (own === undefined) continue;
    sum = {
      count: sum.count + own.count,
      outcome: sum.outcome.map((value, when) => value + at(own.outcome, when)),
    };
  }
  return { cohorts, startingAfter };
}

function cellOf(
  { cohorts, startingAfter }: Sums,
  options: GroupTimeOptions,
  cohort: number,
  period: number,
): GroupTimeCell {
  const from = options.base === 'universal' || period >= cohort ? cohort - 1 : period - 1;
  const later = Math.max(period, from);
  const change = ({ count, outcome }: CohortSums) =>
    count === 0 ? 0 : at(outcome, period) - at(outcome, from);
  const own = cohorts.get(cohort) ?? NOBODY;
  const never = cohorts.get(NEVER) ?? NOBODY;
  const others = options.control === 'never' ? never : of(startingAfter, later);
  // A cohort that has not started yet is among those that start later.
  const itself = options.control === 'not yet' && cohort > later ? own : NOBODY;
  const control = others.count - itself.count;
  const ofControl = change(others) - change(itself);
  const att = period === from ? 0 : change(own) / own.count - ofControl / control;
  return { cohort, period, from, att, treated: own.count, control };
}

function influenceOf(
  panel: Panel,
  starts: readonly number[],
  options: GroupTimeOptions,
  { cohort, period, from, treated, control }: GroupTimeCell,
): Float64Array {
  const n = starts.length;
  const change = starts.map((_, unit) => outcomeAt(panel, unit, period) - outcomeAt(panel, unit, from));
  const side = starts.map((start) =>
    start === cohort ? 1 : isControl(start, options, cohort, Math.max(period, from)) ? -1 : 0,
  );
  const meanOf = (sign: number, count: number) =>
    change.reduce((sum, value, unit) => sum + (side[unit] === sign ? value : 0), 0) / count;
  const [ofTreated, ofControl] = [meanOf(1, treated), meanOf(-1, control)];
  return Float64Array.from(change, (value, unit) => {
    if (side[unit] === 1) return (n / treated) * (value - ofTreated);
    return side[unit] === -1 ? -(n / control) * (value - ofControl) : 0;
  });
}

/** Analytic standard error from an influence function, clustered by unit: sqrt(mean(psi^2) / n). */
export function influenceError(influence: Float64Array): number {
  return Math.sqrt(influence.reduce((total, value) => total + value ** 2, 0)) / influence.length;
}
