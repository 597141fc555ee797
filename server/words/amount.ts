import { duration, durationPair } from './duration.ts';
import { count, number, twoDigits } from './number.ts';

/** The units that a measure can have. */
export type Unit = 'hours' | 'pull requests' | 'lines';

/** A measure's value in words: "35 hours", "2.1 days", "1,200 lines" (two significant digits), "1,204 pull requests" (exact). */
export function amount(value: number, unit: Unit): string {
  if (unit === 'hours') return duration(value);
  return unit === 'lines' ? count(twoDigits(value), 'line') : count(value, 'pull request');
}

/** Two values to be read side by side, the second without a unit that goes without saying: ["35 hours", "46"]. */
export function amountPair(value: number, other: number, unit: Unit): [string, string] {
  if (unit === 'hours') return durationPair(value, other);
  return [amount(value, unit), number(unit === 'lines' ? twoDigits(other) : other)];
}
