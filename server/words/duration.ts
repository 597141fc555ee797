import { number, twoDigits } from './number.ts';

type Said = { value: number; unit: 'minute' | 'hour' | 'day' };

/** Hours as people say them, two significant digits: "40 minutes", "35 hours", "2.1 days" (from 48 hours on). */
export function duration(hours: number): string {
  const said = say(hours);
  return said.value === 0 ? 'under a minute' : `${amount(said)} ${unit(said)}`;
}

/** Two durations to be read side by side: the second goes without its unit where it is the first's: ["35 hours", "46"]. */
export function durationPair(hours: number, others: number): [string, string] {
  const first = say(hours);
  const second = say(others);
  const bare = first.unit === second.unit && first.value !== 0 && second.value !== 0;
  return [duration(hours), bare ? amount(second) : duration(others)];
}

function say(hours: number): Said {
  const minutes = twoDigits(hours * 60);
  // Rounded first, so that 59.8 minutes are an hour and never "60 minutes".
  if (minutes < 60) return { value: minutes < 1 ? 0 : Math.round(minutes), unit: 'minute' };
  const rounded = twoDigits(hours);
  if (rounded < 48) return { value: Math.max(rounded, 1), unit: 'hour' };
  return { value: twoDigits(hours / 24), unit: 'day' };
}

function amount(said: Said): string {
  return number(said.value);
}

function unit(said: Said): string {
  return said.value === 1 ? said.unit : `${said.unit}s`;
}
