import { isCannot, type OrCannot } from '../cannot.ts';
import { type Clusters, without } from '../inference/clusters.ts';
import { allCannot, type Jackknifed, jackknife } from '../inference/jackknife.ts';
import { at, type Numbers } from '../numbers.ts';
import { kaplanMeier, rowAt } from './kaplan-meier.ts';
import { survivalAt } from './survival-interval.ts';

/** S at some times with the cluster jackknife: authors, not pull requests, are what varies. */
export function clusteredSurvival(
  times: Numbers,
  happened: Numbers,
  clusters: Clusters,
  moments: readonly number[],
): OrCannot<Jackknifed>[] {
  return jackknife(clusters.count, (leftOut) => {
    const curve = kaplanMeier(without(times, clusters, leftOut), without(happened, clusters, leftOut));
    if (isCannot(curve)) return allCannot(curve, moments.length);
    return moments.map((moment) => survivalAt(curve, moment).survival);
  });
}

/**
 * The standard error of S at a time by the infinitesimal jackknife, as survfit(cluster =) has it: the square root of the sum over
 * clusters of the squared derivatives -S(t) sum_{s <= t} (dN - Y d / n) / (n - d). Close to the jackknife; kept for comparison.
 */
export function infinitesimalError(
  times: Numbers,
  happened: Numbers,
  { codes, count }: Clusters,
  moment: number,
): OrCannot<number> {
  const curve = kaplanMeier(times, happened);
  if (isCannot(curve)) return curve;
  const risen = cumulated(curve.times.length, (row) => {
    const atRisk = at(curve.atRisk, row);
    const events = at(curve.events, row);
    return events === 0 ? 0 : events / (atRisk * (atRisk - events));
  });
  const last = rowAt(curve, moment);
  if (last < 0) return 0;
  const survival = at(curve.survival, last);
  if (survival === 0) return 0;
  const influence = new Float64Array(count);
  codes.forEach((cluster, subject) => {
    const own = Math.min(rowAt(curve, at(times, subject)), last);
    const ended = at(happened, subject) > 0 && at(times, subject) <= moment;
    const jump = ended ? 1 / (at(curve.atRisk, own) - at(curve.events, own)) : 0;
    influence[cluster] = at(influence, cluster) - survival * (jump - at(risen, own));
  });
  return Math.hypot(...influence);
}

function cumulated(length: number, step: (row: number) => number): Float64Array {
  let total = 0;
  return Float64Array.from({ length }, (_, row) => {
    total += step(row);
    return total;
  });
}
