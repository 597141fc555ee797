import type { Chunk } from '../facts/columns/chunk.ts';
import type { Missing } from './missing.ts';

export type Statistic = 'p50' | 'p75' | 'p85';

/** What a measure is, said once: API, charts, tables and CSV all take name, unit, formula and minimum from here. */
export type MetricDefinition = {
  id:
    | 'cycle-time'
    | 'time-to-merge'
    | 'coding-time'
    | 'pickup-time'
    | 'review-time'
    | 'merge-time'
    | 'deploy-time'
    | 'lead-time-for-changes'
    | 'merged-pull-requests'
    | 'batch-size';
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

/** What has to be known of a repository. Commits are all that a clone has; deployments have to be set up. */
export type Needs = 'commits' | 'openings' | 'reviews' | 'deployments';

/** A metric that counts items: 0 is a value wherever data exist. */
export type CountMetric = { definition: MetricDefinition; kind: 'count' };

/** A metric that takes a quantile of something each item has. */
export type QuantileMetric = {
  definition: MetricDefinition;
  kind: 'quantile';
  /** What each item's value is: "Hours from first commit to merge". */
  what: string;
  needs: Needs;
  /** The item's value in whole numbers, or UNKNOWN. */
  itemValue(chunk: Chunk, row: number): number;
  /** How many of those whole numbers make one of the definition's unit. */
  perUnit: number;
  /** What an item with a value is: "with known commits". */
  having: string;
  /** Why an item has no value, in the order in which the reasons are named; the first that holds counts, else the last. */
  missing: readonly [Missing, ...Missing[]];
  /** Something that is said of some of the items with a value: "reviewed in draft". */
  noted: Noted | null;
};

export type Noted = { what: string; holds(chunk: Chunk, row: number): boolean };

export type Metric = CountMetric | QuantileMetric;

/** So many that at least two observations lie beyond the quantile. */
export const QUANTILE_MINIMUM: Record<Statistic, number> = { p50: 5, p75: 8, p85: 14 };

export const PROBABILITY: Record<Statistic, number> = { p50: 0.5, p75: 0.75, p85: 0.85 };
