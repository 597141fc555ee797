import type { Instant } from '../../model/instant.ts';
import { fullDateAndTime } from '../../words/date.ts';
import { count } from '../../words/number.ts';
import type { StaleSource } from '../health/stale.ts';
import type { Letter } from './letter.ts';

const FOOT = 'Uptake says this once when data are older than two nights, and once when they are well again.';

/** That data have become old, and why, as far as it is known. */
export function staleLetter(stale: readonly StaleSource[], zone: string): Letter {
  const lead = `No new data for two nights from ${count(stale.length, 'source')}.`;
  return {
    about: 'data health',
    subject: `Uptake: ${lead}`,
    lead,
    parts: [
      {
        title: 'What is behind',
        lines: stale.map(({ asked, since, said }) => {
          const when = since === null ? 'has not been read yet' : `last read ${fullDateAndTime(since, zone)}`;
          return said === '' ? `${asked}: ${when}.` : `${asked}: ${when}. ${said}`;
        }),
      },
      { title: 'What to do', lines: ['Run "uptake doctor": it checks each source and says what to do.'] },
    ],
    link: null,
    foot: FOOT,
  };
}

/** That all is well again. */
export function wellLetter(now: Instant, zone: string): Letter {
  const lead = 'All sources bring data again.';
  return {
    about: 'data health',
    subject: `Uptake: ${lead}`,
    lead,
    parts: [
      { title: 'Since', lines: [`${fullDateAndTime(now, zone)}. Nothing is missing from the figures.`] },
    ],
    link: null,
    foot: FOOT,
  };
}
