import { at } from '../numbers.ts';
import { type SurvivalDescent, survivalDescent } from './survival-descent.ts';
import { countedBelow, largest, type Tally } from './tally.ts';

/** Times below this are counted one by one; later ones, which quantiles seldom come to, are sorted. */
const COUNTED = 2 ** 15;

/**
 * Kaplan and Meier's quantiles of whole numbers, none of which may be negative: `times` to an event, and lists of times by which none
 * had happened. The same as `survivalQuantile` of `kaplanMeier`, but by counting instead of sorting: linear, for thousands of times
 * in each of hundreds of weeks. Null where S stays above 1 - probability, or comes down to it where fewer than two are followed
 * further: the last ones alone would decide. `probabilities` must ascend.
 */
export function countedSurvivalQuantiles(
  times: Int32Array,
  censored: readonly Int32Array[],
  probabilities: readonly number[],
): (number | null)[] {
  const all = censored.reduce((sum, { length }) => sum + length, times.length);
  const walk = survivalDescent(all, probabilities);
  const top = Math.min(COUNTED, largest([times, ...censored]) + 1);
  const ended = countedBelow(top, [times]);
  const gone = countedBelow(top, censored);
  for (let time = 0; time < top && !walk.isOver(); time++) {
    const [events, lost] = [at(ended.counts, time), at(gone.counts, time)];
    if (events > 0 || lost > 0) walk.step(time, events, lost);
  }
  if (!walk.isOver()) inOrder(ended, gone, walk);
  return walk.found();
}

/** The steps at times that were not counted one by one. */
function inOrder(ended: Tally, gone: Tally, walk: SurvivalDescent): void {
  const [times, censored] = [ended.rest.sort(), gone.rest.sort()];
  let [time, left] = [0, 0];
  while ((time < times.length || left < censored.length) && !walk.isOver()) {
    const now = Math.min(times[time] ?? Number.POSITIVE_INFINITY, censored[left] ?? Number.POSITIVE_INFINITY);
    const [events, lost] = [time, left];
    while (times[time] === now) time++;
    while (censored[left] === now) left++;
    walk.step(now, time - events, left - lost);
  }
}
