import { cannot, type OrCannot } from '../cannot.ts';
import { at, mean, type Numbers, of } from '../numbers.ts';
import { type Clusters, rowsByCluster } from './clusters.ts';

/**
 * How alike the rows of one cluster are: the intraclass correlation by one-way analysis of variance, (MSB - MSW) / (MSB + (m0 - 1) MSW)
 * with m0 = (n - sum m^2 / n) / (G - 1) for clusters of unequal size m (Donner 1986). Below 0 when clusters differ less than chance.
 */
export function intraclassCorrelation(values: Numbers, clusters: Clusters): OrCannot<number> {
  const groups = clusters.count;
  const rows = values.length;
  if (groups < 2) return cannot('one cluster');
  if (rows <= groups) return cannot('too few observations');
  const overall = mean(values);
  let between = 0;
  let within = 0;
  let squaredSizes = 0;
  for (const members of rowsByCluster(clusters)) {
    const own = members.map((row) => at(values, row));
    const centre = mean(own);
    between += own.length * (centre - overall) ** 2;
    for (const value of own) within += (value - centre) ** 2;
    squaredSizes += own.length ** 2;
  }
  const meanBetween = between / (groups - 1);
  const meanWithin = within / (rows - groups);
  const size = (rows - squaredSizes / rows) / (groups - 1);
  const total = meanBetween + (size - 1) * meanWithin;
  return total > 0 ? (meanBetween - meanWithin) / total : cannot('constant outcome');
}

/**
 * By how much clusters inflate a variance: 1 + ((cv^2 + 1) m - 1) icc with mean size m and its coefficient of variation
 * (Eldridge, Ashby and Kerry 2006).
 */
export function designEffect(meanSize: number, variation: number, correlation: number): number {
  return 1 + ((variation ** 2 + 1) * meanSize - 1) * correlation;
}

/** Mean cluster size and its coefficient of variation (divisor G), for designEffect. */
export function clusterSizes(clusters: Clusters): { meanSize: number; variation: number } {
  const sizes = rowsByCluster(clusters).map((rows) => rows.length);
  const meanSize = mean(sizes);
  const spread = Math.sqrt(mean(sizes.map((_, index) => (of(sizes, index) - meanSize) ** 2)));
  return { meanSize, variation: spread / meanSize };
}
