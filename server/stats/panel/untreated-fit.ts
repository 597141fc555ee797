import { at } from '../numbers.ts';
import { solveSymmetric } from '../regression/symmetric-solve.ts';
import { outcomeAt, type Panel } from './panel.ts';

/** What outcomes would have been: unit and period effects of untreated cells only. */
export type UntreatedFit = {
  readonly period: Float64Array;
  /** Coefficients of the leads, in the order asked for. */
  readonly leads: Float64Array;
  /** a_i of each unit; NaN for one without an untreated cell, and for the one that is left out. */
  readonly level: Float64Array;
  /** Which connected part each period is in, and each unit: a_i + l_t is told where they are in the same. */
  readonly part: Int32Array;
  readonly home: Int32Array;
  /** a_i + l_t of a cell, or null where unit and period are not connected by untreated cells. */
  expected(unit: number, period: number): number | null;
};

/** Fits without one unit, or with all (null); null when the leads cannot be told from the effects. */
export type UntreatedFits = (leftOut: number | null) => UntreatedFit | null;

type Unit = { readonly periods: readonly number[]; readonly mean: number };

/**
 * Least squares of Y_it = a_i + l_t (+ sum over leads of d_e 1{t - start = e}) on untreated cells. The units are absorbed: each adds
 * Z_i'(I - 11'/n_i)Z_i to one system of the size of the periods and leads, so leaving one out is taking its part away, not
 * another pass over the panel. Connected parts are told by how often two periods share a unit, counted exactly.
 */
export function untreatedFits(panel: Panel, leads: readonly number[] = []): UntreatedFits {
  const size = panel.periods + leads.length;
  const units = Array.from({ length: panel.units }, (_, unit) => untreated(panel, unit));
  const total = { system: new Float64Array(size * size), right: new Float64Array(size) };
  const together = new Int32Array(panel.periods * panel.periods);
  const add = (
    unit: number,
    sign: 1 | -1,
    to: { system: Float64Array; right: Float64Array },
    shared: Int32Array,
  ) => {
    const { periods, mean } = units[unit] ?? { periods: [], mean: 0 };
    const share = sign / periods.length;
    const columns = periods.map((period) => {
      const lead = leads.indexOf(period - at(panel.starts, unit));
      return lead < 0 ? [period] : [period, panel.periods + lead];
    });
    const all = columns.flat();
    columns.forEach((own, index) => {
      const deviation = sign * (outcomeAt(panel, unit, periods[index] ?? -1) - mean);
      for (const one of own) {
        to.right[one] = at(to.right, one) + deviation;
        for (const other of own) to.system[one * size + other] = at(to.system, one * size + other) + sign;
      }
    });
    for (const one of all) {
      for (const other of all) to.system[one * size + other] = at(to.system, one * size + other) - share;
    }
    for (const one of periods) {
      for (const other of periods) {
        const place = one * panel.periods + other;
        shared[place] = at(shared, place) + sign;
      }
    }
  };
  for (let unit = 0; unit < panel.units; unit++) add(unit, 1, total, together);

  return (leftOut) => {
    const own = { system: total.system.slice(), right: total.right.slice() };
    const shared = together.slice();
    if (leftOut !== null) add(leftOut, -1, own, shared);
    const part = partsOf(shared, panel.periods);
    pin(part, own, size);
    const solution = solveSymmetric(own.system, own.right);
    if (solution === null) return null;
    const period = solution.subarray(0, panel.periods);
    const level = Float64Array.from(units, ({ periods, mean }, unit) => {
      if (periods.length === 0 || unit === leftOut) return Number.NaN;
      return periods.reduce((left, one) => left - at(period, one) / periods.length, mean);
    });
    const home = Int32Array.from(units, ({ periods: [first] }) =>
      first === undefined ? -1 : at(part, first),
    );
    return {
      ...{ period, level, part, home },
      leads: solution.subarray(panel.periods),
      expected: (unit, when) => {
        const told = !Number.isNaN(at(level, unit)) && at(part, when) === at(home, unit);
        return told ? at(level, unit) + at(period, when) : null;
      },
    };
  };
}

function untreated(panel: Panel, unit: number): Unit {
  const periods: number[] = [];
  let total = 0;
  for (let period = 0; period < Math.min(panel.periods, at(panel.starts, unit)); period++) {
    const outcome = outcomeAt(panel, unit, period);
    if (Number.isNaN(outcome)) continue;
    periods.push(period);
    total += outcome;
  }
  return { periods, mean: periods.length === 0 ? 0 : total / periods.length };
}

/** The connected part of each period, by its first period; a period without untreated cells is a part of its own, -1 - period. */
function partsOf(shared: Int32Array, periods: number): Int32Array {
  const part = Int32Array.from({ length: periods }, (_, period) => -1 - period);
  for (let first = 0; first < periods; first++) {
    if (at(part, first) >= 0 || at(shared, first * periods + first) === 0) continue;
    const open = [first];
    part[first] = first;
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      for (let other = 0; other < periods; other++) {
        if (at(part, other) >= 0 || at(shared, one * periods + other) === 0) continue;
        part[other] = first;
        open.push(other);
      }
    }
  }
  return part;
}

/** Sets the effect of the first period of each part to zero. */
function pin(
  part: Int32Array,
  { system, right }: { system: Float64Array; right: Float64Array },
  size: number,
) {
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
