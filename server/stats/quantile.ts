import { select } from './select.ts';

/**
 * Quantiles by linear interpolation (type 7 of Hyndman and Fan 1996; the default of R and of spreadsheets):
 * h = (n - 1) p, x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h]) over the ordered values.
 * Reorders `values` in place instead of sorting them: at a million values sorting is most of the time.
 * `probabilities` must ascend within 0 to 1. Throws RangeError on no values or a probability outside.
 */
export function quantiles(values: Float64Array | Int32Array, probabilities: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError('a quantile needs at least one value');
  const last = values.length - 1;
  let ordered = 0;
  return probabilities.map((probability) => {
    const position = last * probability;
    if (!(position >= 0 && position <= last)) throw new RangeError(`no probability: ${probability}`);
    const below = Math.min(Math.floor(position), last);
    // What lies before the previous quantile's position is no larger than it, so only the rest is looked at.
    select(values, below, Math.min(ordered, below), last);
    ordered = below;
    const lower = at(values, below);
    const fraction = position - below;
    if (fraction === 0) return lower;
    return lower + fraction * (smallest(values, below + 1) - lower);
  });
}

export function median(values: Float64Array | Int32Array): number {
  const [middle] = quantiles(values, [0.5]);
  if (middle === undefined) throw new RangeError('one probability gives one quantile');
  return middle;
}

function smallest(values: Float64Array | Int32Array, from: number): number {
  let found = at(values, from);
  for (let index = from + 1; index < values.length; index++) {
    const value = at(values, index);
    if (value < found) found = value;
  }
  return found;
}

function at(values: Float64Array | Int32Array, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no value at ${index}`);
  return value;
}
