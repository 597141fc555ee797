import { cannot, type OrCannot } from '../cannot.ts';
import { type Clusters, rowsByCluster } from '../inference/clusters.ts';
import { type Jackknifed, jackknifeOne } from '../inference/jackknife.ts';
import { at, type Numbers, of } from '../numbers.ts';
import { solveSymmetric } from './symmetric-solve.ts';

/** A column of which this little of its length is left is told by what was taken out of it. */
const ALIASED = 1e-14;

export type BesideTrends = {
  readonly outcome: Numbers;
  /** The column whose effect is asked for, and others beside it. */
  readonly treated: Numbers;
  readonly columns: readonly Numbers[];
  /** What has a slope of its own in each group. */
  readonly trend: Numbers;
  readonly groups: Clusters;
  /** Each with an effect of its own, and each within one group and one cluster. */
  readonly blocks: Clusters;
};

/**
 * outcome = beta * treated + columns + block effect + group slope * trend: `authorFixedEffect` with a trend of each group, which is taken
 * out group by group (Frisch and Waugh 1933, Lovell 1963) instead of being a column of all rows. The jackknife over clusters
 * needs sums of products per cluster and group only.
 */
export function effectBesideTrends(asked: BesideTrends, clusters: Clusters): OrCannot<Jackknifed> {
  const { outcome, treated, columns, trend, groups, blocks } = asked;
  if (outcome.length === 0) return cannot('no observations');
  const lengths = [treated, ...columns].map((column) => products([column], column.length)[0] ?? 0);
  const freed = [outcome, treated, ...columns, trend].map((column) => withinBlocks(column, blocks));
  const size = freed.length;
  const own = productsBy(freed, clusters, groups);
  const perGroup = Array.from({ length: groups.count }, () => new Float64Array(size * size));
  for (const parts of own) for (const { group, sums } of parts) add(of(perGroup, group), sums, 1);
  const left = perGroup.map((sums) => withoutTrend(sums, size));
  const all = new Float64Array(size * size);
  for (const sums of left) add(all, sums, 1);
  const informative = new Set(
    rowsByCluster(blocks).flatMap((rows) => {
      const [first = -1] = rows;
      return rows.some((row) => at(treated, row) !== at(treated, first)) ? [at(clusters.codes, first)] : [];
    }),
  ).size;
  return jackknifeOne(
    clusters.count,
    (leftOut) => {
      if (leftOut === null) return slopeOf(all, size, lengths);
      const rest = all.slice();
      for (const { group, sums } of of(own, leftOut)) {
        const others = of(perGroup, group).slice();
        add(others, sums, -1);
        add(rest, of(left, group), -1);
        add(rest, withoutTrend(others, size), 1);
      }
      return slopeOf(rest, size, lengths);
    },
    { informative },
  );
}

function withinBlocks(column: Numbers, blocks: Clusters): Float64Array {
  const sums = new Float64Array(blocks.count);
  const counts = new Int32Array(blocks.count);
  for (let row = 0; row < column.length; row++) {
    const block = at(blocks.codes, row);
    sums[block] = at(sums, block) + at(column, row);
    counts[block] = at(counts, block) + 1;
  }
  return Float64Array.from(column, (value, row) => {
    const block = at(blocks.codes, row);
    return value - at(sums, block) / at(counts, block);
  });
}

type Part = { readonly group: number; readonly sums: Float64Array };

/** Sums of products of all columns, of each cluster by group. */
function productsBy(freed: readonly Float64Array[], clusters: Clusters, groups: Clusters): Part[][] {
  return rowsByCluster(clusters).map((rows) =>
    [...Map.groupBy(rows, (row) => at(groups.codes, row))].map(([group, own]): Part => {
      const columns = freed.map((column) => Float64Array.from(own, (row) => at(column, row)));
      return { group, sums: products(columns, own.length) };
    }),
  );
}

function products(columns: readonly Numbers[], rows: number): Float64Array {
  const sums = new Float64Array(columns.length ** 2);
  columns.forEach((one, i) => {
    columns.forEach((other, j) => {
      let total = 0;
      for (let row = 0; row < rows; row++) total += at(one, row) * at(other, row);
      sums[i * columns.length + j] = total;
    });
  });
  return sums;
}

function add(to: Float64Array, what: Float64Array, sign: 1 | -1): void {
  for (let cell = 0; cell < to.length; cell++) to[cell] = at(to, cell) + sign * at(what, cell);
}

/** The last column taken out of all others, where anything is left of it. */
function withoutTrend(sums: Float64Array, size: number): Float64Array {
  const last = size - 1;
  const square = at(sums, last * size + last);
  return sums.map((value, cell) => {
    const [i, j] = [Math.floor(cell / size), cell % size];
    // A trend that the blocks tell is rounding by now.
    return square <= 1e-9 ? value : value - (at(sums, i * size + last) * at(sums, last * size + j)) / square;
  });
}

/** The slope of the second column, the first being the outcome and the last one taken out. */
function slopeOf(sums: Float64Array, size: number, lengths: readonly number[]): OrCannot<number> {
  const columns = size - 2;
  const cross = new Float64Array(columns * columns);
  const right = new Float64Array(columns);
  for (let i = 0; i < columns; i++) {
    right[i] = at(sums, (i + 1) * size);
    for (let j = 0; j < columns; j++) cross[i * columns + j] = at(sums, (i + 1) * size + j + 1);
    if (at(cross, i * columns + i) <= ALIASED * at(lengths, i)) return cannot('singular design');
  }
  const slopes = solveSymmetric(cross, right);
  return slopes === null ? cannot('singular design') : at(slopes, 0);
}
