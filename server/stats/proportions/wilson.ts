import { cannot, type OrCannot } from '../cannot.ts';
import { normalQuantile } from '../distributions/normal.ts';

/** A share of 0 to 1 with its limits. */
export type Share = { readonly share: number; readonly lower: number; readonly upper: number };

/** Wilson's score interval (1927; method 3 of Newcombe 1998): sound for few trials and for shares of 0 and 1. */
export function wilson(successes: number, trials: number, level = 0.95): OrCannot<Share> {
  if (!(trials > 0)) return cannot('no observations');
  const z = normalQuantile((1 + level) / 2);
  const share = successes / trials;
  const middle = successes + (z * z) / 2;
  const reach = z * Math.sqrt(successes * (1 - share) + (z * z) / 4);
  const whole = trials + z * z;
  return {
    share,
    // At the ends the formula is exact; what rounding leaves of it is cut off.
    lower: successes === 0 ? 0 : (middle - reach) / whole,
    upper: successes === trials ? 1 : (middle + reach) / whole,
  };
}
