import type { OpenAge } from '../contract/open-work.ts';

/** How long something has been open: where each band begins, in hours since the opening, from the youngest to the oldest. */
export const OPEN_AGES: readonly { age: OpenAge; name: string; hours: number }[] = [
  { age: 'under-1d', name: 'Under a day', hours: 0 },
  { age: '1d-3d', name: '1 to 3 days', hours: 24 },
  { age: '3d-7d', name: '3 to 7 days', hours: 3 * 24 },
  { age: '1w-2w', name: '1 to 2 weeks', hours: 7 * 24 },
  { age: '2w-4w', name: '2 to 4 weeks', hours: 14 * 24 },
  { age: '4w-12w', name: '4 to 12 weeks', hours: 28 * 24 },
  { age: 'over-12w', name: 'Over 12 weeks', hours: 84 * 24 },
];

/** The place of the band that so many minutes lie in. */
export function openAgeOf(minutes: number): number {
  return OPEN_AGES.findLastIndex(({ hours }) => minutes >= hours * 60);
}
