import { type Instant, MINUTE } from '../../model/instant.ts';
import { gapAround, type Hours, isAtWork } from './working-hours.ts';

const SOONEST = 10 * MINUTE;

/** Three numbers from 0 to 1: which side is taken, how long before the evening, how long after the morning. */
export type Tosses = readonly [side: number, evening: number, morning: number];

/**
 * Moves the end of something from the hours without work to an evening before or a morning after, so that the expected
 * logarithm of its duration stays exactly what it was: with e and m the durations to the evening and the morning, the morning
 * is taken with probability (log d - log e) / (log m - log e). Rounding to the next morning instead would stretch short
 * durations more than long ones, and no effect on the logarithm would come out as it was planted.
 *
 * Where the evening lies too near to the beginning, as with work begun on a Saturday, the end stays where it is.
 */
export function movedToWork(
  hours: Hours,
  begun: Instant,
  end: Instant,
  [side, evening, morning]: Tosses,
): Instant {
  if (isAtWork(hours, end)) return end;
  const gap = gapAround(hours, end);
  const latest = gap.from - begun;
  if (latest < SOONEST || gap.to === Number.POSITIVE_INFINITY) return end;
  const early = Math.max(SOONEST, latest - evening * 120 * MINUTE);
  const late = gap.to - begun + morning * morning * 150 * MINUTE;
  const share = Math.log((end - begun) / early) / Math.log(late / early);
  return begun + (side < share ? late : early);
}
