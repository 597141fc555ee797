import { select } from './select.ts';

/**
 * Quantiles by linear interpolation (type 7 of Hyndman and Fan 1996; the default of R and of spreadsheets):
 * h = (n - 1) p, x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h]) over the ordered values.
 * Reorders `values` in place instead of sorting them: at a million values sorting is most of the time.
 * `probabilities` must ascend within 0 to 1. Throws RangeError on no values or a probability outside.
 */
export function quantiles(values: Float64Array | Int32Array, probabilities: readonly number[]): number[] {
  return quantilesByRank(values.length, probabilities, (ranks) => {
    // What lies before the previous rank is no larger than it, so only the rest is looked at.
    let ordered = 0;
    return ranks.map((rank) => {
      select(values, rank, ordered, values.length - 1);
      ordered = rank;
      return at(values, rank);
    });
  });
}

/**
 * The same of `count` values that only `valuesAt` knows: it is told ranks, each once and ascending, and returns what would
 * stand at each of them if all values were in order.
 */
export function quantilesByRank(
  count: number,
  probabilities: readonly number[],
  valuesAt: (ranks: readonly number[]) => readonly number[],
): number[] {
  if (count === 0) throw new RangeError('a quantile needs at least one value');
  const last = count - 1;
  const positions = probabilities.map((probability) => {
    const position = last * probability;
    if (!(position >= 0 && position <= last)) throw new RangeError(`no probability: ${probability}`);
    return position;
  });
  const ranks = [...new Set(positions.flatMap((at) => [Math.floor(at), Math.ceil(at)]))];
  ranks.sort((one, other) => one - other);
  const values = valuesAt(ranks);
  const valueAt = (rank: number) => values[ranks.indexOf(rank)] ?? Number.NaN;
  return positions.map((position) => {
    const lower = valueAt(Math.floor(position));
    const fraction = position % 1;
    return fraction === 0 ? lower : lower + fraction * (valueAt(Math.ceil(position)) - lower);
  });
}

export function median(values: Float64Array | Int32Array): number {
  const [middle] = quantiles(values, [0.5]);
  if (middle === undefined) throw new RangeError('one probability gives one quantile');
  return middle;
}

function at(values: Float64Array | Int32Array, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no value at ${index}`);
  return value;
}
