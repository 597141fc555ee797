import { cannot, type OrCannot } from '../cannot.ts';
import { betaQuantile, binomialBelow } from '../distributions/beta.ts';
import { gammaQuantile, poissonAtLeast, poissonBelow } from '../distributions/gamma.ts';
import { type LogRatio, logRatio } from './two-proportions.ts';

/** Events per unit of exposure with exact limits (Garwood 1936): gamma quantiles at x and x + 1. `exposure` e.g. engineer weeks. */
export function exactRate(
  events: number,
  exposure: number,
  level = 0.95,
): OrCannot<{ rate: number; lower: number; upper: number }> {
  if (!(exposure > 0)) return cannot('no observations');
  const outside = (1 - level) / 2;
  return {
    rate: events / exposure,
    lower: events === 0 ? 0 : gammaQuantile(outside, events) / exposure,
    upper: gammaQuantile(1 - outside, events + 1) / exposure,
  };
}

/** Exact two-sided p of a Poisson count against an expected one: all counts no likelier than the one seen (poisson.test). */
export function exactRateTest(events: number, expected: number): OrCannot<number> {
  if (!(expected > 0)) return cannot('no observations');
  if (events === expected) return 1;
  const seen = logChance(events, expected);
  const likely = (count: number) => logChance(count, expected) > seen + 1e-7;
  if (events > expected) {
    let low = -1;
    for (let count = 0; count <= expected && !likely(count); count++) low = count;
    return Math.min(1, poissonAtLeast(events, expected) + (low < 0 ? 0 : poissonBelow(low, expected)));
  }
  let high = Math.ceil(expected);
  while (likely(high)) high++;
  return Math.min(1, poissonBelow(events, expected) + poissonAtLeast(high, expected));
}

/** log of mean^x / x! up to a constant that all counts share. */
function logChance(count: number, mean: number): number {
  let log = 0;
  for (let factor = 1; factor <= count; factor++) log += Math.log(mean / factor);
  return log;
}

/**
 * Ratio of two rates: Wald limits on its log, and exact ones and p from the share of the events that fall to the first, which is
 * binomial given their sum (Przyborowski and Wilenski 1940).
 */
export function rateRatio(
  first: { events: number; exposure: number },
  second: { events: number; exposure: number },
  level = 0.95,
): OrCannot<{ wald: LogRatio; exact: { lower: number; upper: number; p: number } }> {
  if (!(first.exposure > 0 && second.exposure > 0)) return cannot('an empty group');
  const [x, y] = [first.events, second.events];
  if (x === 0 || y === 0) return cannot('no value above zero');
  const log = Math.log(x / first.exposure) - Math.log(y / second.exposure);
  const odds = second.exposure / first.exposure;
  const outside = (1 - level) / 2;
  const [low, high] = [betaQuantile(outside, x, y + 1), betaQuantile(1 - outside, x + 1, y)];
  const p = exactBinomial(x, x + y, first.exposure / (first.exposure + second.exposure));
  return {
    wald: logRatio(log, Math.sqrt(1 / x + 1 / y), level),
    exact: { lower: (low / (1 - low)) * odds, upper: (high / (1 - high)) * odds, p },
  };
}

/** Exact two-sided p of k in n: the chances of all counts no likelier than the one seen (binom.test). */
export function exactBinomial(k: number, n: number, chance: number): number {
  const shares = Array.from(
    { length: n + 1 },
    (_, count) => binomialBelow(count, n, chance) - binomialBelow(count - 1, n, chance),
  );
  const seen = (shares[k] ?? 0) * (1 + 1e-7);
  return Math.min(
    1,
    shares.reduce((total, share) => total + (share <= seen ? share : 0), 0),
  );
}
