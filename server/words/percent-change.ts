import { number, twoDigits } from './number.ts';

/** A change in percent with its 95 % range: -18 is about a fifth less. */
export type PercentChange = { value: number; low: number; high: number };

/** "18 %": how large it is, whichever way. */
export function sizeOf(value: number): string {
  return `${number(Math.abs(twoDigits(value)))} %`;
}

/** "18 % less", "4 % more", "0 %". */
export function lessOrMore(value: number): string {
  const size = sizeOf(value);
  return twoDigits(value) === 0 ? size : `${size} ${value < 0 ? 'less' : 'more'}`;
}

/** "11 % to 25 %" where the whole range goes one way, the smaller first; else "8 % less to 12 % more". */
export function rangeOf({ low, high }: PercentChange): string {
  if (low * high <= 0) return `${lessOrMore(low)} to ${lessOrMore(high)}`;
  const [near, far] = high < 0 ? [high, low] : [low, high];
  return `${sizeOf(near)} to ${sizeOf(far)}`;
}

/** "about 18 % less (11 % to 25 %)" */
export function aboutChange(change: PercentChange): string {
  return `about ${lessOrMore(change.value)} (${rangeOf(change)})`;
}
