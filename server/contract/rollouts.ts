import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';

const closed = { additionalProperties: false } as const;
const nullableText = Type.Union([Type.String(), Type.Null()]);
const nothing = Type.Object({});
const day = (description: string) => Type.String({ maxLength: 20, description });
const teamId = Type.String({ minLength: 1, maxLength: 64 });

export const RolloutKind = Type.Enum(['assistant', 'agent', 'review', 'program', 'other']);
export type RolloutKind = Static<typeof RolloutKind>;

/** An order that was drawn by lot, so that it can be checked. */
export const RolloutDraw = Type.Object({
  /** Instant of the draw. */
  at: Type.String(),
  /** What the order follows from. */
  seed: Type.Integer(),
  /** In the order drawn. */
  teams: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  /** Whether the starts obey it; see `server/model/drawn-order.ts`. */
  kept: Type.Enum(['waiting', 'kept', 'not-from-seed', 'before-draw', 'out-of-order']),
  /** The same in a sentence. */
  sentence: Type.String(),
});

export const StatedRollout = Type.Object({
  /** Opaque; stays when the rollout gets another name. */
  id: Type.String(),
  name: Type.String(),
  tool: nullableText,
  kind: RolloutKind,
  /** Of every team, by its name; null: not planned. */
  starts: Type.Array(Type.Object({ team: Type.String(), name: Type.String(), day: nullableText })),
  draw: Type.Union([RolloutDraw, Type.Null()]),
  /** "8 of 12 teams start between 4 Mar 2026 and 1 Jun 2026; 4 are not planned." */
  summary: Type.String(),
});
export type StatedRollout = Static<typeof StatedRollout>;

export const Rollouts = Type.Object({
  /** By name. */
  rollouts: Type.Array(StatedRollout),
  /** All teams there are, by name. */
  teams: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  /** Today in the organisation's zone. */
  today: Type.String(),
  /** Whether who asks may write. */
  mayEdit: Type.Boolean(),
});
export type Rollouts = Static<typeof Rollouts>;
export const RolloutsAnswer = answerOf(nothing, Rollouts);
export type RolloutsAnswer = Static<typeof RolloutsAnswer>;

export const WrittenRollout = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 300, description: 'What people call it.' }),
    tool: Type.Optional(Type.String({ maxLength: 60, description: 'The tool, if it is one: copilot.' })),
    kind: RolloutKind,
    starts: Type.Array(
      Type.Object(
        {
          team: teamId,
          day: Type.Union([day('The day on which it is enabled: 2026-08-10.'), Type.Null()], {
            description: 'Null: not planned. So is a team that is left out.',
          }),
        },
        closed,
      ),
      { maxItems: 2000 },
    ),
  },
  closed,
);
export type WrittenRollout = Static<typeof WrittenRollout>;

export const DrawnOrder = Type.Object(
  {
    teams: Type.Array(teamId, { maxItems: 2000, description: 'Ids of the teams to be put in an order.' }),
    first: Type.Optional(day('Day of the first start. Left out: the order alone is drawn.')),
    weeksApart: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'Default 4.' })),
    together: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, description: 'Teams that start on one day. Default 1.' }),
    ),
  },
  closed,
);
export type DrawnOrder = Static<typeof DrawnOrder>;

/** Start dates as marks of AI tools suggest them. Nobody has stated them, and nothing is measured by them. */
export const RolloutGuess = Type.Object({
  /** Why they are only a guess; to be read before any is taken. */
  warning: Type.String(),
  rule: Type.String(),
  /** By name. */
  teams: Type.Array(
    Type.Object({
      team: Type.String(),
      name: Type.String(),
      /** Monday of the first week; null: nothing can be guessed, or marks were there from the beginning. */
      day: nullableText,
      /** What it rests on, or why there is none. */
      evidence: Type.String(),
    }),
  ),
});
export type RolloutGuess = Static<typeof RolloutGuess>;
export const RolloutGuessAnswer = answerOf(nothing, RolloutGuess);
export type RolloutGuessAnswer = Static<typeof RolloutGuessAnswer>;
