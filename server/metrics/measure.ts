import {
  type CountMetric,
  type Metric,
  PROBABILITY,
  QUANTILE_MINIMUM,
  type Statistic,
} from './definition.ts';

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
  /** The percentile lies beyond what has been followed so far. */
  | { state: 'not-reached'; n: number }
  | { state: 'empty'; n: 0 };

/**
 * Measures `n` items by the quantiles of their values, of which those not reached yet are null, or, for a metric that counts, by their
 * number alone.
 */
export function measure(
  metric: Metric,
  statistic: Statistic,
  n: number,
  quantiles: (probabilities: readonly number[]) => readonly (number | null)[],
): Measurement {
  if (metric.kind === 'count') return { state: 'value', value: n, middleHalf: null, n };
  if (n === 0) return { state: 'empty', n: 0 };
  const needed = metric.definition.minimum[statistic];
  if (n < needed) return { state: 'too-few', n, needed };
  const withBand = statistic === 'p50' && n >= QUANTILE_MINIMUM.p75;
  const asked = withBand ? [0.25, 0.5, 0.75] : [PROBABILITY[statistic]];
  const found = quantiles(asked).map((value) => (value === null ? null : value / metric.perUnit));
  const [low = null, value = low, high = value] = found;
  if (value === null) return { state: 'not-reached', n };
  const banded = withBand && low !== null && high !== null;
  return { state: 'value', value, middleHalf: banded ? { low, high } : null, n };
}

/** The share of `n` items that is noted. */
export function measureShare({ definition }: CountMetric, noted: number, n: number): Measurement {
  if (n === 0) return { state: 'empty', n: 0 };
  const needed = definition.minimum.p50;
  if (n < needed) return { state: 'too-few', n, needed };
  return { state: 'value', value: noted / n, middleHalf: null, n };
}

/** One sum by another of `n` items. */
export function measureSums(
  { definition }: CountMetric,
  { part, whole, per }: { part: number; whole: number; per: number },
  n: number,
): Measurement {
  if (n === 0) return { state: 'empty', n: 0 };
  const needed = definition.minimum.p50;
  if (n < needed || whole === 0) return { state: 'too-few', n, needed };
  return { state: 'value', value: (per * part) / whole, middleHalf: null, n };
}

/** The people on a roster in one week, and the items of that week. */
export type RosterWeek = { people: number; n: number };

/**
 * Items for each person and week, of the weeks with enough people on the roster: a sum over a sum, so that a week of many people counts
 * for more than one of few. Where none has enough, `n` is the largest number of people.
 */
export function measurePerPerson({ definition }: CountMetric, weeks: readonly RosterWeek[]): Measurement {
  const needed = definition.minimum.p50;
  const enough = weeks.filter(({ people }) => people >= needed);
  if (enough.length === 0) {
    return { state: 'too-few', n: Math.max(0, ...weeks.map(({ people }) => people)), needed };
  }
  const n = enough.reduce((sum, week) => sum + week.n, 0);
  const people = enough.reduce((sum, week) => sum + week.people, 0);
  return { state: 'value', value: n / people, middleHalf: null, n };
}
