import { isCannot, type OrCannot } from '../cannot.ts';
import type { Clusters } from '../inference/clusters.ts';
import { type Jackknifed, jackknifeOne } from '../inference/jackknife.ts';
import { type Ratio, ratioOf } from '../inference/ratio.ts';
import { at, type Numbers, of } from '../numbers.ts';
import { type CountModel, type PoissonFit, poissonEffects } from './poisson-effects.ts';
import { clusterSandwich } from './sandwich.ts';

export type RateEffect = {
  readonly fit: PoissonFit;
  readonly rate: OrCannot<Ratio & { readonly log: Jackknifed }>;
};

/** Rate ratio of the first column by PPML with the cluster jackknife; each cluster left out is a fit that starts from the whole one. */
export function rateEffect(model: CountModel, clusters: Clusters): OrCannot<RateEffect> {
  const fit = poissonEffects(model);
  if (isCannot(fit)) return fit;
  const { grouped } = model;
  const effect = jackknifeOne(clusters.count, (leftOut) => {
    if (leftOut === null) return of(fit.coefficients, 0);
    const weights = Float64Array.from({ length: model.counts.length }, (_, row) =>
      at(clusters.codes, row) === leftOut ? 0 : grouped.weights === undefined ? 1 : at(grouped.weights, row),
    );
    const part = poissonEffects({ ...model, grouped: { ...grouped, weights } }, fit.expected);
    return isCannot(part) ? part : of(part.coefficients, 0);
  });
  return { fit, rate: ratioOf(effect) };
}

/** Sandwich standard error of one coefficient of a PPML fit, CR0; times sqrt(G / (G - 1)) it is what vcovCL calls HC0. */
export function poissonClusterError(
  fit: PoissonFit,
  counts: Numbers,
  clusters: Clusters,
  coefficient = 0,
): number {
  const errors = fit.expected.map((mu, row) => (mu > 0 ? at(counts, row) - mu : 0));
  return Math.sqrt(clusterSandwich(fit.bread, fit.freed, errors, clusters).get(coefficient, coefficient));
}
