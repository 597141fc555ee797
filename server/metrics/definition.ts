import type { Chunk } from '../facts/columns/chunk.ts';

export type Statistic = 'p50' | 'p75' | 'p85';

/** What a measure is, said once: API, charts, tables and CSV all take name, unit, formula and minimum from here. */
export type MetricDefinition = {
  id: 'cycle-time' | 'merged-pull-requests' | 'batch-size';
  name: string;
  unit: 'hours' | 'pull requests' | 'lines';
  better: 'lower' | 'higher' | 'neither';
  formula: string;
  /** Fewest items from which a value is given. */
  minimum: Record<Statistic, number>;
  /** What it means when a week has nothing. */
  emptyMeans: string;
  limits: string[];
};

/** A metric that counts items: 0 is a value wherever data exist. Or one that takes a quantile of something each item has. */
export type Metric =
  | { definition: MetricDefinition; kind: 'count' }
  | {
      definition: MetricDefinition;
      kind: 'quantile';
      /** The item's value in whole numbers, or UNKNOWN. */
      itemValue(chunk: Chunk, row: number): number;
      /** How many of those whole numbers make one of the definition's unit. */
      perUnit: number;
      /** What an item with a value is, and one without: "with known commits", "without known commits". */
      having: string;
      lacking: string;
    };

/** So many that at least two observations lie beyond the quantile. */
export const QUANTILE_MINIMUM: Record<Statistic, number> = { p50: 5, p75: 8, p85: 14 };

export const PROBABILITY: Record<Statistic, number> = { p50: 0.5, p75: 0.75, p85: 0.85 };
