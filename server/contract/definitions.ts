import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { Definition } from './definition.ts';
import { DeliveryDefinition } from './delivery.ts';

/** A measure worked out on rows of this database, so that whoever doubts it can do it again. */
export const WorkedExample = Type.Object({
  /** "acme/shop #123", or a week; nobody's name. */
  subject: Type.String(),
  /** Why this one: "Of 250 in the last 12 full weeks it is the one nearest to their median, 29 hours." */
  because: Type.String(),
  /** All that is known of when, in the order of time; those that the measure rests on are `used`. */
  instants: Type.Array(Type.Object({ at: Type.String(), what: Type.String(), used: Type.Boolean() })),
  /** The arithmetic, as sentences; the last gives the value. */
  steps: Type.Array(Type.String()),
  /** The list that shows it: an item by its id, or a week. */
  items: Type.Object({ id: Type.Optional(Type.String()), week: Type.Optional(Type.String()) }),
});
export type WorkedExample = Static<typeof WorkedExample>;

export const MeasureExplained = Type.Object({
  definition: Definition,
  example: Type.Union([WorkedExample, Type.Null()]),
  /** Why there is no example; empty where there is one. */
  without: Type.String(),
});
export type MeasureExplained = Static<typeof MeasureExplained>;

/** A measure of deployments, worked out on the last full weeks of this database. */
export const DeliveryExplained = Type.Object({
  definition: DeliveryDefinition,
  /** The arithmetic, as sentences; the last gives the value. Empty: there is none. */
  steps: Type.Array(Type.String()),
  /** Why there are none; empty where there are. */
  without: Type.String(),
});
export type DeliveryExplained = Static<typeof DeliveryExplained>;

/** What holds for all measures. */
export const MeasuringRule = Type.Object({
  /** Its place on the page: "weeks". */
  id: Type.String(),
  title: Type.String(),
  text: Type.Array(Type.String()),
});
export type MeasuringRule = Static<typeof MeasuringRule>;

export const Definitions = Type.Object({
  measures: Type.Array(MeasureExplained),
  delivery: Type.Array(DeliveryExplained),
  rules: Type.Array(MeasuringRule),
  /** Kinds of work that take part in no measure. */
  leftOut: Type.Array(Type.Object({ reason: Type.String(), name: Type.String(), why: Type.String() })),
});
export type Definitions = Static<typeof Definitions>;

export const DefinitionsAnswer = answerOf(Type.Object({}), Definitions);
export type DefinitionsAnswer = Static<typeof DefinitionsAnswer>;
