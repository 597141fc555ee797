import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { type Cannot, cannot, type OrCannot } from '../cannot.ts';
import { type Clusters, rowsByCluster } from '../inference/clusters.ts';
import { type Estimate, estimateOf } from '../inference/estimate.ts';
import { at, of } from '../numbers.ts';
import type { LeastSquares } from './ordinary-least-squares.ts';

export type ClusterErrors = {
  /** The sandwich with sums of X_g'e_g. */
  readonly cr0: number;
  /** Times sqrt(G / (G - 1)). */
  readonly cr1: number;
  /** Times sqrt((n - 1) / (n - k)) as well, as Stata has it. */
  readonly cr1s: number;
  /** Residuals times (I - H_gg)^-1/2 (Bell and McCaffrey 2002), with Satterthwaite's degrees of freedom. */
  readonly cr2: OrCannot<Estimate>;
};

/** Below this an eigenvalue of I - H_gg is zero: the cluster fits itself in that direction, and the pseudo-inverse leaves it out. */
const ZERO = 1e-10;

/** Cluster-robust standard errors of one coefficient of a least-squares fit. */
export function clusterRobust(fit: LeastSquares, name: string, clusters: Clusters): ClusterErrors | Cannot {
  const coefficient = fit.names.indexOf(name);
  if (coefficient < 0) return cannot('singular design');
  if (clusters.count < 2) return cannot('one cluster');
  // With X = QR a coefficient is c'Q'y, c being its row of R^-1, so each row of the data pulls on it by (Qc)_i.
  const c = Matrix.columnVector(fit.rInverse.getRow(coefficient));
  let plain = 0;
  let reduced = 0;
  let squares = 0;
  const shares: { own: number; seen: Float64Array }[] = [];
  for (const rows of rowsByCluster(clusters)) {
    const q = new Matrix(rows.map((row) => fit.q.getRow(row)));
    const pull = q.mmul(c).to1DArray();
    const errors = rows.map((row) => at(fit.residuals, row));
    const adjusted = adjust(q, pull);
    plain += dot(pull, errors) ** 2;
    reduced += dot(adjusted, errors) ** 2;
    const seen = Float64Array.from(q.transpose().mmul(Matrix.columnVector(adjusted)).to1DArray());
    shares.push({ own: dot(adjusted, adjusted), seen });
    squares++;
  }
  const [n, k, groups] = [fit.residuals.length, fit.names.length, squares];
  const cr0 = Math.sqrt(plain);
  const cr1 = cr0 * Math.sqrt(groups / (groups - 1));
  const cr2 = estimateOf(of(fit.coefficients, coefficient), Math.sqrt(reduced), satterthwaite(shares));
  return { cr0, cr1, cr1s: cr1 * Math.sqrt((n - 1) / (n - k)), cr2 };
}

/** (I - H_gg)^-1/2 v with H_gg = QQ', from the eigenvectors of the smaller of QQ' and Q'Q. */
function adjust(q: Matrix, v: readonly number[]): number[] {
  const wide = q.rows <= q.columns;
  const inner = wide ? q.mmul(q.transpose()) : q.transpose().mmul(q);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(inner, {
    assumeSymmetric: true,
  });
  const vector = Matrix.columnVector([...v]);
  const seen = eigenvectorMatrix
    .transpose()
    .mmul(wide ? vector : q.transpose().mmul(vector))
    .to1DArray();
  const scaled = seen.map((part, index) => {
    const share = at(realEigenvalues, index);
    if (share < ZERO) return 0;
    const factor = 1 - share < ZERO ? -1 : 1 / Math.sqrt(1 - share) - 1;
    return part * (wide ? factor : factor / share);
  });
  const back = eigenvectorMatrix.mmul(Matrix.columnVector(scaled));
  const change = (wide ? back : q.mmul(back)).to1DArray();
  return v.map((value, index) => value + at(change, index));
}

/** (tr S)^2 / sum S_gh^2 with S_gh = a_g'(I - H)_gh a_h: the variance taken as if the errors were independent and equal. */
function satterthwaite(shares: readonly { own: number; seen: Float64Array }[]): number {
  let trace = 0;
  let squares = 0;
  shares.forEach((one, g) => {
    shares.forEach((other, h) => {
      const between = (g === h ? one.own : 0) - dot(one.seen, other.seen);
      if (g === h) trace += between;
      squares += between ** 2;
    });
  });
  return trace ** 2 / squares;
}

function dot(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < x.length; index++) total += at(x, index) * at(y, index);
  return total;
}
