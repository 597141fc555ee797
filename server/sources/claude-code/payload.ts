import { type Static, type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';

// What the Claude Code Analytics API sends, in the fields that we read and no others.

const nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);

/** One terminal's use of one day: a person has several. */
export const Usage = Type.Object({
  actor: Type.Object({
    email_address: Type.Optional(Type.String()),
    api_key_name: Type.Optional(Type.String()),
  }),
  core_metrics: Type.Object({
    num_sessions: Type.Integer(),
    lines_of_code: Type.Object({ added: Type.Integer() }),
  }),
});
export type ClaudeUsage = Static<typeof Usage>;

export const Page = Compile(
  Type.Object({
    data: Type.Array(Usage),
    has_more: Type.Boolean(),
    next_page: Type.Optional(nullable(Type.String())),
  }),
);
