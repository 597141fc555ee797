import { type Static, type TSchema, Type } from 'typebox';

export const Warning = Type.Object({ code: Type.String(), message: Type.String() });

/** What every answer carries around its data: the question as answered, how far the data reach, and what to beware of. */
export function answerOf<Asked extends TSchema, Data extends TSchema>(asked: Asked, data: Data) {
  return Type.Object({
    asked,
    /** The instant that the last complete ingest covers; null with no data. */
    dataUntil: Type.Union([Type.String(), Type.Null()]),
    generation: Type.Integer(),
    /** All of it is about a demo organisation, which does not exist. */
    demo: Type.Boolean(),
    warnings: Type.Array(Warning),
    data,
  });
}

export const Failure = Type.Object({
  error: Type.Object({
    code: Type.String(),
    message: Type.String(),
    field: Type.Optional(Type.String()),
    allowed: Type.Optional(Type.Array(Type.String())),
  }),
});
export type Failure = Static<typeof Failure>;
