/** Up to about six weeks in minutes: nearly every duration, and half a megabyte. */
const KNOWN = 65_536;

const logs = Float64Array.from({ length: KNOWN }, (_, value) => Math.log(value));

/** The natural logarithm of a whole number above zero, looked up where that is quicker: panels take millions of them. */
export function logOfWhole(value: number): number {
  return logs[value] ?? Math.log(value);
}
