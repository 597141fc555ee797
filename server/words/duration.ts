import { number, twoDigits } from './number.ts';

type Said = { value: number; unit: 'minute' | 'hour' | 'day' };

/** Hours as people say them, two significant digits: "40 minutes", "35 hours", "2.1 days" (from 48 hours on). */
export function duration(hours: number): string {
  return inWords(say(hours));
}

/**
 * Two durations to be read side by side: in days both where one is and the other is a day at least, and the second
 * without its unit where it is the first's: ["35 hours", "46"], ["3.8 days", "1.8"].
 */
export function durationPair(hours: number, others: number): [string, string] {
  const inDays = Math.min(hours, others) >= 24 && [hours, others].some((one) => say(one).unit === 'day');
  const first = inDays ? days(hours) : say(hours);
  const second = inDays ? days(others) : say(others);
  const bare = first.unit === second.unit && first.value !== 0 && second.value !== 0;
  return [inWords(first), bare ? amount(second) : inWords(second)];
}

/** Hours worked, two significant digits: "40 working minutes", "35 working hours". Never days: how long one is differs. */
export function workingDuration(hours: number): string {
  const { value, unit } = sayWorked(hours);
  return value === 0 ? 'under a minute' : `${number(value)} working ${unit}${value === 1 ? '' : 's'}`;
}

/** Two of them to be read side by side: ["35 working hours", "46"]. */
export function workingPair(hours: number, others: number): [string, string] {
  const [one, other] = [sayWorked(hours), sayWorked(others)];
  const bare = one.unit === other.unit && one.value !== 0 && other.value !== 0;
  return [workingDuration(hours), bare ? number(other.value) : workingDuration(others)];
}

function sayWorked(hours: number): Said {
  const said = say(hours);
  return said.unit === 'day' ? { value: twoDigits(hours), unit: 'hour' } : said;
}

function say(hours: number): Said {
  const minutes = twoDigits(hours * 60);
  // Rounded first, so that 59.8 minutes are an hour and never "60 minutes".
  if (minutes < 60) return { value: minutes < 1 ? 0 : Math.round(minutes), unit: 'minute' };
  const rounded = twoDigits(hours);
  if (rounded < 48) return { value: Math.max(rounded, 1), unit: 'hour' };
  return days(hours);
}

function days(hours: number): Said {
  return { value: twoDigits(hours / 24), unit: 'day' };
}

function inWords(said: Said): string {
  return said.value === 0 ? 'under a minute' : `${amount(said)} ${unit(said)}`;
}

function amount(said: Said): string {
  return number(said.value);
}

function unit(said: Said): string {
  return said.value === 1 ? said.unit : `${said.unit}s`;
}
