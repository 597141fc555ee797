import { type Static, Type } from 'typebox';

/** The use of Claude Code in an organisation, by the Admin API key ANTHROPIC_ADMIN_KEY. */
export const ClaudeCodeConfig = Type.Object(
  {
    /** How many days before today the first import goes back. */
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    /** Minutes that one run may wait for limits in all. */
    patience: Type.Optional(Type.Number({ minimum: 0 })),
  },
  { additionalProperties: false },
);
export type ClaudeCodeConfig = Static<typeof ClaudeCodeConfig>;
