import { duration, durationPair, workingDuration, workingPair } from './duration.ts';
import { count, number, twoDigits } from './number.ts';

/** The units that a measure can have. */
export type Unit =
  | 'hours'
  | 'working hours'
  | 'pull requests'
  | 'pull requests per person'
  | 'issues'
  | 'issues per person'
  | 'lines'
  | 'share'
  | 'share of pull requests'
  | 'share of lines'
  | 'hours per 100 lines'
  | 'comments per 100 lines';

/** A measure's value in words: "35 hours", "2.1 days", "1,200 lines" (two significant digits), "1,204 pull requests" (exact), "62 %". */
export function amount(value: number, unit: Unit): string {
  switch (unit) {
    case 'hours':
      return duration(value);
    case 'working hours':
      return workingDuration(value);
    case 'pull requests per person':
    case 'issues per person':
      return `${rate(value)} ${unit}`;
    case 'hours per 100 lines':
      return `${duration(value)} per 100 lines`;
    case 'comments per 100 lines':
      return `${rate(value)} ${unit}`;
    case 'pull requests':
      return count(value, 'pull request');
    case 'issues':
      return count(value, 'issue');
    case 'lines':
      return count(twoDigits(value), 'line');
    case 'share':
    case 'share of pull requests':
    case 'share of lines':
      return percent(value);
  }
}

/** Two significant digits, also below one: "1.4", "0.35". */
function rate(value: number): string {
  return String(twoDigits(value));
}

/** A share of 1: "62 %"; what is not quite none or all is not said to be. */
function percent(value: number): string {
  const whole = Math.round(100 * value);
  if (whole === 0 && value > 0) return 'under 1 %';
  return whole === 100 && value < 1 ? 'over 99 %' : `${whole} %`;
}

/** Two values to be read side by side, the second without a unit that goes without saying: ["35 hours", "46"]. */
export function amountPair(value: number, other: number, unit: Unit): [string, string] {
  switch (unit) {
    case 'hours':
      return durationPair(value, other);
    case 'working hours':
      return workingPair(value, other);
    case 'pull requests per person':
    case 'issues per person':
      return [amount(value, unit), rate(other)];
    case 'hours per 100 lines':
      return [amount(value, unit), duration(other)];
    case 'comments per 100 lines':
      return [amount(value, unit), rate(other)];
    case 'share':
    case 'share of pull requests':
    case 'share of lines':
      return [percent(value), percent(other)];
    default:
      return [amount(value, unit), number(unit === 'lines' ? twoDigits(other) : other)];
  }
}
