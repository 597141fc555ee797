import { duration, durationPair, workingDuration, workingPair } from './duration.ts';
import { count, number, twoDigits } from './number.ts';

/** The units that a measure can have. */
export type Unit = 'hours' | 'working hours' | 'pull requests' | 'pull requests per person' | 'lines';

/** A measure's value in words: "35 hours", "2.1 days", "1,200 lines" (two significant digits), "1,204 pull requests" (exact). */
export function amount(value: number, unit: Unit): string {
  if (unit === 'hours') return duration(value);
  if (unit === 'working hours') return workingDuration(value);
  if (unit === 'pull requests per person') return `${rate(value)} pull requests per person`;
  return unit === 'lines' ? count(twoDigits(value), 'line') : count(value, 'pull request');
}

/** Two significant digits, also below one: "1.4", "0.35". */
function rate(value: number): string {
  return String(twoDigits(value));
}

/** Two values to be read side by side, the second without a unit that goes without saying: ["35 hours", "46"]. */
export function amountPair(value: number, other: number, unit: Unit): [string, string] {
  if (unit === 'hours') return durationPair(value, other);
  if (unit === 'working hours') return workingPair(value, other);
  if (unit === 'pull requests per person') return [amount(value, unit), rate(other)];
  return [amount(value, unit), number(unit === 'lines' ? twoDigits(other) : other)];
}
