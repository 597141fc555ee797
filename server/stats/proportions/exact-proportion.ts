import { cannot, type OrCannot } from '../cannot.ts';
import { betaQuantile } from '../distributions/beta.ts';
import type { Share } from './wilson.ts';

/** Clopper and Pearson (1934): never covers less than its level, so it is wider than Wilson's. */
export function clopperPearson(successes: number, trials: number, level = 0.95): OrCannot<Share> {
  if (!(trials > 0)) return cannot('no observations');
  const outside = (1 - level) / 2;
  const failures = trials - successes;
  return {
    share: successes / trials,
    lower: successes === 0 ? 0 : betaQuantile(outside, successes, failures + 1),
    upper: failures === 0 ? 1 : betaQuantile(1 - outside, successes + 1, failures),
  };
}

/** Quantiles of the posterior beta(x + 1/2, n - x + 1/2) under Jeffreys' prior (Brown, Cai and DasGupta 2001). */
export function jeffreys(successes: number, trials: number, level = 0.95): OrCannot<Share> {
  if (!(trials > 0)) return cannot('no observations');
  const outside = (1 - level) / 2;
  const [a, b] = [successes + 0.5, trials - successes + 0.5];
  return {
    share: successes / trials,
    lower: betaQuantile(outside, a, b),
    upper: betaQuantile(1 - outside, a, b),
  };
}
