/** Four significant digits: no reader sees more, and an answer of many numbers has its bounds. */
export function fourDigits(value: number): number {
  return Number(value.toPrecision(4));
}
