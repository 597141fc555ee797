import { number, twoDigits } from './number.ts';

/** A share of 1 in two significant digits, for what is seldom: "2.7 %", "15 %", "0.3 %". */
export function fineShare(share: number): string {
  return `${number(twoDigits(100 * share))} %`;
}

/** An interval of a difference of shares: "0.6 to 3.2 points more", "0.4 points fewer to 1.2 points more". */
export function pointsRange(low: number, high: number): string {
  return range(low, high, points, 'fewer');
}

/** An interval of a change in percent: "12 % to 87 % more". */
export function percentRange(low: number, high: number): string {
  return range(low / 100, high / 100, percent, 'less');
}

function range(low: number, high: number, unit: Unit, less: string): string {
  const way = (value: number) => (value < 0 ? less : 'more');
  if (way(low) !== way(high)) return `${unit(low)} ${way(low)} to ${unit(high)} more`;
  const [near, far] = low < 0 ? [high, low] : [low, high];
  const [first, last] = [unit(near), unit(far)];
  return first.endsWith('%') ? `${first} to ${last} ${way(low)}` : `${digits(near)} to ${last} ${way(low)}`;
}

type Unit = (share: number) => string;

function digits(share: number): string {
  return number(twoDigits(Math.abs(100 * share)));
}

function points(share: number): string {
  return `${digits(share)} ${digits(share) === '1' ? 'point' : 'points'}`;
}

function percent(share: number): string {
  return `${digits(share)} %`;
}
