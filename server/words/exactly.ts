import { list } from './list.ts';
import { count } from './number.ts';

/** Whole minutes, nothing rounded: "1 day, 5 hours and 28 minutes". */
export function exactly(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [
    ...(days === 0 ? [] : [count(days, 'day')]),
    ...(hours === 0 ? [] : [count(hours, 'hour')]),
    ...(minutes % 60 === 0 && minutes > 0 ? [] : [count(minutes % 60, 'minute')]),
  ];
  return list(parts);
}
