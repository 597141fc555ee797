import { MINUTE } from '../../model/instant.ts';
import { date } from '../../words/date.ts';
import { count } from '../../words/number.ts';
import type { Held } from '../live.ts';
import type { Effect } from './effect.ts';
import { PERIOD } from './frame.ts';

/** Weeks after the first start at which a verdict is final: to look every month would be wrong one time in seven. */
export const LOOKS = [12, 24, 52] as const;

export type Look = { isFinal: boolean; sentence: string };

/** Whether this is one of the looks that count, and when the next one is. */
export function lookOf(held: Held, effect: Pick<Effect, 'frame' | 'counts'>): Look {
  const weeks = effect.counts.weeksAfter;
  const next = LOOKS.find((look) => look > weeks);
  const isFinal = LOOKS.some((look) => look === weeks);
  const since = `${count(weeks, 'week')} since the first start`;
  if (isFinal) return { isFinal, sentence: `Final look, ${since}.` };
  if (next === undefined) {
    return {
      isFinal,
      sentence: `Provisional: ${since}, after the last look that was planned (at ${LOOKS.at(-1)} weeks).`,
    };
  }
  const when = dayOfLook(held, effect, next);
  return {
    isFinal,
    sentence: `Provisional: ${since}. The next look that counts is at ${next} weeks, on ${when}.`,
  };
}

/** The day on which so many weeks are over, and what began in them is followed for long enough. */
export function dayOfLook(held: Held, { frame }: Pick<Effect, 'frame'>, weeks: number): string {
  const table = held.snapshot.weeks;
  return date(table.weekStart(frame.first + weeks) + (frame.patience ?? 0) * 60 * MINUTE, table.zone);
}

/** The Monday after the weeks that are waited for: something may be said a few days earlier. */
export function dayOfFirstLook(held: Held, { frame }: Pick<Effect, 'frame'>): string {
  const table = held.snapshot.weeks;
  return date(table.weekStart(frame.first + weeksNeeded({ frame })), table.zone);
}

/** Full weeks that are waited for before anything is said: two periods, and until what began in them is followed. */
export function weeksNeeded({ frame }: Pick<Effect, 'frame'>): number {
  return 2 * PERIOD + Math.ceil((frame.patience ?? 0) / (7 * 24));
}
