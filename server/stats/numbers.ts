/** Any list of numbers: an array or a typed array. Nothing here changes one. */
export type Numbers = ArrayLike<number>;

/** The value at an index that exists by construction, which the type of an array cannot say. */
export function at(values: Numbers, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no value at ${index}`);
  return value;
}

/** The same for things that are no numbers. */
export function of<T>(things: readonly T[], index: number): T {
  const thing = things[index];
  if (thing === undefined) throw new RangeError(`nothing at ${index}`);
  return thing;
}

export function sum(values: Numbers): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += at(values, index);
  return total;
}

/** NaN for no values, so that whoever forgets to ask for some is found out. */
export function mean(values: Numbers): number {
  return sum(values) / values.length;
}

/** Sum of the squared deviations from the mean. */
export function sumOfSquares(values: Numbers): number {
  const centre = mean(values);
  let total = 0;
  for (let index = 0; index < values.length; index++) total += (at(values, index) - centre) ** 2;
  return total;
}

export function sortedCopy(values: Numbers): Float64Array {
  return Float64Array.from(values).sort();
}

/** The numbers from 0 to length - 1, ordered by their values; equal values keep their order. */
export function orderOf(values: Numbers): Int32Array {
  return Int32Array.from({ length: values.length }, (_, index) => index).sort(
    (a, b) => at(values, a) - at(values, b) || a - b,
  );
}
