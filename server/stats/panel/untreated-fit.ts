import { at, of } from '../numbers.ts';
import { solveSymmetric } from '../regression/symmetric-solve.ts';
import { outcomeAt, type Panel, unitsOf } from './panel.ts';

/** What outcomes would have been: unit and period effects of untreated cells only. */
export type UntreatedFit = {
  readonly period: Float64Array;
  /** Coefficients of the leads, in the order asked for. */
  readonly leads: Float64Array;
  /** Which connected part each period is in. */
  readonly part: Int32Array;
  /** Of each unit: found when asked for, since whoever adds up many cells needs the effects of the periods alone. */
  levels(): Levels;
  /** a_i + l_t of a cell, or null where unit and period are not connected by untreated cells. */
  expected(unit: number, period: number): number | null;
};

export type Levels = {
  /** a_i; NaN for a unit without an untreated cell, and for the one that is left out. */
  readonly level: Float64Array;
  /** Which connected part each unit is in: a_i + l_t is told where they are in the same; -1 without an untreated cell. */
  readonly home: Int32Array;
};

/** Fits without one unit, or with all (null); null when the leads cannot be told from the effects. */
export type UntreatedFits = (leftOut: number | null) => UntreatedFit | null;

/** The periods of a unit's untreated cells, and the mean of their outcomes. */
export type UntreatedCells = { readonly periods: Int32Array; readonly mean: number };

type Sums = { system: Float64Array; right: Float64Array; together: Int32Array };

/**
 * Least squares of Y_it = a_i + l_t (+ sum over leads of d_e 1{t - start = e}) on untreated cells. The units are absorbed: each adds
 * Z_i'(I - 11'/n_i)Z_i to one system of the size of the periods and leads, so leaving one out is taking its part away, not
 * another pass over the panel. Connected parts are told by how often two periods share a unit, counted exactly.
 */
export function untreatedFits(panel: Panel, leads: readonly number[] = []): UntreatedFits {
  const size = panel.periods + leads.length;
  const units = unitsOf(panel).map((unit) => untreatedCells(panel, unit));
  const total: Sums = {
    system: new Float64Array(size * size),
    right: new Float64Array(size),
    together: new Int32Array(panel.periods * panel.periods),
  };
  const add = (unit: number, sign: 1 | -1, { system, right, together }: Sums) => {
    const { periods, mean } = of(units, unit);
    const leadOf = (period: number) => leads.indexOf(period - at(panel.starts, unit));
    const all: number[] = [];
    for (const period of periods) {
      const deviation = sign * (outcomeAt(panel, unit, period) - mean);
      const lead = leads.length === 0 ? -1 : leadOf(period);
      const own = lead < 0 ? [period] : [period, panel.periods + lead];
      for (const one of own) {
        right[one] = at(right, one) + deviation;
        for (const other of own) system[one * size + other] = at(system, one * size + other) + sign;
      }
      all.push(...own);
      for (const other of periods) {
        const place = period * panel.periods + other;
        together[place] = at(together, place) + sign;
      }
    }
    const share = sign / periods.length;
    for (const one of all) {
      for (const other of all) system[one * size + other] = at(system, one * size + other) - share;
    }
  };
  for (const unit of unitsOf(panel)) add(unit, 1, total);

  return (leftOut) => {
    const own: Sums = {
      system: total.system.slice(),
      right: total.right.slice(),
      together: total.together.slice(),
    };
    if (leftOut !== null) add(leftOut, -1, own);
    const part = partsOf(own.together, panel.periods);
    pin(part, own, size);
    const solution = solveSymmetric(own.system, own.right);
    if (solution === null) return null;
    const period = solution.subarray(0, panel.periods);
    let known: Levels | null = null;
    const levels = () => {
      known ??= levelsOf(units, leftOut, period, part);
      return known;
    };
    return {
      ...{ period, part, levels },
      leads: solution.subarray(panel.periods),
      expected: (unit, when) => {
        const { level, home } = levels();
        const told = !Number.isNaN(at(level, unit)) && at(part, when) === at(home, unit);
        return told ? at(level, unit) + at(period, when) : null;
      },
    };
  };
}

function levelsOf(
  units: readonly UntreatedCells[],
  leftOut: number | null,
  period: Float64Array,
  part: Int32Array,
): Levels {
  const level = Float64Array.from(units, ({ periods, mean }, unit) => {
    if (periods.length === 0 || unit === leftOut) return Number.NaN;
    return periods.reduce((left, one) => left - at(period, one) / periods.length, mean);
  });
  const home = Int32Array.from(units, ({ periods: [first] }) => (first === undefined ? -1 : at(part, first)));
  return { level, home };
}

export function untreatedCells(panel: Panel, unit: number): UntreatedCells {
  const periods: number[] = [];
  let total = 0;
  for (let period = 0; period < Math.min(panel.periods, at(panel.starts, unit)); period++) {
    const outcome = outcomeAt(panel, unit, period);
    if (Number.isNaN(outcome)) continue;
    periods.push(period);
    total += outcome;
  }
  return { periods: Int32Array.from(periods), mean: periods.length === 0 ? 0 : total / periods.length };
}

/** The connected part of each period, by its first period; a period without untreated cells is a part of its own, -1 - period. */
function partsOf(together: Int32Array, periods: number): Int32Array {
  const part = Int32Array.from({ length: periods }, (_, period) => -1 - period);
  for (let first = 0; first < periods; first++) {
    if (at(part, first) >= 0 || at(together, first * periods + first) === 0) continue;
    const open = [first];
    part[first] = first;
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      for (let other = 0; other < periods; other++) {
        if (at(part, other) >= 0 || at(together, one * periods + other) === 0) continue;
        part[other] = first;
        open.push(other);
      }
    }
  }
  return part;
}

/** Sets the effect of the first period of each part to zero. */
function pin(part: Int32Array, { system, right }: Sums, size: number) {
  part.forEach((first, period) => {
    if (first >= 0 && first !== period) return;
    for (let other = 0; other < size; other++) {
      system[period * size + other] = 0;
      system[other * size + period] = 0;
    }
    system[period * size + period] = 1;
    right[period] = 0;
  });
}
