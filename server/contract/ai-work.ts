import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { About } from './flow.ts';
import { Series } from './series.ts';
import { AiLevel, ResolvedView } from './view.ts';

const nullableNumber = Type.Union([Type.Number(), Type.Null()]);
const { finding, howToRead, description, coverage, n, unknowable } = Series.properties;

/** How many of the merged pull requests, and which share of all of them. */
const part = { name: Type.String(), count: Type.Integer(), share: Type.Number() };

/** AI-marked work beside all other, of the same weeks. It describes, and is never what AI has changed. */
export const Beside = Type.Object({
  /** Medians in hours; null: fewer than five. */
  marked: nullableNumber,
  others: nullableNumber,
  /** "Half of AI-marked ones merged within 5 hours of opening, of all others within 9 hours." */
  naive: Type.String(),
  /** How much longer the same people take for marked work of the same size, in percent; null: too few to tell. */
  percent: Type.Union([
    Type.Object({ value: Type.Number(), low: Type.Number(), high: Type.Number() }),
    Type.Null(),
  ]),
  /** The same in a sentence, or why there is none. */
  within: Type.String(),
  /** What neither of the two can take out. */
  warning: Type.String(),
});
export type Beside = Static<typeof Beside>;

export const AiWork = Type.Object({
  ...{ finding, howToRead, description, coverage, n, unknowable },
  about: About,
  /** From most to least. `level` is null for those put together, each of which would tell of too few people. */
  levels: Type.Array(Type.Object({ ...part, level: Type.Union([AiLevel, Type.Null()]) })),
  /** Of AI-marked work, the most frequent first; one of several tools counts with each. So too for tools. */
  tools: Type.Array(Type.Object({ ...part, tool: Type.Union([Type.String(), Type.Null()]) })),
  /** Null: openings are not known, or too few people have work of either kind. */
  beside: Type.Union([Beside, Type.Null()]),
});
export type AiWork = Static<typeof AiWork>;

export const AiWorkAnswer = answerOf(ResolvedView, AiWork);
export type AiWorkAnswer = Static<typeof AiWorkAnswer>;
