import { type Cannot, cannot, isCannot, type OrCannot } from '../../stats/cannot.ts';
import { type Compared, failedGates, GATES, type Gate } from '../../stats/decision/gates.ts';
import type { Findings } from '../../stats/decision/verdict-rule.ts';
import { type Estimate, estimateOf } from '../../stats/inference/estimate.ts';
import { jackknifeOne } from '../../stats/inference/jackknife.ts';
import { at, mean, of } from '../../stats/numbers.ts';
import { groupTimeJackknife } from '../../stats/panel/group-time-jackknife.ts';
import { type Imputation, imputation } from '../../stats/panel/imputation.ts';
import { NEVER, outcomeAt, type Panel, panelWith, unitsOf } from '../../stats/panel/panel.ts';
import { type PreTrend, preTrend } from '../../stats/panel/pre-trend.ts';
import { ALL, EARLY, LATE, LATE_LESS_EARLY, type Target } from '../../stats/panel/targets.ts';

/** A panel that has been cut to where teams are left to compare with. */
export type Comparable = {
  panel: Panel;
  /** Its teams, by their place among all. */
  kept: readonly number[];
  compared: Compared;
  failed: readonly Gate[];
  isLog: boolean;
};

/** A team takes part with so many untreated periods. */
const FEWEST_PERIODS = 3;

/**
 * A panel made ready: teams without enough periods before are left out, and periods at the end in which too few teams are left that
 * have not started. Where that leaves no comparison it is the whole one, with the gates that fail.
 */
export function comparable(whole: Panel, isLog = true): Comparable {
  const kept = unitsOf(whole).filter((unit) => untreatedCells(whole, unit) >= FEWEST_PERIODS);
  const all = panelWith(whole, kept);
  const counted = (panel: Panel): Comparable => {
    const compared = countsOf(panel);
    return { panel, kept, compared, failed: failedGates(compared), isLog };
  };
  for (let periods = all.periods; periods > 0; periods--) {
    const found = counted(periods === all.periods ? all : cutTo(all, periods));
    if (found.failed.length === 0) return found;
  }
  return counted(all);
}

function untreatedCells(panel: Panel, unit: number): number {
  let cells = 0;
  for (let period = 0; period < Math.min(panel.periods, at(panel.starts, unit)); period++) {
    if (!Number.isNaN(outcomeAt(panel, unit, period))) cells += 1;
  }
  return cells;
}

/** The same with its first periods alone. */
export function cutTo(panel: Panel, periods: number): Panel {
  const outcome = new Float64Array(panel.units * periods);
  for (let unit = 0; unit < panel.units; unit++) {
    for (let period = 0; period < periods; period++) {
      outcome[unit * periods + period] = outcomeAt(panel, unit, period);
    }
  }
  const starts = Float64Array.from({ length: panel.units }, (_, unit) => {
    const start = at(panel.starts, unit);
    return start < periods ? start : NEVER;
  });
  return { units: panel.units, periods, outcome, starts };
}

function countsOf(panel: Panel): Compared {
  const starts = Array.from(panel.starts).filter((start) => start < NEVER);
  const first = Math.min(panel.periods, ...starts);
  return {
    teams: panel.units,
    starters: starts.length,
    untreated: panel.units - starts.length,
    periodsBefore: first,
    periodsAfter: panel.periods - first,
  };
}

export type Comparison = Findings & {
  /** By periods since the start: those that can be told. */
  events: readonly { period: number; teams: number; estimate: Estimate }[];
  leads: PreTrend;
  /** The other method in full; it is what `other` tells the sign and t of. */
  crossCheck: OrCannot<Estimate>;
  /** Effects of single cells; null: none. */
  cells: Imputation['effects'];
};

/** Everything that the verdict's rule asks of a panel, as log ratios. */
export function comparison({ panel, failed, isLog }: Comparable): Comparison {
  const scale = isLog ? 'outcome' : 'percent';
  const longest = Math.max(
    0,
    ...Array.from(panel.starts, (start) => (start < NEVER ? panel.periods - start : 0)),
  );
  const events = Array.from(
    { length: longest },
    (_, event): Target => ({ mean: { from: event, to: event }, scale }),
  );
  const targets = [ALL, EARLY, LATE, LATE_LESS_EARLY].map((target): Target => ({ ...target, scale }));
  const found = imputation(panel, [...targets, ...events]);
  const estimates = isCannot(found) ? [...targets, ...events].map((): Cannot => found) : found.estimates;
  const logs = estimates.map((estimate) => (isLog ? estimate : logOf(estimate)));
  const cells = isCannot(found) ? [] : found.effects;
  const leads = preTrend(panel);
  const starts = Array.from(panel.starts);
  const hasNever = starts.filter((start) => start === NEVER).length >= GATES.untreated;
  const crossCheck = groupTimeJackknife(panel, { control: hasNever ? 'never' : 'not yet', base: 'varying' });
  return {
    failed,
    effect: of(logs, 0),
    early: of(logs, 1),
    late: of(logs, 2),
    // A difference of two percents stays one: only its sign is asked for.
    lateLessEarly: of(estimates, 3),
    lead: leads.mean,
    other: crossCheck,
    crossCheck: isLog ? crossCheck : cannot('not identified'),
    starters: plainChange(panel, true, isLog),
    others: plainChange(panel, false, isLog),
    leads,
    cells,
    events: logs.slice(targets.length).flatMap((estimate, period) => {
      if (isCannot(estimate)) return [];
      return [{ period, estimate, teams: cells.filter(({ event }) => event === period).length }];
    }),
  };
}

/** A percent of 0 to 100 with its error as a log ratio, by the delta method. */
export function logOf(percent: OrCannot<Estimate>): OrCannot<Estimate> {
  if (isCannot(percent)) return percent;
  const ratio = 1 + percent.value / 100;
  if (ratio <= 0) return cannot('no value above zero');
  return estimateOf(Math.log(ratio), percent.se / 100 / ratio, percent.df);
}

/**
 * Mean over teams of after less before: of those that start at their own start, of the others at the middle one of the starts.
 * Everything that has changed with time is in it.
 */
export function plainChange(panel: Panel, ofStarters: boolean, isLog = true): OrCannot<Estimate> {
  const starts = Array.from(panel.starts)
    .filter((start) => start < NEVER)
    .sort((one, other) => one - other);
  const middle = starts[Math.floor((starts.length - 1) / 2)];
  if (middle === undefined) return cannot('no treated units');
  const changes = unitsOf(panel).flatMap((unit) => {
    const start = at(panel.starts, unit);
    if (start < NEVER !== ofStarters) return [];
    const split = start < NEVER ? start : middle;
    const side = (from: number, to: number) => {
      const values = Array.from({ length: to - from }, (_, index) => outcomeAt(panel, unit, from + index));
      return values.filter((value) => !Number.isNaN(value));
    };
    const [before, after] = [side(0, split), side(split, panel.periods)];
    if (before.length === 0 || after.length === 0) return [];
    if (isLog) return [mean(after) - mean(before)];
    return mean(before) > 0 && mean(after) > 0 ? [Math.log(mean(after) / mean(before))] : [];
  });
  if (changes.length === 0) return cannot('an empty group');
  return jackknifeOne(changes.length, (leftOut) => mean(changes.filter((_, index) => index !== leftOut)));
}
