import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { cannot, type OrCannot } from '../cannot.ts';
import { at, type Numbers, of } from '../numbers.ts';
import { type Grouped, type TwoWay, twoWayEffects } from './two-way-effects.ts';

export type Absorbed = {
  readonly coefficients: readonly number[];
  /** (X~'WX~)^-1 of the columns freed of the effects. */
  readonly bread: Matrix;
  /** The columns freed of the effects. */
  readonly freed: readonly Float64Array[];
  readonly residuals: Float64Array;
  readonly effects: TwoWay;
};

/** A column of which the effects leave this little is theirs. */
const ALIASED = 1e-7;

/**
 * Weighted least squares of an outcome on some columns with the effects of units and periods absorbed: both sides are freed of
 * the effects, then regressed (Frisch and Waugh 1933, Lovell 1963). Same coefficients and residuals as with a column per effect.
 */
export function absorbedRegression(
  outcome: Numbers,
  columns: readonly Numbers[],
  grouped: Grouped,
): OrCannot<Absorbed> {
  if (outcome.length === 0) return cannot('no observations');
  const effects = twoWayEffects(grouped);
  const weight = (row: number): number => (grouped.weights === undefined ? 1 : at(grouped.weights, row));
  const dot = (x: Numbers, y: Numbers): number => {
    let total = 0;
    for (let row = 0; row < x.length; row++) total += weight(row) * (at(x, row) * at(y, row));
    return total;
  };
  const freed = columns.map((column) => effects.residuals(column));
  const ownOutcome = effects.residuals(outcome);
  const cross = new Matrix(freed.map((one) => freed.map((other) => dot(one, other))));
  if (
    isAliased(
      cross,
      columns.map((column) => dot(column, column)),
    )
  )
    return cannot('singular design');
  const factor = new CholeskyDecomposition(cross);
  const bread = factor.solve(Matrix.eye(columns.length));
  const coefficients = factor
    .solve(Matrix.columnVector(freed.map((column) => dot(column, ownOutcome))))
    .to1DArray();
  const residuals = ownOutcome.map(
    (value, row) => value - coefficients.reduce((sum, slope, j) => sum + slope * at(of(freed, j), row), 0),
  );
  return { coefficients, bread, freed, residuals, effects };
}

/** Whether some column is told by the effects and the columns before it: a pivot of the elimination that is next to nothing. */
function isAliased(cross: Matrix, lengths: readonly number[]): boolean {
  const rest = cross.clone();
  for (let pivot = 0; pivot < rest.rows; pivot++) {
    const left = rest.get(pivot, pivot);
    if (!(left > ALIASED ** 2 * at(lengths, pivot))) return true;
    for (let row = pivot + 1; row < rest.rows; row++) {
      const factor = rest.get(row, pivot) / left;
      for (let column = pivot; column < rest.rows; column++) {
        rest.set(row, column, rest.get(row, column) - factor * rest.get(pivot, column));
      }
    }
  }
  return false;
}
