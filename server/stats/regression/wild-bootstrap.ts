import { type Cannot, cannot, isCannot, type OrCannot } from '../cannot.ts';
import type { Clusters } from '../inference/clusters.ts';
import { at, type Numbers, of } from '../numbers.ts';
import { clusterRobust } from './cluster-robust.ts';
import { type Column, leastSquares } from './ordinary-least-squares.ts';

/** More clusters than this are too many to try every vector of signs. */
const MOST_CLUSTERS = 12;

export type WildBootstrap = {
  readonly t: number;
  readonly p: number;
  readonly replicates: readonly number[];
};

/**
 * Restricted wild cluster bootstrap (Cameron, Gelbach and Miller 2008): residuals of the fit without the tested column change sign
 * by whole clusters, over all 2^G vectors of signs; t by CR1. Ties with the t seen count, p = #{|t*| >= |t|} / 2^G.
 */
export function wildClusterBootstrap(
  outcome: Numbers,
  tested: Column,
  others: readonly Column[],
  clusters: Clusters,
): OrCannot<WildBootstrap> {
  if (clusters.count > MOST_CLUSTERS) return cannot('too few observations');
  const statistic = (values: Numbers): number | Cannot => {
    const fit = leastSquares(values, [...others, tested]);
    if (isCannot(fit)) return fit;
    const errors = clusterRobust(fit, tested.name, clusters);
    if (isCannot(errors)) return errors;
    return of(fit.coefficients, fit.names.indexOf(tested.name)) / errors.cr1;
  };
  const t = statistic(outcome);
  if (isCannot(t)) return t;
  const restricted = leastSquares(outcome, others);
  if (isCannot(restricted)) return restricted;
  const replicates: number[] = [];
  for (let signs = 0; signs < 2 ** clusters.count; signs++) {
    const drawn = Float64Array.from({ length: outcome.length }, (_, row) => {
      const residual = at(restricted.residuals, row);
      const up = Math.floor(signs / 2 ** at(clusters.codes, row)) % 2 === 1;
      return at(outcome, row) - residual + (up ? residual : -residual);
    });
    const replicate = statistic(drawn);
    if (isCannot(replicate)) return replicate;
    replicates.push(replicate);
  }
  const extreme = replicates.filter((value) => Math.abs(value) >= Math.abs(t) - 1e-9).length;
  return { t, p: extreme / replicates.length, replicates };
}
