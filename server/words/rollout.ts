import { calendarDate } from './date.ts';
import { count } from './number.ts';

export const rolloutKinds = {
  assistant: 'Assistant in the editor',
  agent: 'Coding agent',
  review: 'Review by AI',
  program: 'Training or a new way of working',
  other: 'Something else',
} as const;

/** "8 of 12 teams start between 4 Mar 2026 and 1 Jun 2026; 4 are not planned." */
export function startsSentence(days: readonly (string | null)[]): string {
  const dated = days.filter((day) => day !== null).sort();
  const [first, last] = [dated.at(0), dated.at(-1)];
  if (first === undefined || last === undefined) return 'No team has a start date yet.';
  const when =
    first === last ? `on ${calendarDate(first)}` : `between ${calendarDate(first)} and ${calendarDate(last)}`;
  if (dated.length === days.length) {
    return days.length === 1 ? `The one team starts ${when}.` : `All ${days.length} teams start ${when}.`;
  }
  const rest = days.length - dated.length;
  return `${dated.length} of ${count(days.length, 'team')} ${dated.length === 1 ? 'starts' : 'start'} ${when}; ${rest} ${rest === 1 ? 'is' : 'are'} not planned.`;
}

export const orderSentences = {
  waiting: 'No team of the drawn order has a date yet.',
  kept: 'The start dates follow the drawn order.',
  'not-from-seed': 'This order does not follow from its seed: it was not drawn here.',
  'before-draw': 'A team of the order starts before it was drawn, so the order did not decide its date.',
  'out-of-order': 'The start dates do not follow the drawn order: a team starts before one drawn earlier.',
} as const;
