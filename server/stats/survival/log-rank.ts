import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { cannot, type OrCannot } from '../cannot.ts';
import { chiSquareAbove } from '../distributions/gamma.ts';
import { type Clusters, clustersOf } from '../inference/clusters.ts';
import { at, type Numbers, orderOf } from '../numbers.ts';

export type LogRank = {
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
};

/**
 * Do groups come to the event equally fast? Observed against expected events of each group under one common hazard, with the
 * hypergeometric covariance (Mantel 1966; survdiff with rho = 0). Subjects count as independent of each other: for display.
 */
export function logRank(times: Numbers, happened: Numbers, labels: Numbers): OrCannot<LogRank> {
  const groups = clustersOf(labels);
  if (groups.count < 2) return cannot('an empty group');
  const { observed, expected, covariance } = tallies(times, happened, groups);
  if (observed.every((events) => events === 0)) return cannot('all censored');
  // The differences sum to zero, so one group is told by the others.
  const free = groups.count - 1;
  const difference = Matrix.columnVector(
    observed.slice(0, free).map((events, group) => events - at(expected, group)),
  );
  const factor = new CholeskyDecomposition(covariance.subMatrix(0, free - 1, 0, free - 1));
  if (!factor.isPositiveDefinite()) return cannot('singular design');
  const chiSquare = difference.transpose().mmul(factor.solve(difference)).get(0, 0);
  return { observed, expected, chiSquare, df: free, p: chiSquareAbove(chiSquare, free) };
}

function tallies(times: Numbers, happened: Numbers, { codes, count }: Clusters) {
  const order = orderOf(times);
  const atRisk = new Array<number>(count).fill(0);
  for (const code of codes) atRisk[code] = at(atRisk, code) + 1;
  const observed = new Array<number>(count).fill(0);
  const expected = new Array<number>(count).fill(0);
  const covariance = Matrix.zeros(count, count);
  for (let index = 0; index < order.length; ) {
    const time = at(times, at(order, index));
    const all = order.length - index;
    const leaving = new Array<number>(count).fill(0);
    let events = 0;
    for (; index < order.length && at(times, at(order, index)) === time; index++) {
      const row = at(order, index);
      const code = at(codes, row);
      leaving[code] = at(leaving, code) + 1;
      if (at(happened, row) === 0) continue;
      events++;
      observed[code] = at(observed, code) + 1;
    }
    const spread = all > 1 ? (events * (all - events)) / (all - 1) : 0;
    for (let one = 0; one < count; one++) {
      const share = at(atRisk, one) / all;
      expected[one] = at(expected, one) + events * share;
      for (let other = 0; other < count; other++) {
        const both = share * ((one === other ? 1 : 0) - at(atRisk, other) / all);
        covariance.set(one, other, covariance.get(one, other) + spread * both);
      }
    }
    for (let code = 0; code < count; code++) atRisk[code] = at(atRisk, code) - at(leaving, code);
  }
  return { observed, expected, covariance };
}
