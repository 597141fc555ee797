import { at, type Numbers, of } from '../numbers.ts';

/** Rows by the cluster they belong to. Labels are any numbers; clusters are counted from 0 in ascending order of label. */
export type Clusters = {
  readonly count: number;
  readonly labels: readonly number[];
  readonly codes: Int32Array;
};

export function clustersOf(labels: Numbers): Clusters {
  const found = [...new Set(Array.from(labels))].sort((a, b) => a - b);
  const codeOf = new Map(found.map((label, code) => [label, code]));
  const codes = Int32Array.from({ length: labels.length }, (_, row) => codeOf.get(at(labels, row)) ?? -1);
  return { count: found.length, labels: found, codes };
}

/** The rows of each cluster, ascending. */
export function rowsByCluster({ count, codes }: Clusters): number[][] {
  const rows = Array.from({ length: count }, (): number[] => []);
  codes.forEach((code, row) => {
    of(rows, code).push(row);
  });
  return rows;
}

/** The values of the rows whose cluster is not left out. */
export function without(values: Numbers, { codes }: Clusters, leftOut: number | null): Float64Array {
  if (leftOut === null) return Float64Array.from(values);
  const kept: number[] = [];
  codes.forEach((code, row) => {
    if (code !== leftOut) kept.push(at(values, row));
  });
  return Float64Array.from(kept);
}
