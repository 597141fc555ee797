import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { Definition } from './definition.ts';
import { OpenAge, Waiting } from './open-work.ts';
import { Series } from './series.ts';
import { ResolvedView } from './view.ts';

const nullableNumber = Type.Union([Type.Number(), Type.Null()]);
const { finding, howToRead, description, coverage, n, unknowable } = Series.properties;

/** What a figure owes its reader, computed with its data; the same words as those of a series. */
const words = { finding, howToRead, description, coverage, n, unknowable };

/** What is drawn where it is not one measure alone. */
export const About = Type.Object({
  name: Type.String(),
  formula: Type.String(),
  unit: Type.String(),
  minimum: Type.String(),
  emptyMeans: Type.String(),
  limits: Type.Array(Type.String()),
});
export type About = Static<typeof About>;

/** Some weeks taken together. */
export const Stretch = Type.Object({
  part: Type.Enum(['whole', 'before', 'after']),
  /** A Monday and a Sunday. */
  from: Type.String(),
  to: Type.String(),
  state: Type.Enum(['value', 'too-few', 'empty']),
  /** The statistic that was asked for, in hours or lines. */
  value: nullableNumber,
  /** 25th and 75th percentile, whatever the statistic. */
  low: nullableNumber,
  high: nullableNumber,
  n: Type.Integer(),
  /** Merged pull requests of these weeks that take part in measures. */
  of: Type.Integer(),
});
export type Stretch = Static<typeof Stretch>;

export const Change = Type.Object({
  verdict: Type.Enum(['clear', 'no-clear-difference', 'too-early', 'too-few']),
  /** Of a clear one: which way it goes; else null. */
  way: Type.Union([Type.Enum(['less', 'more']), Type.Null()]),
  /** Null too where neither way is better in itself. */
  judged: Type.Union([Type.Enum(['better', 'worse']), Type.Null()]),
  /** After against before in percent with its 95 % interval; null: it cannot be told, or one of the two is nothing. */
  percent: Type.Union([
    Type.Object({ value: Type.Number(), low: Type.Number(), high: Type.Number() }),
    Type.Null(),
  ]),
  /** Of a clear one: "3 hours" */
  amount: Type.Union([Type.String(), Type.Null()]),
  /** "likely 24 % to 51 % less": the interval in words */
  range: Type.Union([Type.String(), Type.Null()]),
  /** "3 hours less: better" */
  short: Type.String(),
  /** "Pickup takes 3 hours less (24 % to 51 % less): better" */
  sentence: Type.String(),
});
export type Change = Static<typeof Change>;

export const Lane = Type.Object({
  measure: Definition.properties.id,
  /** Tells lanes of one measure apart. */
  key: Type.Optional(Type.String()),
  /** "Pickup" */
  name: Type.String(),
  /** "ready to first human review" */
  meaning: Type.String(),
  unknowable,
  /** One, the whole window; or two, before and after the day that was chosen. */
  parts: Type.Array(Stretch),
  change: Type.Union([Change, Type.Null()]),
});
export type Lane = Static<typeof Lane>;

export const Lanes = Type.Object({
  ...words,
  about: About,
  /** Of all values: hours of the calendar, or working hours. */
  unit: Definition.properties.unit,
  lanes: Type.Array(Lane),
});
export type Lanes = Static<typeof Lanes>;

export const LanesAnswer = answerOf(ResolvedView, Lanes);
export type LanesAnswer = Static<typeof LanesAnswer>;

/** What issues and pull requests tell of each other. */
export const IssueSigns = Type.Object({
  unknowable,
  /** Why, and what helps; empty where something is known. */
  why: Type.String(),
  /** Of finished issues and of merged pull requests, those that are linked; none where there is none of either. */
  linked: Type.Array(
    Type.Object({
      of: Type.Enum(['issues', 'pull requests']),
      linked: Type.Integer(),
      all: Type.Integer(),
      /** "5,120 of 8,704 finished issues are linked to a pull request (59 %)." */
      sentence: Type.String(),
    }),
  ),
  /** That more pull requests are not more work, with the numbers; null: nothing says so. */
  inflation: Type.Union([Type.String(), Type.Null()]),
});
export type IssueSigns = Static<typeof IssueSigns>;

export const IssueSignsAnswer = answerOf(ResolvedView, IssueSigns);
export type IssueSignsAnswer = Static<typeof IssueSignsAnswer>;

/** Pull requests one by one: arrays of the same length, one entry a mark, which take a third of the room of objects. */
export const Marks = Type.Object({
  /** Its place in `repositories`. */
  repository: Type.Array(Type.Integer()),
  number: Type.Array(Type.Integer()),
  /** Days since the first one. */
  day: Type.Array(Type.Integer()),
  hours: Type.Array(Type.Number()),
});
export type Marks = Static<typeof Marks>;

export const Scatter = Type.Object({
  ...words,
  definition: Definition,
  /** First and last day, in the organisation's zone. */
  from: Type.String(),
  to: Type.String(),
  marks: Marks,
  /** Ids of those that the marks speak of. */
  repositories: Type.Array(Type.String()),
  /** Of all that were measured, not of the marks. */
  p50: nullableNumber,
  p85: nullableNumber,
});
export type Scatter = Static<typeof Scatter>;

export const ScatterAnswer = answerOf(ResolvedView, Scatter);
export type ScatterAnswer = Static<typeof ScatterAnswer>;

export const Ageing = Type.Object({
  ...words,
  about: About,
  /** From the youngest to the oldest. */
  bands: Type.Array(Type.Object({ age: OpenAge, name: Type.String(), hours: Type.Number() })),
  /** In the order of the way; `counts` are those of the bands. */
  states: Type.Array(
    Type.Object({ waiting: Waiting, name: Type.String(), counts: Type.Array(Type.Integer()) }),
  ),
  oldest: Type.Array(
    Type.Object({
      id: Type.String(),
      /** "northwind/shop#1204" */
      name: Type.String(),
      waiting: Waiting,
      /** "43 days" */
      age: Type.String(),
      /** "open for 43 days, waiting for a first human review" */
      words: Type.String(),
    }),
  ),
});
export type Ageing = Static<typeof Ageing>;

export const AgeingAnswer = answerOf(ResolvedView, Ageing);
export type AgeingAnswer = Static<typeof AgeingAnswer>;

export const TeamPanel = Type.Object({
  /** Null: all who are in none of the teams shown. */
  team: Type.Union([Type.String(), Type.Null()]),
  name: Type.String(),
  /** One a period; null: too few or nothing. */
  values: Type.Array(nullableNumber),
  counts: Type.Array(Type.Integer()),
  /** One, the whole window; or two, before and after the day that was chosen. */
  parts: Type.Array(Stretch),
});
export type TeamPanel = Static<typeof TeamPanel>;

export const TeamMultiples = Type.Object({
  ...words,
  definition: Definition,
  /** How many weeks a period has; the first may have fewer. */
  weeks: Type.Integer(),
  /** Each from a Monday to a Sunday. */
  periods: Type.Array(Type.Object({ from: Type.String(), to: Type.String() })),
  /** By name; others last. */
  panels: Type.Array(TeamPanel),
});
export type TeamMultiples = Static<typeof TeamMultiples>;

export const TeamMultiplesAnswer = answerOf(ResolvedView, TeamMultiples);
export type TeamMultiplesAnswer = Static<typeof TeamMultiplesAnswer>;
