import { cannot, isCannot, type OrCannot } from '../cannot.ts';
import { type Clusters, without } from '../inference/clusters.ts';
import { type Jackknifed, jackknifeOne } from '../inference/jackknife.ts';
import { type Ratio, ratioOf } from '../inference/ratio.ts';
import { at, mean, type Numbers } from '../numbers.ts';
import { quantiles } from '../quantile.ts';

/**
 * After against before as a ratio, with the cluster jackknife on its logarithm (STATISTICS (a)). `values` in one unit; `after` is 1
 * or 0 for each. Durations have a heavy tail: a difference of means would be one stuck piece of work.
 */
export type Comparison = OrCannot<Ratio & { readonly log: Jackknifed }>;

/** Ratio of geometric means: exp(mean log after - mean log before). Needs values above zero. */
export function ratioOfGeometricMeans(values: Numbers, after: Numbers, clusters: Clusters): Comparison {
  return compared(values, after, clusters, (side) => mean(side.map(Math.log)));
}

/** Ratio of a quantile, by default the median; 0.9 as its companion. */
export function ratioOfQuantiles(
  values: Numbers,
  after: Numbers,
  clusters: Clusters,
  probability = 0.5,
): Comparison {
  return compared(values, after, clusters, (side) =>
    Math.log(quantiles(side, [probability])[0] ?? Number.NaN),
  );
}

function compared(
  values: Numbers,
  after: Numbers,
  clusters: Clusters,
  logOf: (side: Float64Array) => number,
): Comparison {
  return ratioOf(
    jackknifeOne(clusters.count, (leftOut) => {
      const sides = split(without(values, clusters, leftOut), without(after, clusters, leftOut));
      if (isCannot(sides)) return sides;
      const log = logOf(sides.after) - logOf(sides.before);
      return Number.isFinite(log) ? log : cannot('no value above zero');
    }),
  );
}

/** The values before and after. */
export function split(
  values: Numbers,
  after: Numbers,
): OrCannot<{ before: Float64Array; after: Float64Array }> {
  const all = Float64Array.from(values);
  const sides = {
    before: all.filter((_, row) => at(after, row) === 0),
    after: all.filter((_, row) => at(after, row) !== 0),
  };
  return sides.before.length === 0 || sides.after.length === 0 ? cannot('an empty group') : sides;
}
