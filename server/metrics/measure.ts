import { type Metric, PROBABILITY, QUANTILE_MINIMUM, type Statistic } from './definition.ts';

/** What a metric says of some items. Never NaN, and never a number that rests on fewer items than its minimum. */
export type Measurement =
  | {
      state: 'value';
      value: number;
      /** 25th and 75th percentile beside a median, where there are enough items for them. */
      middleHalf: { low: number; high: number } | null;
      n: number;
    }
  | { state: 'too-few'; n: number; needed: number }
  | { state: 'empty'; n: 0 };

/** Measures `n` items by the quantiles of their values or, for a metric that counts, by their number alone. */
export function measure(
  metric: Metric,
  statistic: Statistic,
  n: number,
  quantiles: (probabilities: readonly number[]) => readonly number[],
): Measurement {
  if (metric.kind === 'count') return { state: 'value', value: n, middleHalf: null, n };
  if (n === 0) return { state: 'empty', n: 0 };
  const needed = metric.definition.minimum[statistic];
  if (n < needed) return { state: 'too-few', n, needed };
  const withBand = statistic === 'p50' && n >= QUANTILE_MINIMUM.p75;
  const asked = withBand ? [0.25, 0.5, 0.75] : [PROBABILITY[statistic]];
  const [first = Number.NaN, middle = first, last = first] = quantiles(asked).map(
    (value) => value / metric.perUnit,
  );
  return { state: 'value', value: middle, middleHalf: withBand ? { low: first, high: last } : null, n };
}
