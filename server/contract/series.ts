import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { Definition } from './definition.ts';
import { ResolvedView } from './view.ts';

const nullableNumber = Type.Union([Type.Number(), Type.Null()]);
const nullableInteger = Type.Union([Type.Integer(), Type.Null()]);

export const Point = Type.Object({
  /** The week's first day in the organisation's zone, `2026-08-10`. */
  week: Type.String(),
  /**
   * value: shown; too-few: fewer than the minimum; not-reached: the percentile lies beyond what has been followed so far; empty: nothing
   * there to measure; a count of zero is a value.
   */
  state: Type.Enum(['value', 'too-few', 'not-reached', 'empty']),
  value: nullableNumber,
  /** 25th and 75th percentile: the middle half of the pull requests, never an interval of confidence. */
  low: nullableNumber,
  high: nullableNumber,
  /** Items that the value rests on. */
  n: Type.Integer(),
  /** Of them: still open, without a value of their own yet; they count as waiting until the data end. */
  open: Type.Integer(),
  /** Items that belong to the week, measured or not. */
  of: Type.Integer(),
  /** People on the roster in the week; null where the measure does not ask for them. */
  people: nullableInteger,
  /** Not followed for as long as three quarters of the items took: the value may still change. */
  young: Type.Boolean(),
  /** The week that the data end in: not complete, drawn apart. */
  running: Type.Boolean(),
});
export type Point = Static<typeof Point>;

export const LeftOutCount = Type.Object({
  reason: Type.Enum([
    'automation',
    'long-lived-branch',
    'back-port',
    'direct-push',
    'branch-merge',
    'epic',
    'sub-task',
    'deleted',
    'no-value',
  ]),
  count: Type.Integer(),
  /** "312 direct pushes, which never were a pull request" */
  sentence: Type.String(),
});
export type LeftOutCount = Static<typeof LeftOutCount>;

export const Series = Type.Object({
  definition: Definition,
  /** The finding as a sentence of about ten words: the figure's title. */
  finding: Type.String(),
  howToRead: Type.String(),
  /** For a screen reader: what the chart shows, with its extremes and its end. */
  description: Type.String(),
  /** "41 of 52 merged pull requests" and what was left out, as one sentence. */
  coverage: Type.String(),
  /** Items that all full weeks shown rest on. */
  n: Type.Integer(),
  /** Why nothing can be known of the measure here, whatever the weeks; null: it can be measured. */
  unknowable: Type.Union([
    Type.Enum(['not-set-up', 'in-clone', 'no-roster', 'no-tracker', 'not-by-repository', 'group-too-small']),
    Type.Null(),
  ]),
  leftOut: Type.Array(LeftOutCount),
  points: Type.Array(Point),
});
export type Series = Static<typeof Series>;

export const SeriesAnswer = answerOf(ResolvedView, Series);
export type SeriesAnswer = Static<typeof SeriesAnswer>;
