import type { PercentChange } from './percent-change.ts';
import { saidOf } from './verdict-sentences.ts';

/** The rows of the verdict's table, in its order. Data come first, then doubts, then the finding. */
export const VERDICT_ROWS = [
  'no-data',
  'stale',
  'no-start',
  'not-started',
  'no-before',
  'too-early',
  'too-few',
  'paths-differed',
  'methods-disagree',
  'faded',
  'slower',
  'faster-compared',
  'faster',
  'more-not-faster',
  'faster-others-too',
  'no-meaningful-change',
  'no-detectable-change',
  'not-enough',
] as const;
export type VerdictRowName = (typeof VERDICT_ROWS)[number];

/** What the statistical rule says of one measure. */
export type MeasureVerdict =
  | 'not enough data'
  | 'paths differed'
  | 'methods disagree'
  | 'gain faded'
  | 'loss recovered'
  | 'worse'
  | 'better'
  | 'everyone better'
  | 'no meaningful change'
  | 'no detectable change';

/** One of the two primary measures; percents are null where they cannot be told. */
export type MeasureFinding = {
  verdict: MeasureVerdict;
  effect: PercentChange | null;
  /** The same with the range by which the direction is judged: wider than that of 95 % where two measures are judged at once. */
  judged: PercentChange | null;
  early: PercentChange | null;
  late: PercentChange | null;
  /** Before the starts, against the others. */
  lead: PercentChange | null;
  /** By the other method. */
  other: PercentChange | null;
  /** The smallest change that would be seen. */
  smallest: number | null;
  /** "starts dealt out by lot make as large a difference in 9 of 100 orders": why a clear range is not told; empty where it is. */
  unconfirmed: string;
};

export type VerdictFinding = {
  isCompared: boolean;
  /** Why nothing is compared; empty where it is. */
  alone: string;
  time: MeasureFinding;
  throughput: MeasureFinding;
  /** How teams that had not started changed. */
  others: PercentChange | null;
  /** In which phase most of what takes longer lies. */
  phase: string | null;
  /** "12 teams (8 started), 120 people, 25,410 pull requests, 96 weeks" */
  counts: string;
  /** "46 hours before, 35 since": medians as they stand; empty where they are not known. */
  medians: string;
  /** "issues finished", or "merged pull requests" */
  work: string;
  /** How many more weeks, or teams, would do; null: no number of them. */
  missing: { weeks: number | null; teams: number | null };
  /** Plain before and after of the same people, where nothing better is possible. */
  plain: PercentChange | null;
};

/** Everything that the verdict depends on, in words where words are all that is needed. */
export type VerdictFacts = {
  hasData: boolean;
  /** "38 of 120 repositories"; null: nothing is being imported. */
  importing: string | null;
  /** There are data, and nothing of them has both a beginning and an end: a clone tells no openings. */
  isUntimed?: boolean;
  /** The data end long ago: "21 Nov 2026", and what the last import failed with. */
  stale: { until: string; failed: string | null } | null;
  /** The first start of the teams asked about. */
  start: { day: string; isAhead: boolean } | null;
  /** "35 hours": the median before. */
  baseline: string | null;
  /** What would be seen after so many weeks; null: it cannot be told. */
  visible: { percent: number | null; weeks: number };
  /** Full weeks of data before the start, and when data begin. */
  before: { weeks: number; begins: string };
  /** Full weeks since the start; of them those followed for long enough; what is waited for, and until when. */
  since: { weeks: number; followed: number; need: number; nextLook: string };
  /** "issues", and how many were finished since the start by teams that started. */
  finished: { noun: string; since: number; need: number };
  finding: VerdictFinding | null;
};

export type SaidVerdict = {
  row: VerdictRowName;
  sentence: string;
  under: string;
  tone: 'better' | 'worse' | null;
};

/** Fewest full weeks before a start that are a "before", and of those since that are followed. */
export const FEWEST_WEEKS = 8;
/** Fewest items since the start that are worth a look. */
export const FEWEST_FINISHED = 30;

/** The row that holds: the first of the table that does. */
export function verdictRow(facts: VerdictFacts): VerdictRowName {
  const { start, before, since, finished, finding } = facts;
  if (!facts.hasData) return 'no-data';
  if (facts.stale !== null) return 'stale';
  if (start === null) return 'no-start';
  if (start.isAhead) return 'not-started';
  if (before.weeks < FEWEST_WEEKS) return 'no-before';
  if (since.followed < FEWEST_WEEKS) return 'too-early';
  if (finished.since < FEWEST_FINISHED) return 'too-few';
  return finding === null ? 'not-enough' : foundRow(finding);
}

function foundRow({ time, throughput, isCompared }: VerdictFinding): VerdictRowName {
  const isUnmoved = time.verdict.startsWith('no ') || time.verdict === 'not enough data';
  if (time.verdict === 'paths differed') return 'paths-differed';
  if (time.verdict === 'methods disagree') return 'methods-disagree';
  if (time.verdict === 'gain faded' || time.verdict === 'loss recovered') return 'faded';
  if (isUnmoved && throughput.verdict === 'gain faded') return 'faded';
  if (time.verdict === 'worse') return 'slower';
  if (time.verdict !== 'better' && throughput.verdict === 'worse') return 'slower';
  if (time.verdict === 'better') return isCompared ? 'faster-compared' : 'faster';
  if (isUnmoved && throughput.verdict === 'better') return 'more-not-faster';
  if (time.verdict === 'everyone better') return 'faster-others-too';
  if (time.verdict === 'no meaningful change') return 'no-meaningful-change';
  return time.verdict === 'no detectable change' ? 'no-detectable-change' : 'not-enough';
}

/** What is said of a rollout, by one table: the first row that holds. */
export function verdictOfFacts(facts: VerdictFacts): SaidVerdict {
  const row = verdictRow(facts);
  return { row, ...saidOf(row, facts) };
}
