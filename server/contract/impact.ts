import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { About } from './flow.ts';
import { Series } from './series.ts';
import { ResolvedView } from './view.ts';

const nullableNumber = Type.Union([Type.Number(), Type.Null()]);
const { finding, howToRead, description, coverage, n, unknowable } = Series.properties;

/** What a figure owes its reader; `unknowable` is null wherever anything is drawn. */
const words = { finding, howToRead, description, coverage, n, unknowable, about: About };

/** A change in percent with its 95 % range: -18 is about a fifth less. */
export const PercentRange = Type.Object({ value: Type.Number(), low: Type.Number(), high: Type.Number() });
export type PercentRange = Static<typeof PercentRange>;
const nullableRange = Type.Union([PercentRange, Type.Null()]);

/** The rows of the verdict's table, in its order; the first that holds is said. */
export const VerdictRow = Type.Enum([
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
]);
export type VerdictRow = Static<typeof VerdictRow>;

/** What is said of a rollout. The same on Verdict and Impact. */
export const Said = Type.Object({
  row: VerdictRow,
  /** "Probably yes: teams that started take about 18 % less time (11 % to 25 %) than expected from teams that had not." */
  sentence: Type.String(),
  /** What stands under it: counts, reasons, ranges. May be empty. */
  under: Type.String(),
  /** Colour only for these two; null: grey. */
  tone: Type.Union([Type.Enum(['better', 'worse']), Type.Null()]),
  /** What it cost, from the finding rows on; null: before them, where nothing is found yet. */
  cost: Type.Union([Type.String(), Type.Null()]),
  /** About use: falling back, marking changed, marked before the start; null: nothing to say. */
  remark: Type.Union([Type.String(), Type.Null()]),
  /** "Provisional: 48 weeks since the start. The next look that counts is on 30 Nov 2026." Empty where no look is due. */
  look: Type.String(),
  isFinal: Type.Boolean(),
});
export type Said = Static<typeof Said>;

export const MethodId = Type.Enum(['compared', 'series', 'before-after', 'none']);
export const Grade = Type.Enum(['A', 'B', 'C', 'D']);

const trendPoint = Type.Object({
  /** Monday of the first week, and Sunday of the last. */
  from: Type.String(),
  to: Type.String(),
  /** value; too-few: fewer than five; empty: nothing; young: not followed for long enough to be counted (drawn dashed, it may still change). */
  state: Type.Enum(['value', 'too-few', 'empty', 'young']),
  /** Hours: median and middle half of the items that began in these weeks. */
  value: nullableNumber,
  low: nullableNumber,
  high: nullableNumber,
  n: Type.Integer(),
});

/** The clock's time of the teams that start, four weeks a point, and what would have been expected without the start. */
export const ImpactTrend = Type.Object({
  ...words,
  points: Type.Array(trendPoint),
  /** The same weeks of teams that had not started then, where the method has such; else empty. Medians in hours. */
  others: Type.Array(
    Type.Object({ from: Type.String(), to: Type.String(), value: nullableNumber, n: Type.Integer() }),
  ),
  /** Since the first start: the median had nothing changed, with its 95 % range where the method gives one. Hours. */
  expected: Type.Array(
    Type.Object({
      from: Type.String(),
      to: Type.String(),
      value: Type.Number(),
      low: nullableNumber,
      high: nullableNumber,
    }),
  ),
  /** Mondays of the weeks in which teams start, with how many do: the rollout's lines. */
  starts: Type.Array(Type.Object({ week: Type.String(), teams: Type.Integer() })),
});
export type ImpactTrend = Static<typeof ImpactTrend>;

export const EffectRow = Type.Object({
  /** `time`, `throughput`, or a phase's measure id. */
  key: Type.String(),
  /** "Time to merge" */
  name: Type.String(),
  primary: Type.Boolean(),
  better: Type.Enum(['lower', 'higher', 'neither']),
  /** Null: it cannot be told; then `why` says so. */
  percent: nullableRange,
  /** better, worse: the whole range is; none: it could be either; neither: it moved, and neither way is better in itself; cannot: no range. */
  standing: Type.Enum(['better', 'worse', 'none', 'neither', 'cannot']),
  /** "better", "worse", "no clear change", "cannot be told": to be put at the end of the row. */
  word: Type.String(),
  /** Why it cannot be told; empty where it can. */
  why: Type.String(),
  /** "about 18 % less (likely 11 % to 25 % less): better" */
  sentence: Type.String(),
  /** Of the teams that start, whatever the method: medians in hours, or items per person and week. */
  before: nullableNumber,
  after: nullableNumber,
  unit: Type.String(),
  n: Type.Integer(),
});
export type EffectRow = Static<typeof EffectRow>;
export const ImpactEffects = Type.Object({ ...words, rows: Type.Array(EffectRow) });
export type ImpactEffects = Static<typeof ImpactEffects>;

/** By periods of four weeks since each team's own start; 0 is the first one after it, -1 the last one before. */
export const EventStudy = Type.Object({
  ...words,
  points: Type.Array(
    Type.Object({
      period: Type.Integer(),
      /** lead: before the start, where nothing may differ; after: since. */
      side: Type.Enum(['lead', 'after']),
      /** "weeks 1 to 4", "4 to 1 weeks before" */
      name: Type.String(),
      percent: Type.Number(),
      low: Type.Number(),
      high: Type.Number(),
      teams: Type.Integer(),
    }),
  ),
  /** "Before their starts these teams moved like the others (2 % less to 9 % more)." Empty where it is not known. */
  lead: Type.String(),
});
export type EventStudy = Static<typeof EventStudy>;

