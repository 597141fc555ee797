import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { cannot, isCannot, type OrCannot } from '../cannot.ts';
import { type Clusters, rowsByCluster } from '../inference/clusters.ts';
import { type Jackknifed, jackknifeOne } from '../inference/jackknife.ts';
import { at, type Numbers, of, sum } from '../numbers.ts';
import { type Absorbed, absorbedRegression } from './absorbed-regression.ts';

export type WithinAuthors = {
  /** On the scale of the outcome: of logs, exp(value) - 1 is the change. */
  readonly effect: OrCannot<Jackknifed>;
  /** Authors with rows of both kinds; only they tell something of the effect. */
  readonly authorsWithBoth: number;
  readonly rows: number;
};

/**
 * The same people with and without, or before and after: outcome = beta * treated + columns + author effect (STATISTICS (a) and (d)).
 * `clusters` must hold whole authors (authors themselves, or teams that nobody changes): then leaving one out leaves the others'
 * means as they are, and the jackknife needs sums of products per cluster only.
 */
export function authorFixedEffect(
  outcome: Numbers,
  treated: Numbers,
  columns: readonly Numbers[],
  authors: Clusters,
  clusters: Clusters,
): OrCannot<WithinAuthors> {
  const fit = absorbedRegression(outcome, [treated, ...columns], {
    units: authors.codes,
    periods: new Uint8Array(outcome.length),
    unitCount: authors.count,
    periodCount: 1,
  });
  if (isCannot(fit)) return fit;
  const products = productsByCluster(fit, clusters);
  const both = rowsByCluster(authors).filter((rows) => differ(treated, rows));
  const informative = new Set(both.flatMap((rows) => rows.map((row) => at(clusters.codes, row)))).size;
  const effect = jackknifeOne(
    clusters.count,
    (leftOut) => (leftOut === null ? of(fit.coefficients, 0) : withoutCluster(products, leftOut)),
    { informative },
  );
  return { effect, authorsWithBoth: both.length, rows: outcome.length };
}

function differ(treated: Numbers, rows: readonly number[]): boolean {
  return rows.some((row) => at(treated, row) !== at(treated, rows[0] ?? -1));
}

type Products = { cross: Matrix[]; right: Matrix[]; allCross: Matrix; allRight: Matrix };

/** X~'X~ and X~'y~ of each cluster and of all; y~ is fitted part plus residual. */
function productsByCluster(fit: Absorbed, clusters: Clusters): Products {
  const size = fit.freed.length;
  const empty = () => ({ cross: Matrix.zeros(size, size), right: Matrix.zeros(size, 1) });
  const all = empty();
  const products: Products = { cross: [], right: [], allCross: all.cross, allRight: all.right };
  for (const rows of rowsByCluster(clusters)) {
    const { cross, right } = empty();
    for (const row of rows) {
      const own = fit.freed.map((column) => at(column, row));
      const outcome = at(fit.residuals, row) + sum(own.map((value, j) => value * of(fit.coefficients, j)));
      own.forEach((value, i) => {
        right.set(i, 0, right.get(i, 0) + value * outcome);
        own.forEach((other, j) => {
          cross.set(i, j, cross.get(i, j) + value * other);
        });
      });
    }
    products.cross.push(cross);
    products.right.push(right);
    all.cross.add(cross);
    all.right.add(right);
  }
  return products;
}

function withoutCluster({ cross, right, allCross, allRight }: Products, leftOut: number): OrCannot<number> {
  const left = Matrix.sub(allCross, of(cross, leftOut));
  // What is left of the treated column when one cluster carried all of it is rounding.
  if (left.get(0, 0) <= 1e-12 * allCross.get(0, 0)) return cannot('singular design');
  const factor = new CholeskyDecomposition(left);
  if (!factor.isPositiveDefinite()) return cannot('singular design');
  return factor.solve(Matrix.sub(allRight, of(right, leftOut))).get(0, 0);
}
