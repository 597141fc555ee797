import type { Instant } from '../../model/instant.ts';
import { fullDateAndTime } from '../../words/date.ts';
import type { Letter } from './letter.ts';

/**
 * What a channel is tried with before it is kept: that it works, and what will come.
 * @param due when the weekly digest goes out next; null: never by itself
 */
export function trialLetter(due: Instant | null, zone: string): Letter {
  const lead = 'Uptake reaches you here.';
  const digest =
    due === null
      ? 'The weekly digest is switched off.'
      : `The weekly digest, on ${fullDateAndTime(due, zone)} for the first time: the verdict with its cost, what changed, and one thing to do. A quiet week is silent.`;
  return {
    about: 'trial',
    subject: `Uptake: ${lead}`,
    lead,
    parts: [
      {
        title: 'What will come',
        lines: [digest, 'A word when data are older than two nights, and one when they are well again.'],
      },
    ],
    link: null,
    foot: 'Sent from the page Setup, to try the way here. Nothing is to be done; an issue that was opened for this can be closed.',
  };
}
