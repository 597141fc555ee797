import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { cannot, type OrCannot } from '../cannot.ts';
import { chiSquareAbove } from '../distributions/gamma.ts';
import { at, of } from '../numbers.ts';
import type { GroupTime } from './group-time.ts';

/**
 * Wald test that all cells before the starts are zero, n b'V^-1 b with V = Psi'Psi / n. With as many cells as teams V is singular: then
 * the mean of the leads is to be reported instead.
 */
export function preTest({
  cells,
  starts,
  influence,
}: GroupTime): OrCannot<{ statistic: number; df: number; p: number }> {
  const before = cells
    .filter(({ cohort, period, from }) => period < cohort && period !== from)
    .map((cell) => ({ att: cell.att, influence: influence(cell) }));
  const n = starts.length;
  if (before.length === 0) return cannot('no periods before');
  if (before.length >= n) return cannot('singular design');
  const covariance = new Matrix(
    before.map((one) =>
      before.map(
        (other) => one.influence.reduce((sum, psi, unit) => sum + psi * at(other.influence, unit), 0) / n,
      ),
    ),
  );
  const factor = new CholeskyDecomposition(covariance);
  const pivots = factor.lowerTriangularMatrix.diagonal();
  const isSingular = pivots.some((pivot, index) => !(pivot ** 2 > 1e-10 * covariance.get(index, index)));
  if (isSingular || !factor.isPositiveDefinite()) return cannot('singular design');
  const solved = factor.solve(Matrix.columnVector(before.map(({ att }) => att)));
  const statistic =
    n * before.reduce((sum, _, index) => sum + of(before, index).att * solved.get(index, 0), 0);
  return { statistic, df: before.length, p: chiSquareAbove(statistic, before.length) };
}
