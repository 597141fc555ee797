import type { Week } from '../model/week.ts';

const PERIODS = [1, 2, 4, 13, 26];

/** Equal periods up to the last week, `most` of them; what is left over at the beginning is a shorter one. Both ends included. */
export function periodsOf(first: Week, last: Week, most: number): { from: Week; to: Week }[] {
  const all = last - first + 1;
  const weeks = PERIODS.find((each) => Math.ceil(all / each) <= most) ?? Math.ceil(all / most);
  return Array.from({ length: Math.ceil(all / weeks) }, (_, back) => {
    const to = last - back * weeks;
    return { from: Math.max(first, to - weeks + 1), to };
  }).reverse();
}
