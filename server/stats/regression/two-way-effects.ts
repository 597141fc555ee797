import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { at, type Numbers } from '../numbers.ts';
import { components } from './components.ts';

/**
 * Rows that each belong to a unit (author, team) and a period (week, four weeks), with weights >= 0 (one where left out). A row of
 * weight zero is as if it were not there. For one way of grouping give every row the period 0.
 */
export type Grouped = {
  readonly units: Numbers;
  readonly periods: Numbers;
  readonly unitCount: number;
  readonly periodCount: number;
  readonly weights?: Numbers;
};

export type TwoWay = {
  /** Least-squares effects a_i + l_t of an outcome; one period of each connected part is zero. */
  effects(outcome: Numbers): { unit: Float64Array; period: Float64Array };
  /** What the effects leave of an outcome. */
  residuals(outcome: Numbers): Float64Array;
  /** Which connected part a unit or period belongs to; -1 without rows. Effects compare within a part only. */
  readonly unitPart: Int32Array;
  readonly periodPart: Int32Array;
  /** How many free effects there are: units + periods - parts. */
  readonly rank: number;
};

/**
 * Weighted two-way fixed effects, exact and not iterated: units are absorbed, which leaves one symmetric system of the size of the
 * periods, D_t - sum_i w_it w_is / w_i, solved by Cholesky.
 */
export function twoWayEffects(grouped: Grouped): TwoWay {
  const { units, periods, unitCount, periodCount } = grouped;
  const rows = units.length;
  const weight = (row: number): number => (grouped.weights === undefined ? 1 : at(grouped.weights, row));
  const { unitPart, periodPart, parts } = components(grouped);
  const cell = new Float64Array(unitCount * periodCount);
  const ofUnit = new Float64Array(unitCount);
  for (let row = 0; row < rows; row++) {
    const place = at(units, row) * periodCount + at(periods, row);
    cell[place] = at(cell, place) + weight(row);
    ofUnit[at(units, row)] = at(ofUnit, at(units, row)) + weight(row);
  }
  const pinned = pins(periodPart);
  const factor = new CholeskyDecomposition(system(cell, ofUnit, periodCount, pinned));

  const effects = (outcome: Numbers) => {
    const unitSums = new Float64Array(unitCount);
    const right = new Float64Array(periodCount);
    for (let row = 0; row < rows; row++) {
      const [unit, pull] = [at(units, row), weight(row) * at(outcome, row)];
      unitSums[unit] = at(unitSums, unit) + pull;
      right[at(periods, row)] = at(right, at(periods, row)) + pull;
    }
    const unit = unitSums.map((total, index) => (at(ofUnit, index) > 0 ? total / at(ofUnit, index) : 0));
    for (let place = 0; place < cell.length; place++) {
      const share = at(cell, place);
      if (share === 0) continue;
      const period = place % periodCount;
      right[period] = at(right, period) - share * at(unit, (place - period) / periodCount);
    }
    for (const period of pinned) right[period] = 0;
    const period = Float64Array.from(factor.solve(Matrix.columnVector(Array.from(right))).to1DArray());
    for (let place = 0; place < cell.length; place++) {
      const share = at(cell, place);
      if (share === 0) continue;
      const column = place % periodCount;
      const row = (place - column) / periodCount;
      unit[row] = at(unit, row) - (share * at(period, column)) / at(ofUnit, row);
    }
    return { unit, period };
  };

  const residuals = (outcome: Numbers): Float64Array => {
    const { unit, period } = effects(outcome);
    return Float64Array.from(
      { length: rows },
      (_, row) => at(outcome, row) - at(unit, at(units, row)) - at(period, at(periods, row)),
    );
  };
  const present = (part: Int32Array) => part.filter((found) => found >= 0).length;
  return { effects, residuals, unitPart, periodPart, rank: present(unitPart) + present(periodPart) - parts };
}

/** The periods whose effect is set to zero: the first of each part, and those without rows. */
function pins(periodPart: Int32Array): Set<number> {
  const seen = new Set<number>();
  const pinned = new Set<number>();
  periodPart.forEach((part, period) => {
    if (part < 0 || !seen.has(part)) pinned.add(period);
    seen.add(part);
  });
  return pinned;
}

function system(cell: Float64Array, ofUnit: Float64Array, periodCount: number, pinned: Set<number>): Matrix {
  const normal = new Float64Array(periodCount * periodCount);
  const present = new Int32Array(periodCount);
  ofUnit.forEach((whole, unit) => {
    if (!(whole > 0)) return;
    const start = unit * periodCount;
    let count = 0;
    for (let period = 0; period < periodCount; period++) {
      if (at(cell, start + period) > 0 && !pinned.has(period)) present[count++] = period;
    }
    for (let i = 0; i < count; i++) {
      const one = at(present, i);
      const share = at(cell, start + one) / whole;
      const place = one * periodCount;
      normal[place + one] = at(normal, place + one) + at(cell, start + one);
      for (let j = 0; j <= i; j++) {
        const other = at(present, j);
        normal[place + other] = at(normal, place + other) - share * at(cell, start + other);
      }
    }
  });
  for (let row = 0; row < periodCount; row++) {
    for (let column = row + 1; column < periodCount; column++) {
      normal[row * periodCount + column] = at(normal, column * periodCount + row);
    }
  }
  for (const period of pinned) normal[period * periodCount + period] = 1;
  return Matrix.from1DArray(periodCount, periodCount, Array.from(normal));
}
