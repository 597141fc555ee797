import type { Matrix } from 'ml-matrix';
import { cannot, isCannot, type OrCannot } from '../cannot.ts';
import { at, type Numbers } from '../numbers.ts';
import { absorbedRegression } from './absorbed-regression.ts';
import type { Grouped } from './two-way-effects.ts';

export type CountModel = {
  /** Counts >= 0, one per row. */
  readonly counts: Numbers;
  readonly columns: readonly Numbers[];
  /** Exposure > 0 of each row, e.g. working days; the model is of counts per exposure. */
  readonly exposure: Numbers;
  readonly grouped: Grouped;
};

export type PoissonFit = {
  /** Log rate ratios, one per column. */
  readonly coefficients: readonly number[];
  readonly bread: Matrix;
  readonly freed: readonly Float64Array[];
  /** Expected counts; zero in rows that were dropped. */
  readonly expected: Float64Array;
  readonly deviance: number;
  /** Pearson's chi-square over the degrees of freedom: 1 for Poisson, more when counts vary more. */
  readonly dispersion: number;
  readonly rank: number;
  /** Units and periods without a single event: their effect is minus infinity and they tell nothing (separation). */
  readonly droppedUnits: readonly number[];
  readonly droppedPeriods: readonly number[];
};

const MOST_STEPS = 100;

/**
 * Poisson pseudo maximum likelihood with effects of units and periods absorbed, log E[count] = log exposure + x'b + a_i + l_t (Santos
 * Silva and Tenreyro 2006): only the mean must be right. Iteratively reweighted least squares, each step one weighted regression.
 */
export function poissonEffects(model: CountModel, start?: Numbers): OrCannot<PoissonFit> {
  const { counts, columns, exposure, grouped } = model;
  const used = withEvents(counts, grouped);
  const rows = counts.length;
  const isUsed = (row: number): boolean => at(used.weights, row) > 0;
  if (!used.weights.some((weight) => weight > 0)) return cannot('no value above zero');
  const linear = Float64Array.from({ length: rows }, (_, row) =>
    start !== undefined && at(start, row) > 0 ? Math.log(at(start, row)) : Math.log(at(counts, row) + 0.1),
  );
  const expected = new Float64Array(rows);
  const weights = new Float64Array(rows);
  const working = new Float64Array(rows);
  let deviance = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MOST_STEPS; step++) {
    for (let row = 0; row < rows; row++) {
      const mu = Math.exp(at(linear, row));
      expected[row] = isUsed(row) ? mu : 0;
      weights[row] = at(expected, row) * at(used.weights, row);
      working[row] = at(linear, row) - Math.log(at(exposure, row)) + (at(counts, row) - mu) / mu;
    }
    const fit = absorbedRegression(working, columns, { ...grouped, weights });
    if (isCannot(fit)) return fit;
    let next = 0;
    let moved = 0;
    for (let row = 0; row < rows; row++) {
      if (!isUsed(row)) continue;
      const fitted = at(working, row) - at(fit.residuals, row) + Math.log(at(exposure, row));
      moved = Math.max(moved, Math.abs(fitted - at(linear, row)));
      linear[row] = fitted;
      next += at(used.weights, row) * devianceOf(at(counts, row), Math.exp(fitted));
    }
    if (!Number.isFinite(next)) return cannot('not converged');
    const settled = moved < 1e-9 && Math.abs(next - deviance) <= 1e-12 * (next + 0.1);
    deviance = next;
    if (!settled) continue;
    const { rank } = fit.effects;
    const dispersion =
      pearson(counts, expected, used.weights) / (count(used.weights) - rank - columns.length);
    const { coefficients, bread, freed } = fit;
    const { droppedUnits, droppedPeriods } = used;
    return { coefficients, bread, freed, expected, deviance, dispersion, rank, droppedUnits, droppedPeriods };
  }
  return cannot('not converged');
}

function devianceOf(seen: number, mu: number): number {
  return 2 * ((seen > 0 ? seen * Math.log(seen / mu) : 0) - (seen - mu));
}

function pearson(counts: Numbers, expected: Float64Array, weights: Float64Array): number {
  let total = 0;
  for (let row = 0; row < weights.length; row++) {
    if (at(weights, row) > 0) {
      total += (at(weights, row) * (at(counts, row) - at(expected, row)) ** 2) / at(expected, row);
    }
  }
  return total;
}

function count(weights: Float64Array): number {
  return weights.filter((weight) => weight > 0).length;
}

/** Weights with the rows of units and periods without events set to zero, again and again until none is left. */
function withEvents(counts: Numbers, { units, periods, unitCount, periodCount, weights }: Grouped) {
  const kept = Float64Array.from({ length: counts.length }, (_, row) =>
    weights === undefined ? 1 : at(weights, row),
  );
  const droppedUnits: number[] = [];
  const droppedPeriods: number[] = [];
  for (;;) {
    const empty = [
      ...emptyOf(units, unitCount, counts, kept).map((unit) => ({ codes: units, unit, to: droppedUnits })),
      ...emptyOf(periods, periodCount, counts, kept).map((unit) => ({
        codes: periods,
        unit,
        to: droppedPeriods,
      })),
    ];
    if (empty.length === 0) return { weights: kept, droppedUnits, droppedPeriods };
    for (const { codes, unit, to } of empty) {
      to.push(unit);
      for (let row = 0; row < kept.length; row++) if (at(codes, row) === unit) kept[row] = 0;
    }
  }
}

/** Groups that have rows but no event in them. */
function emptyOf(codes: Numbers, groups: number, counts: Numbers, kept: Float64Array): number[] {
  const rows = new Uint8Array(groups);
  const events = new Float64Array(groups);
  for (let row = 0; row < kept.length; row++) {
    if (!(at(kept, row) > 0)) continue;
    rows[at(codes, row)] = 1;
    events[at(codes, row)] = at(events, at(codes, row)) + at(counts, row);
  }
  const found: number[] = [];
  rows.forEach((present, group) => {
    if (present === 1 && at(events, group) === 0) found.push(group);
  });
  return found;
}
