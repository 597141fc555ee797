import { isCannot, type OrCannot } from '../cannot.ts';
import type { Clusters } from '../inference/clusters.ts';
import { type Jackknifed, jackknifeOne } from '../inference/jackknife.ts';
import { at, type Numbers, of } from '../numbers.ts';
import { absorbedRegression } from './absorbed-regression.ts';
import type { Grouped } from './two-way-effects.ts';

/**
 * Outcome = beta * first column + the others + unit effect + period effect, the first coefficient with the cluster jackknife. Period
 * effects reach across clusters, so every cluster left out is a fit of its own.
 */
export function twoWayRegression(
  outcome: Numbers,
  columns: readonly Numbers[],
  grouped: Grouped,
  clusters: Clusters,
): OrCannot<Jackknifed> {
  return jackknifeOne(clusters.count, (leftOut) => {
    const weights = Float64Array.from({ length: outcome.length }, (_, row) =>
      at(clusters.codes, row) === leftOut ? 0 : grouped.weights === undefined ? 1 : at(grouped.weights, row),
    );
    const fit = absorbedRegression(outcome, columns, { ...grouped, weights });
    return isCannot(fit) ? fit : of(fit.coefficients, 0);
  });
}
