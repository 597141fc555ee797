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
    | 'merged-per-person'
    | 'work-in-progress'
    | 'age-of-open-work'
    | 'batch-size'
    | 'issues-finished'
    | 'issues-finished-per-person'
    | 'issue-lead-time'
    | 'issue-cycle-time'
    | 'flow-efficiency'
    | 'issues-in-progress'
    | 'age-of-issues-in-progress'
    | 'ai-marked-share'
    | 'ai-assisted-throughput'
    | 'ai-line-share'
    | 'revert-rate'
    | 'hotfix-rate'
    | 'rework-share'
    | 'reopened-issues'
    | 'merged-without-review'
    | 'review-rounds'
    | 'review-comments-per-100-lines'
    | 'review-time-per-100-lines'
    | 'large-pull-requests'
    | 'ci-first-pass-rate'
    | 'bugs-linked';
  name: string;
  unit:
    | 'hours'
    | 'working hours'
    | 'pull requests'
    | 'pull requests per person'
    | 'issues'
    | 'issues per person'
    | 'lines'
    | 'share'
    | 'share of pull requests'
    | 'share of lines'
    | 'hours per 100 lines'
    | 'comments per 100 lines';
  /** The week that an item belongs to: that of its opening or of its merge as the question says, its merge, or any at whose end it is open. */
  weeks: 'opening-or-merge' | 'merge' | 'end';
  better: 'lower' | 'higher' | 'neither';
  /** What it is about where it is not about pull requests: their finish stands for the merge, their creation for the opening. */
  items?: 'issues';
  formula: string;
  /** Fewest items from which a value is given. */
  minimum: Record<Statistic, number>;
  /** What it means when a week has nothing. */
  emptyMeans: string;
  limits: string[];
};

/** What has to be known of a repository. Commits are all that a clone has; deployments have to be set up. */
export type Needs = 'commits' | 'openings' | 'reviews' | 'deployments' | 'checks';

/**
 * The items that a metric looks at week by week: those merged or opened in it, as the question groups them, or those that are open
 * and ready for review at its end.
 */
export type ItemsOf = 'merged' | 'open';

/** A metric that counts items: 0 is a value wherever data exist. */
export type CountMetric = {
  definition: MetricDefinition;
  kind: 'count';
  of: ItemsOf;
  /** Divided by the people on the roster in the week; `minimum` is theirs. */
  perPerson: boolean;
  /** Of those counted the share that is noted, instead of how many they are. */
  share?: true;
  /** One sum over those counted divided by another one, instead of how many they are. */
  sums?: Sums;
  /** What has to be known of a repository, where it is more than its commits. */
  needs?: Needs;
  /** What an item is that counts, where not all do: "with checks". */
  having?: string;
  /** Days after the merge, or finish, until an item's part in it stands; a week with a younger one has no value yet. */
  settles?: number;
  /** What a reader of the figure is to keep in mind. */
  beware?: string;
  /** Why an item is not counted, as in a metric of quantiles. */
  missing: readonly Missing[];
  /** Something that is said of some of those counted: "never in progress". */
  noted?: Noted;
};

/** `part` and `whole` are whole numbers of an item that counts; the value is `per` times the sum of one by that of the other. */
export type Sums = {
  part(chunk: Chunk, row: number): number;
  whole(chunk: Chunk, row: number): number;
  per: number;
};

/** A metric that takes a quantile of something each item has. */
export type QuantileMetric = {
  definition: MetricDefinition;
  kind: 'quantile';
  of: ItemsOf;
  /** What each item's value is: "Hours from first commit to merge". */
  what: string;
  needs: Needs;
  /** The item's value in whole numbers, or UNKNOWN; of open items the minute from which their age counts. */
  itemValue(chunk: Chunk, row: number): number;
  /** How many of those whole numbers make one of the definition's unit. */
  perUnit: number;
  /** What an item with a value is: "with known commits". */
  having: string;
  /** Why an item has no value, in the order in which the reasons are named; the first that holds counts, else the last. */
  missing: readonly [Missing, ...Missing[]];
  /** Something that is said of some of the items with a value: "reviewed in draft". */
  noted: Noted | null;
  /** Grouped by opening, how items count that have no value yet; null: they take no part before they are merged. */
  waiting: Waiting | null;
  /** The metric whose items have a value where this one's have, only by another clock. */
  like?: QuantileMetric;
};

/**
 * How long an item has waited for its value until a minute, in the whole numbers of `itemValue`; UNKNOWN: its clock has not begun.
 * Only sound where every item's clock begins with, or soon after, its opening: else those that get there early are watched
 * longer than others, and Kaplan and Meier's curve takes them for the rule.
 */
export type Waiting = (chunk: Chunk, row: number, until: number) => number;

export type Noted = { what: string; holds(chunk: Chunk, row: number): boolean };

export type Metric = CountMetric | QuantileMetric;

/** So many that at least two observations lie beyond the quantile. */
export const QUANTILE_MINIMUM: Record<Statistic, number> = { p50: 5, p75: 8, p85: 14 };

export const PROBABILITY: Record<Statistic, number> = { p50: 0.5, p75: 0.75, p85: 0.85 };
