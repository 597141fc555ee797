import { cannot, type OrCannot } from '../cannot.ts';
import { type LogRatio, logRatio } from './two-proportions.ts';

/** One stratum: how many of those exposed and of the others had the outcome, and how many had not. */
export type Stratum = {
  readonly exposedWith: number;
  readonly exposedWithout: number;
  readonly otherWith: number;
  readonly otherWithout: number;
};

/**
 * Odds ratio common to all strata (Mantel and Haenszel 1959), with the variance of its log by Robins, Breslow and Greenland (1986).
 * A stratum with one arm only, or without the outcome, adds nothing.
 */
export function mantelHaenszelOdds(strata: readonly Stratum[], level = 0.95): OrCannot<LogRatio> {
  let concordant = 0;
  let discordant = 0;
  let [first, mixed, last] = [0, 0, 0];
  for (const { exposedWith: a, exposedWithout: b, otherWith: c, otherWithout: d } of strata) {
    const n = a + b + c + d;
    if (n === 0) continue;
    const [r, s] = [(a * d) / n, (b * c) / n];
    const [p, q] = [(a + d) / n, (b + c) / n];
    concordant += r;
    discordant += s;
    first += p * r;
    mixed += p * s + q * r;
    last += q * s;
  }
  if (concordant === 0 || discordant === 0) return cannot('no value above zero');
  const variance =
    first / (2 * concordant ** 2) + mixed / (2 * concordant * discordant) + last / (2 * discordant ** 2);
  return logRatio(Math.log(concordant / discordant), Math.sqrt(variance), level);
}

/** Risk ratio common to all strata, with the variance of its log by Greenland and Robins (1985). */
export function mantelHaenszelRisk(strata: readonly Stratum[], level = 0.95): OrCannot<LogRatio> {
  let exposed = 0;
  let other = 0;
  let spread = 0;
  for (const { exposedWith: a, exposedWithout: b, otherWith: c, otherWithout: d } of strata) {
    const [m, k] = [a + b, c + d];
    const n = m + k;
    if (m === 0 || k === 0) continue;
    exposed += (a * k) / n;
    other += (c * m) / n;
    spread += (m * k * (a + c) - a * c * n) / n ** 2;
  }
  if (exposed === 0 || other === 0) return cannot('no value above zero');
  return logRatio(Math.log(exposed / other), Math.sqrt(spread / (exposed * other)), level);
}
