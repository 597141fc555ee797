import { cannot, type OrCannot } from '../cannot.ts';
import { chiSquareAbove } from '../distributions/gamma.ts';
import { normalQuantile } from '../distributions/normal.ts';

export type Counted = { readonly successes: number; readonly trials: number };

/** Chi-square of a two by two table, with Yates' correction (1934) if asked for; one degree of freedom (prop.test). */
export function proportionTest(
  first: Counted,
  second: Counted,
  corrected = false,
): OrCannot<{ chiSquare: number; p: number }> {
  if (!(first.trials > 0 && second.trials > 0)) return cannot('an empty group');
  const all = first.trials + second.trials;
  const pooled = (first.successes + second.successes) / all;
  if (pooled === 0 || pooled === 1) return cannot('constant outcome');
  const difference = Math.abs(first.successes / first.trials - second.successes / second.trials);
  const each = 1 / first.trials + 1 / second.trials;
  const step = corrected ? Math.min(0.5, difference / each) * each : 0;
  const chiSquare = (difference - step) ** 2 / (pooled * (1 - pooled) * each);
  return { chiSquare, p: chiSquareAbove(chiSquare, 1) };
}

export type LogRatio = {
  readonly ratio: number;
  readonly log: number;
  readonly se: number;
  readonly lower: number;
  readonly upper: number;
};

/** Risk ratio first to second with the delta-method interval on its log (Katz and others 1978). */
export function riskRatio(first: Counted, second: Counted, level = 0.95): OrCannot<LogRatio> {
  if (!(first.trials > 0 && second.trials > 0)) return cannot('an empty group');
  if (first.successes === 0 || second.successes === 0) return cannot('no value above zero');
  const log = Math.log(first.successes / first.trials) - Math.log(second.successes / second.trials);
  const variance = 1 / first.successes - 1 / first.trials + 1 / second.successes - 1 / second.trials;
  if (variance === 0) return cannot('constant outcome');
  return logRatio(log, Math.sqrt(variance), level);
}

/** A ratio with normal limits on its log. */
export function logRatio(log: number, se: number, level = 0.95): LogRatio {
  const reach = normalQuantile((1 + level) / 2) * se;
  return { ratio: Math.exp(log), log, se, lower: Math.exp(log - reach), upper: Math.exp(log + reach) };
}
