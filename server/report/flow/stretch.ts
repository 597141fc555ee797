import type { Stretch } from '../../contract/flow.ts';
import {
  PROBABILITY,
  QUANTILE_MINIMUM,
  type QuantileMetric,
  type Statistic,
} from '../../metrics/definition.ts';
import { weekLabel, weekLastDay } from '../../model/week.ts';
import { bucketedQuantiles } from '../../stats/bucketed-quantile.ts';
import type { PartValues } from './part-values.ts';
import type { Part } from './parting.ts';

/** What a metric says of some weeks together: never a number that rests on fewer items than its minimum. */
export function stretchOf(
  { part, from, to }: Part,
  metric: QuantileMetric,
  statistic: Statistic,
  { values, merged }: Pick<PartValues, 'values' | 'merged'>,
): Stretch {
  const n = values.length;
  const nothing = {
    part,
    from: weekLabel(from),
    to: weekLastDay(to),
    value: null,
    low: null,
    high: null,
    n,
    of: merged,
  };
  if (n === 0) return { ...nothing, state: 'empty' };
  if (n < metric.definition.minimum[statistic]) return { ...nothing, state: 'too-few' };
  const banded = n >= QUANTILE_MINIMUM.p75;
  const probabilities = [...new Set([0.25, 0.75, PROBABILITY[statistic]])].sort();
  const found = new Map(
    bucketedQuantiles(values, probabilities).map((value, at) => [probabilities[at], value / metric.perUnit]),
  );
  const at = (probability: number) => rounded(found.get(probability) ?? Number.NaN);
  return {
    ...nothing,
    state: 'value',
    value: at(PROBABILITY[statistic]),
    low: banded ? at(0.25) : null,
    high: banded ? at(0.75) : null,
  };
}

/** To a hundredth: no reader sees more, and an answer of many numbers has its bounds. Throws on what is no number. */
export function rounded(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`a value is ${value}`);
  return Math.round(value * 100) / 100;
}
