import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { Said, Working } from './impact.ts';
import { ResolvedView } from './view.ts';

const nullableNumber = Type.Union([Type.Number(), Type.Null()]);

/** One of the four numbers: it opens the page, and a line of it by four weeks stands beside it. */
export const VerdictNumber = Type.Object({
  key: Type.Enum(['speed', 'throughput', 'quality', 'adoption']),
  /** "Speed" */
  name: Type.String(),
  /** "Time to merge, of teams that started" */
  what: Type.String(),
  /** "35 hours"; null: too few to tell. */
  now: Type.Union([Type.String(), Type.Null()]),
  /** "46 before" */
  before: Type.Union([Type.String(), Type.Null()]),
  /** "about 18 % less (11 % to 25 %)"; what is known of the change, or why nothing is. */
  change: Type.String(),
  standing: Type.Enum(['better', 'worse', 'none', 'cannot']),
  /** "better", "worse", "no clear change", "cannot be told" */
  word: Type.String(),
  /** Oldest first, each from a Monday on; null is a gap. */
  line: Type.Array(Type.Object({ from: Type.String(), value: nullableNumber })),
  /** Which entry of the line is the first after the first start; null: none. */
  startsAt: Type.Union([Type.Integer(), Type.Null()]),
  /** For a screen reader: what the line shows. */
  description: Type.String(),
  /** "25,410 pull requests" */
  counts: Type.String(),
  /** Where more of it stands. */
  page: Type.String(),
});
export type VerdictNumber = Static<typeof VerdictNumber>;

export const RolloutVerdict = Type.Object({
  rollout: Type.Union([Type.Object({ id: Type.String(), name: Type.String() }), Type.Null()]),
  said: Said,
  /** Empty: nothing has begun, or nothing is known. */
  numbers: Type.Array(VerdictNumber),
  /** The one thing to do next, and where. */
  next: Type.Object({ sentence: Type.String(), page: Type.String(), link: Type.String() }),
  /** "Compared with 4 teams that have not started. Evidence grade B." Empty where nothing is found. */
  grade: Type.Union([Type.Object({ letter: Working.properties.grade, means: Type.String() }), Type.Null()]),
  countsSentence: Type.String(),
});
export type RolloutVerdict = Static<typeof RolloutVerdict>;

export const VerdictAnswer = answerOf(ResolvedView, RolloutVerdict);
export type VerdictAnswer = Static<typeof VerdictAnswer>;
