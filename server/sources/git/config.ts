import { type Static, Type } from 'typebox';

/** A clone on this machine: the folder that holds `.git`, or a bare repository. */
export const GitSourceConfig = Type.Object(
  {
    path: Type.String({ minLength: 1 }),
    /** The branch where work lands; without it the clone's own default branch is read. */
    branch: Type.Optional(Type.String({ minLength: 1 })),
    /** Whether lines are followed for three weeks, to see which are changed again; without it they are. */
    rework: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type GitSourceConfig = Static<typeof GitSourceConfig>;
