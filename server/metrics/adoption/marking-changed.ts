import { isCannot } from '../../stats/cannot.ts';
import { newcombe } from '../../stats/proportions/newcombe.ts';
import type { UsersWeekly } from './users-weekly.ts';

/** Which basis has fallen while the other held. */
export type Fallen = 'marks' | 'told';

/** Falls by this much of its highest four weeks, while the other loses no more than that. */
const FALLS = 0.4;
const HOLDS = 0.15;
const FOUR = 4;
const LEAST_WEEKS = 12;

/**
 * Whether the two bases have parted: marks in the work and use that vendors tell, of the same people in the same weeks. Then it is the
 * marking (or the telling) that has changed, and not, or not only, the use. Null: they move together, or there is too little.
 */
export function markingChanged(marks: UsersWeekly, told: UsersWeekly): Fallen | null {
  if (marks.people.length < LEAST_WEEKS) return null;
  if (fell(marks, told)) return 'marks';
  return fell(told, marks) ? 'told' : null;
}

function fell(one: UsersWeekly, other: UsersWeekly): boolean {
  const last = one.people.length - FOUR;
  const now = fourFrom(one, last);
  let [peak, at] = [now, last];
  for (let week = 0; week < last; week++) {
    const then = fourFrom(one, week);
    if (shareOf(then) > shareOf(peak)) [peak, at] = [then, week];
  }
  if (shareOf(now) > (1 - FALLS) * shareOf(peak)) return false;
  const difference = newcombe(now, peak);
  if (isCannot(difference) || difference.upper >= 0) return false;
  const before = shareOf(fourFrom(other, at));
  return before > 0 && shareOf(fourFrom(other, last)) >= (1 - HOLDS) * before;
}

function fourFrom({ users, people }: UsersWeekly, week: number) {
  const sum = (counts: Float64Array) => counts.subarray(week, week + FOUR).reduce((all, one) => all + one, 0);
  return { successes: sum(users), trials: sum(people) };
}

function shareOf({ successes, trials }: { successes: number; trials: number }): number {
  return trials === 0 ? 0 : successes / trials;
}
