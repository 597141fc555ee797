import { normalQuantile } from '../distributions/normal.ts';
import { at } from '../numbers.ts';
import { rowAt, type Survival } from './kaplan-meier.ts';

/** How the interval of S is drawn: on log(-log S), which is ours, on log S, which is R's default, or on S itself. */
export type SurvivalScale = 'log-log' | 'log' | 'plain';

/** A limit is null where the scale has none: log(-log S) at S of 0 and 1, log S at 0. */
export type SurvivalLimits = { readonly lower: number | null; readonly upper: number | null };

/** Limits of S from S itself and the standard error of log S (Kalbfleisch and Prentice 1980, 1.4). */
export function survivalLimits(
  survival: number,
  logError: number,
  { scale = 'log-log', level = 0.95 }: { scale?: SurvivalScale; level?: number } = {},
): SurvivalLimits {
  const reach = normalQuantile((1 + level) / 2) * logError;
  if (scale === 'plain') {
    if (survival === 0) return { lower: 0, upper: 0 };
    return {
      lower: Math.max(0, survival - reach * survival),
      upper: Math.min(1, survival + reach * survival),
    };
  }
  if (survival === 0) return { lower: null, upper: null };
  if (scale === 'log') {
    return { lower: survival * Math.exp(-reach), upper: Math.min(1, survival * Math.exp(reach)) };
  }
  if (survival === 1) return { lower: null, upper: null };
  const logHazard = Math.log(-Math.log(survival));
  const logReach = reach / -Math.log(survival);
  return {
    lower: Math.exp(-Math.exp(logHazard + logReach)),
    upper: Math.exp(-Math.exp(logHazard - logReach)),
  };
}

/** S at a time, its standard error (Greenwood 1926) and limits; before the first time S is 1 and certain. */
export function survivalAt(
  curve: Survival,
  time: number,
  options: { scale?: SurvivalScale; level?: number } = {},
): { survival: number; se: number } & SurvivalLimits {
  const row = rowAt(curve, time);
  if (row < 0) return { survival: 1, se: 0, lower: 1, upper: 1 };
  const survival = at(curve.survival, row);
  const logError = Math.sqrt(at(curve.greenwood, row));
  const se = survival === 0 ? 0 : survival * logError;
  return { survival, se, ...survivalLimits(survival, logError, options) };
}
