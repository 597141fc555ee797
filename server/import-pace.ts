import { type Instant, SECOND } from './model/instant.ts';
import type { Progress } from './model/rows.ts';

/** Before that nobody can tell how fast a step goes. */
const ENOUGH = 10 * SECOND;

/**
 * Tells how many seconds a step will take yet, from how fast it has gone so far; null: that cannot be told. Steps may take turns,
 * as reading and measuring do: then the time of the others is part of it.
 */
export function importPace(): (step: Progress, now: Instant) => number | null {
  const begun = new Map<string, { at: Instant; from: number; last: number }>();
  return ({ what, done, total, waitsUntil }, now) => {
    const before = begun.get(what);
    const anew = before === undefined || done < before.last;
    const { at, from } = anew ? { at: now, from: done } : before;
    begun.set(what, { at, from, last: done });
    const [took, came] = [now - at, done - from];
    if (total === null || waitsUntil !== undefined || took < ENOUGH || came <= 0) return null;
    return Math.round((((total - done) / came) * took) / SECOND);
  };
}
