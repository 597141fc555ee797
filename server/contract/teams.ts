import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { AiFilter, ResolvedView, View } from './view.ts';

/** The window alone: groups are judged by who has work in it. */
export const TeamsView = Type.Pick(View, ['window', 'from', 'to'], { additionalProperties: false });
export type TeamsView = Static<typeof TeamsView>;

const judged = {
  id: Type.String(),
  /** How many people have work in it, in classes; never the number. */
  people: Type.Enum(['none', 'under 5', '5 to 9', '10 to 19', '20 to 49', '50 or more']),
  /** Why it is shown only as part of others; null: it may be asked for. */
  folded: Type.Union([Type.String(), Type.Null()]),
};

export const TeamChoice = Type.Object({
  ...judged,
  name: Type.String(),
  /** Ids of the repositories within which it may be asked for. */
  within: Type.Array(Type.String()),
});
export type TeamChoice = Static<typeof TeamChoice>;

/** A filter by AI involvement: one level (`marked` are two), or one tool. */
export const MarkChoice = Type.Object({
  ai: Type.Union([AiFilter, Type.Null()]),
  tool: Type.Union([Type.String(), Type.Null()]),
  folded: Type.Union([Type.String(), Type.Null()]),
});
export type MarkChoice = Static<typeof MarkChoice>;

export const Choices = Type.Object({
  /** By name. */
  teams: Type.Array(TeamChoice),
  repositories: Type.Array(Type.Object(judged)),
  /** Tools and levels of AI involvement that there are marks of, and why some may not be asked for by themselves. */
  marks: Type.Array(MarkChoice),
  /** By name; absent from pages that were shared before there were any. */
  rollouts: Type.Optional(Type.Array(Type.Object({ id: Type.String(), name: Type.String() }))),
  /** What placing in teams rests on, as a sentence; empty where nothing is placed or there are no teams. */
  placing: Type.String(),
});
export type Choices = Static<typeof Choices>;

export const ChoicesAnswer = answerOf(Type.Pick(ResolvedView, ['window', 'from', 'to']), Choices);
export type ChoicesAnswer = Static<typeof ChoicesAnswer>;
