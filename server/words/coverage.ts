import { count, number } from './number.ts';

/** How many of something are missing from a figure, and why: { count: 6, why: 'by bots' }. */
export type Missing = { count: number; why: string };

/** "41 of 52 merged pull requests; 6 by bots, 5 without known commits"; a reason that nothing has goes unsaid. */
export function coverage(measured: number, of: number, noun: string, missing: readonly Missing[]): string {
  const reasons = missing
    .filter((part) => part.count > 0)
    .map((part) => `${number(part.count)} ${part.why}`)
    .join(', ');
  const share = measured === of ? `All ${count(of, noun)}` : `${number(measured)} of ${count(of, noun)}`;
  const whole = of === 0 ? `No ${noun}s` : of === 1 && measured === 1 ? `The only ${noun}` : share;
  return reasons === '' ? whole : `${whole}; ${reasons}`;
}
