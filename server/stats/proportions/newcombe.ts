import { isCannot, type OrCannot } from '../cannot.ts';
import { wilson } from './wilson.ts';

/** A difference of two shares, first minus second, with its limits. */
export type ShareDifference = { readonly difference: number; readonly lower: number; readonly upper: number };

/**
 * Newcombe's hybrid score interval (1998, method 10): each limit takes the distance to the Wilson limit of either share. Trials
 * count as independent of each other; with few clusters use the jackknife.
 */
export function newcombe(
  first: { successes: number; trials: number },
  second: { successes: number; trials: number },
  level = 0.95,
): OrCannot<ShareDifference> {
  const one = wilson(first.successes, first.trials, level);
  if (isCannot(one)) return one;
  const two = wilson(second.successes, second.trials, level);
  if (isCannot(two)) return two;
  const difference = one.share - two.share;
  return {
    difference,
    lower: difference - Math.hypot(one.share - one.lower, two.upper - two.share),
    upper: difference + Math.hypot(one.upper - one.share, two.share - two.lower),
  };
}
