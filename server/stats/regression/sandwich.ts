import { Matrix } from 'ml-matrix';
import type { Clusters } from '../inference/clusters.ts';
import { at, type Numbers } from '../numbers.ts';

/**
 * Covariance of coefficients that holds whatever the errors within a cluster: bread * sum_g s_g s_g' * bread, s_g the sum over the
 * cluster's rows of column times error (Liang and Zeger 1986, CR0). Multiply by G / (G - 1) for CR1.
 */
export function clusterSandwich(
  bread: Matrix,
  columns: readonly Numbers[],
  errors: Numbers,
  { codes, count }: Clusters,
): Matrix {
  const scores = Matrix.zeros(count, columns.length);
  codes.forEach((cluster, row) => {
    columns.forEach((column, index) => {
      const score = at(column, row) * at(errors, row);
      scores.set(cluster, index, scores.get(cluster, index) + score);
    });
  });
  return bread.mmul(scores.transpose().mmul(scores)).mmul(bread);
}
