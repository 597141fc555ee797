import { type Cannot, cannot, isCannot, type OrCannot } from '../cannot.ts';
import { mean, of } from '../numbers.ts';
import { type Estimate, estimateOf } from './estimate.ts';

/** Several quantities computed from all clusters (null), or from all but one. */
export type Estimator = (leftOut: number | null) => readonly OrCannot<number>[];

export type Jackknifed = Estimate & { readonly leaveOneOut: readonly number[] };

/**
 * The one inference engine: leave out each of G clusters in turn;
 * SE = sqrt((G-1)/G sum (theta_(k) - mean theta_(.))^2), interval and p from t(G-1) (STATISTICS (0); Tukey 1958, Bell and McCaffrey 2002).
 * A cluster is what AI was switched on for: a team, or an author. A quantity that is lost together with one cluster rests on that
 * cluster alone, so it is refused and the cluster not skipped. `informative` lowers G for the degrees of freedom when some clusters
 * cannot move the quantity.
 */
export function jackknife(
  clusters: number,
  estimator: Estimator,
  { informative = clusters, level = 0.95 }: { informative?: number; level?: number } = {},
): OrCannot<Jackknifed>[] {
  const whole = estimator(null);
  if (informative < 2) return whole.map((value) => (isCannot(value) ? value : cannot('one cluster')));
  const parts = Array.from({ length: clusters }, (_, cluster) => estimator(cluster));
  return whole.map((value, quantity) => {
    if (isCannot(value)) return value;
    const leaveOneOut: number[] = [];
    for (const part of parts) {
      const left = of(part, quantity);
      if (isCannot(left) || !Number.isFinite(left)) return cannot('rests on one cluster');
      leaveOneOut.push(left);
    }
    const estimate = estimateOf(value, jackknifeError(leaveOneOut), informative - 1, level);
    return isCannot(estimate) ? estimate : { ...estimate, leaveOneOut };
  });
}

/** The engine for a single quantity. */
export function jackknifeOne(
  clusters: number,
  estimator: (leftOut: number | null) => OrCannot<number>,
  options: { informative?: number; level?: number } = {},
): OrCannot<Jackknifed> {
  return of(
    jackknife(clusters, (leftOut) => [estimator(leftOut)], options),
    0,
  );
}

export function jackknifeError(leaveOneOut: readonly number[]): number {
  const count = leaveOneOut.length;
  const centre = mean(leaveOneOut);
  let squares = 0;
  for (const value of leaveOneOut) squares += (value - centre) ** 2;
  return Math.sqrt(((count - 1) / count) * squares);
}

/** What an estimator that failed as a whole says of each of its quantities. */
export function allCannot(reason: Cannot, quantities: number): Cannot[] {
  return Array.from({ length: quantities }, () => reason);
}
