import { cannot, type OrCannot } from '../cannot.ts';
import { at, type Numbers } from '../numbers.ts';

/**
 * What is known of the time to an event when some have not had it yet: one row for each distinct time, events before censorings.
 * `greenwood` is the running sum of d / (n (n - d)), the variance of log S; infinite once S is 0.
 */
export type Survival = {
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly survival: Float64Array;
  readonly greenwood: Float64Array;
};

/**
 * Kaplan and Meier (1958): S(t) = prod(1 - d / n). `times` in any unit >= 0, from the start of each subject's clock to its event
 * or to the last moment it was followed; `happened` is 1 for an event and 0 for a censored one.
 */
export function kaplanMeier(times: Numbers, happened: Numbers): OrCannot<Survival> {
  if (times.length === 0) return cannot('no observations');
  const all = Float64Array.from(times).sort();
  const ended = Float64Array.from(Array.from(times).filter((_, index) => at(happened, index) > 0)).sort();
  if (ended.length === 0) return cannot('all censored');
  const distinct = Float64Array.from(new Set(all));
  const rows = distinct.length;
  const found = {
    times: distinct,
    atRisk: new Float64Array(rows),
    events: new Float64Array(rows),
    survival: new Float64Array(rows),
    greenwood: new Float64Array(rows),
  };
  let gone = 0;
  let counted = 0;
  let survival = 1;
  let greenwood = 0;
  for (let row = 0; row < rows; row++) {
    const time = at(distinct, row);
    const atRisk = all.length - gone;
    const before = counted;
    while (counted < ended.length && at(ended, counted) === time) counted++;
    while (gone < all.length && at(all, gone) === time) gone++;
    const events = counted - before;
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    found.atRisk[row] = atRisk;
    found.events[row] = events;
    found.survival[row] = survival;
    found.greenwood[row] = greenwood;
  }
  return found;
}

/** The last row whose time is at most `time`; -1 before the first. */
export function rowAt({ times }: Survival, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(times, middle) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
