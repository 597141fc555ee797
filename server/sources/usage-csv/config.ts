import { type Static, Type } from 'typebox';

/** A file of who used which tool on which day, for tools whose vendor Uptake does not ask itself. */
export const UsageCsvConfig = Type.Object(
  {
    path: Type.String({ minLength: 1 }),
    /** The forge whose logins stand in it. */
    host: Type.Optional(Type.String({ minLength: 1 })),
  },
  { additionalProperties: false },
);
export type UsageCsvConfig = Static<typeof UsageCsvConfig>;
