import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { Definition } from './definition.ts';
import { About } from './flow.ts';
import { Series } from './series.ts';
import { ResolvedView } from './view.ts';

const nullableNumber = Type.Union([Type.Number(), Type.Null()]);
const nullableString = Type.Union([Type.String(), Type.Null()]);
const { finding, howToRead, description, coverage, n } = Series.properties;

/** One measure over some weeks of some teams taken together. */
export const GuardrailSide = Type.Object({
  /** In the measure's unit; null: nothing to measure. */
  value: nullableNumber,
  /** Pull requests, or issues, that it rests on. */
  n: Type.Integer(),
  /** Of them those to which it happened that nobody wants: reverted, merged unread, failed in their checks. */
  events: Type.Integer(),
});
export type GuardrailSide = Static<typeof GuardrailSide>;

/**
 * worse, better: a clear change; changed: a clear one that is neither in itself; usual: no clear change, and a rise by half would
 * have been seen; too-few: it would not; not-known: nothing is known of it here, or not of both sides.
 */
export const GuardrailStanding = Type.Enum(['worse', 'better', 'changed', 'usual', 'too-few', 'not-known']);
export type GuardrailStanding = Static<typeof GuardrailStanding>;

/** A measure after against before, each team against itself. */
export const GuardrailChange = Type.Object({
  measure: Definition.properties.id,
  name: Type.String(),
  unit: Definition.properties.unit,
  before: GuardrailSide,
  after: GuardrailSide,
  /** Teams that it rests on, and the fewest and most full weeks that they have on each side, which is as many on both. */
  teams: Type.Integer(),
  weeks: Type.Object({ least: Type.Integer(), most: Type.Integer() }),
  /** With its 95 % interval: of shares in points (0.01 is one of a hundred), of all else in percent of before (12 is 12 %). */
  change: Type.Union([
    Type.Object({
      scale: Type.Enum(['points', 'percent']),
      value: Type.Number(),
      low: Type.Number(),
      high: Type.Number(),
    }),
    Type.Null(),
  ]),
  standing: GuardrailStanding,
  /** "worse", "within its usual range", "too few to judge (22, 9)" */
  short: Type.String(),
  /** Why it cannot be judged; null: it can. */
  reason: nullableString,
  /** "Revert rate: 4.6 % after, 2.7 % before (61 of 1,320, 22 of 801); 0.6 to 3.2 points more: worse" */
  sentence: Type.String(),
});
export type GuardrailChange = Static<typeof GuardrailChange>;

export const GuardrailPoint = Type.Object({
  /** Weeks since each team's start in which it begins, or the Monday. */
  at: Type.Union([Type.Integer(), Type.String()]),
  value: nullableNumber,
  n: Type.Integer(),
});
export type GuardrailPoint = Static<typeof GuardrailPoint>;

export const Guardrail = Type.Object({
  definition: Definition,
  finding,
  howToRead,
  description,
  coverage,
  n,
  /** Why nothing can be known of it here; null: it can be measured. */
  unknowable: Series.properties.unknowable,
  /** Full weeks of a point, oldest first. */
  weeks: Type.Integer(),
  points: Type.Array(GuardrailPoint),
  /** The level before the start, and that at which there is half as much again of what nobody wants; null: there is none. */
  target: nullableNumber,
  limit: nullableNumber,
  /** Null: no rollout has begun here. */
  change: Type.Union([GuardrailChange, Type.Null()]),
  /** The same of teams that have not started, over the same calendar; null: there are none, or too few weeks. */
  others: Type.Union([GuardrailChange, Type.Null()]),
  /** AI-marked work and the rest, as a description. */
  marked: nullableString,
});
export type Guardrail = Static<typeof Guardrail>;

export const Guardrails = Type.Object({
  /** The page's own finding, and what it rests on. */
  ...{ finding, howToRead, description, coverage, n },
  about: About,
  /** The rollout whose starts part before from after; null: there is none. */
  rollout: Type.Union([Type.Object({ id: Type.String(), name: Type.String() }), Type.Null()]),
  /** Whether points lie along weeks since the start or along the calendar. */
  axis: Type.Enum(['since-start', 'calendar']),
  /** Why nothing is compared; null: something is. */
  without: nullableString,
  /** Where the work of one team stands apart from the rest, as sentences; a team is named, nobody in it. */
  apart: Type.Array(Type.String()),
  /** What the gain costs in one line; empty: nothing is compared. */
  costLine: Type.String(),
  /** The size of changes beside them, which is no guardrail by itself; null: nothing is compared. */
  size: Type.Union([GuardrailChange, Type.Null()]),
  guardrails: Type.Array(Guardrail),
});
export type Guardrails = Static<typeof Guardrails>;

export const GuardrailsAnswer = answerOf(ResolvedView, Guardrails);
export type GuardrailsAnswer = Static<typeof GuardrailsAnswer>;