export const ImpactTeam = Type.Object({
  /** Null: all teams too small to be shown by themselves. */
  team: Type.Union([Type.String(), Type.Null()]),
  name: Type.String(),
  /** Monday of its first week; null: it has not started, or teams of several starts are together. */
  start: Type.Union([Type.String(), Type.Null()]),
  /** Medians in hours; of a team that has not started, before and after the rollout's first start. */
  before: nullableNumber,
  after: nullableNumber,
  nBefore: Type.Integer(),
  nAfter: Type.Integer(),
  /** Drawn towards the mean of all by what is noise in it, against what was expected; null: has not started, or cannot be told. */
  change: nullableRange,
  /** Median hours of each period of the trend, for its small chart. */
  values: Type.Array(nullableNumber),
});
export type ImpactTeam = Static<typeof ImpactTeam>;
/** By name, others last; never ranked. */
export const ImpactTeams = Type.Object({
  ...words,
  /** Weeks of `values`, each from a Monday to a Sunday. */
  periods: Type.Array(Type.Object({ from: Type.String(), to: Type.String() })),
  teams: Type.Array(ImpactTeam),
});
export type ImpactTeams = Static<typeof ImpactTeams>;

/** How long single items of the teams that start took, before and after: shares of 1 that add up to 1 on each side. */
export const Distribution = Type.Object({
  ...words,
  bins: Type.Array(
    Type.Object({
      /** "1 to 2 hours" */
      name: Type.String(),
      from: Type.Number(),
      /** Null: no upper end. */
      to: nullableNumber,
      before: Type.Number(),
      after: Type.Number(),
    }),
  ),
  nBefore: Type.Integer(),
  nAfter: Type.Integer(),
});
export type Distribution = Static<typeof Distribution>;

export const Gate = Type.Object({ name: Type.String(), passed: Type.Boolean(), sentence: Type.String() });
export type Gate = Static<typeof Gate>;

/** An estimate beside the headline: another sample or method. */
export const BesideRow = Type.Object({
  name: Type.String(),
  /** What is different, in a sentence. */
  meaning: Type.String(),
  percent: nullableRange,
  /** "19 % less (27 % to 10 % less)", or why it cannot be told. */
  sentence: Type.String(),
});
export type BesideRow = Static<typeof BesideRow>;

/** Starts that fall to other teams, and how often they make as large a difference. */
export const LotRow = Type.Object({
  name: Type.String(),
  /** Among which teams, and how. */
  meaning: Type.String(),
  /** Randomisation p, of 0 to 1; null: it cannot be told. */
  p: nullableNumber,
  /** "As large in about 3 of 1,000 orders (p = 0.003)" */
  sentence: Type.String(),
});
export type LotRow = Static<typeof LotRow>;

/** "How sure are we": everything that the verdict rests on. */
export const Working = Type.Object({
  method: MethodId,
  /** "Imputation difference-in-differences" */
  methodName: Type.String(),
  /** Why this one: the strongest that the data allow. */
  why: Type.String(),
  /** What it may say at best. */
  grade: Grade,
  gradeMeans: Type.String(),
  /** "issue cycle time" or "time to merge", and why. */
  clock: Type.String(),
  gates: Type.Array(Gate),
  counts: Type.Object({
    teams: Type.Integer(),
    started: Type.Integer(),
    notStarted: Type.Integer(),
    people: Type.Integer(),
    items: Type.Integer(),
    weeks: Type.Integer(),
    weeksBefore: Type.Integer(),
    weeksAfter: Type.Integer(),
  }),
  /** "12 teams (8 started), 120 people, 25,410 pull requests, 96 weeks" */
  countsSentence: Type.String(),
  /** The other method, where there is one. */
  crossCheck: Type.Array(BesideRow),
  /** The same at dates on which nothing happened. */
  placebos: Type.Array(BesideRow),
  /** Of both primary measures, where teams are compared. */
  lots: Type.Array(LotRow),
  sensitivities: Type.Array(BesideRow),
  /** Plain before and after of the teams that started, and of the others. */
  plain: Type.Array(BesideRow),
  /** "With this many teams and weeks a change of about 13 % would be seen." Said before any effect. */
  smallest: Type.String(),
  smallestPercent: nullableNumber,
  /** What would change our mind. */
  wouldChange: Type.Array(Type.String()),
});
export type Working = Static<typeof Working>;

export const Impact = Type.Object({
  /** Null: none is stated. */
  rollout: Type.Union([Type.Object({ id: Type.String(), name: Type.String() }), Type.Null()]),
  said: Said,
  /** Null: nothing can be drawn yet (rows no-data to no-start). */
  trend: Type.Union([ImpactTrend, Type.Null()]),
  /** The following are null as well where there is nothing after a start, or nothing before. */
  effects: Type.Union([ImpactEffects, Type.Null()]),
  /** Null too where nothing is compared. */
  eventStudy: Type.Union([EventStudy, Type.Null()]),
  teams: Type.Union([ImpactTeams, Type.Null()]),
  distribution: Type.Union([Distribution, Type.Null()]),
  working: Type.Union([Working, Type.Null()]),
});
export type Impact = Static<typeof Impact>;

export const ImpactAnswer = answerOf(ResolvedView, Impact);
export type ImpactAnswer = Static<typeof ImpactAnswer>;
