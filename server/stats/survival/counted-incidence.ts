import { at } from '../numbers.ts';
import { countedBelow } from './tally.ts';

/**
 * The shares that have had the event by each of some moments when another way of ending competes with it (Aalen and Johansen 1978), of
 * whole numbers, none of which may be negative: times to the event, times to the other end, and times by which neither had
 * happened. The same as `cumulativeIncidence`, by counting: linear. `moments` must ascend; null: nothing was followed for so long.
 */
export function countedIncidence(
  times: Int32Array,
  others: Int32Array,
  censored: Int32Array,
  moments: readonly number[],
): (number | null)[] {
  const limit = Math.max(0, ...moments) + 1;
  const [happened, ended, gone] = [times, others, censored].map((list) => countedBelow(limit, [list]).counts);
  if (happened === undefined || ended === undefined || gone === undefined) return [];
  let atRisk = times.length + others.length + censored.length;
  let [survival, share] = [1, 0];
  const found: (number | null)[] = [];
  for (let time = 0; time < limit; time++) {
    const [events, other] = [at(happened, time), at(ended, time)];
    if (events + other > 0) {
      share += (survival * events) / atRisk;
      survival *= 1 - (events + other) / atRisk;
    }
    // Followed until then, or all have ended before: after that the share is known to stay.
    for (const moment of moments)
      if (moment === time) found.push(atRisk > 0 || survival === 0 ? share : null);
    atRisk -= events + other + at(gone, time);
  }
  return found;
}
