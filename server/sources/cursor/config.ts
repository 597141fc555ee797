import { type Static, Type } from 'typebox';

/** The use of Cursor in a team, by the Admin API key CURSOR_API_KEY. */
export const CursorConfig = Type.Object(
  {
    /** How many days before today the first import goes back. */
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    /** Minutes that one run may wait for limits in all. */
    patience: Type.Optional(Type.Number({ minimum: 0 })),
  },
  { additionalProperties: false },
);
export type CursorConfig = Static<typeof CursorConfig>;
