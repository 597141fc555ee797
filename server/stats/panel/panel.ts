import { at, type Numbers } from '../numbers.ts';

/** The start of a unit that never starts. */
export const NEVER = Number.POSITIVE_INFINITY;

/**
 * Teams by periods of four weeks. `outcome` is units x periods, row by row, e.g. mean log hours of what was opened in the period; NaN
 * where a team had nothing. `starts` is the period (from 0) of each team's start: treated from it on; 0 or less is treated always,
 * NEVER never. Starts are dates of being enabled, never of first use: dating a start by activity makes an effect of its own.
 */
export type Panel = {
  readonly units: number;
  readonly periods: number;
  readonly outcome: Numbers;
  readonly starts: Numbers;
};

export type PanelRows = {
  readonly unit: Numbers;
  readonly period: Numbers;
  /** The period in which the row's unit starts, 0 or NEVER for one that never does; on the same count as `period`. */
  readonly start: Numbers;
  readonly outcome: Numbers;
};

/** A panel from one row per unit and period, and the labels of its units and periods in ascending order. */
export function panelOf(rows: PanelRows): { panel: Panel; unitLabels: number[]; periodLabels: number[] } {
  const labelsOf = (values: Numbers) => [...new Set(Array.from(values))].sort((a, b) => a - b);
  const [unitLabels, periodLabels] = [labelsOf(rows.unit), labelsOf(rows.period)];
  const [units, periods] = [unitLabels.length, periodLabels.length];
  const unitOf = new Map(unitLabels.map((label, unit) => [label, unit]));
  const periodOf = new Map(periodLabels.map((label, period) => [label, period]));
  const outcome = new Float64Array(units * periods).fill(Number.NaN);
  const starts = new Float64Array(units).fill(NEVER);
  for (let row = 0; row < rows.unit.length; row++) {
    const unit = unitOf.get(at(rows.unit, row)) ?? -1;
    outcome[unit * periods + (periodOf.get(at(rows.period, row)) ?? -1)] = at(rows.outcome, row);
    const start = at(rows.start, row);
    // A start between two periods that are there counts from the next one.
    const first = periodLabels.findIndex((label) => label >= start);
    if (start > 0 && start < NEVER) starts[unit] = first < 0 ? NEVER : first;
  }
  return { panel: { units, periods, outcome, starts }, unitLabels, periodLabels };
}

export function outcomeAt({ outcome, periods }: Panel, unit: number, period: number): number {
  return at(outcome, unit * periods + period);
}

export function isAlwaysTreated(panel: Panel, unit: number): boolean {
  return at(panel.starts, unit) <= 0;
}

export function isComplete(panel: Panel, unit: number): boolean {
  for (let period = 0; period < panel.periods; period++) {
    if (Number.isNaN(outcomeAt(panel, unit, period))) return false;
  }
  return true;
}

/** The panel of these units alone, in this order. */
export function panelWith(panel: Panel, kept: readonly number[]): Panel {
  const { periods } = panel;
  const whole = panel.outcome instanceof Float64Array ? panel.outcome : Float64Array.from(panel.outcome);
  const outcome = new Float64Array(kept.length * periods);
  kept.forEach((unit, row) => {
    outcome.set(whole.subarray(unit * periods, (unit + 1) * periods), row * periods);
  });
  const starts = kept.map((unit) => at(panel.starts, unit));
  return { units: kept.length, periods, outcome, starts };
}

export function unitsOf(panel: Panel): number[] {
  return Array.from({ length: panel.units }, (_, unit) => unit);
}
