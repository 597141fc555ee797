import { type Static, type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import { nullable } from './payload.ts';

const VERSION = Type.Literal(1);
const At = Type.Integer();

/** What was left for later because nothing of it has changed for long. */
const Older = Type.Object({
  /** All of it was last changed before, by Jira's clock. */
  before: At,
  /** It is read back to here by now; null: to the beginning. */
  until: nullable(At),
  /** Jira's id of the last issue of these that was handed over; null: none was. */
  after: nullable(Type.String()),
});
export type Older = Static<typeof Older>;

/** Where a complete walk of a project ended, kept as JSON in the store. */
const Cursor = Type.Object({
  version: VERSION,
  /** By Jira's clock: everything updated before is stored. */
  watermark: At,
  /** The fields that sprints and story points were read from; with others all is read again. */
  fields: Type.String(),
  /** When it was last looked which issues there are, and how many there were. */
  reconciledAt: At,
  issues: Type.Integer(),
  /** At the last look most issues were missing, which was not believed at once. */
  doubted: Type.Boolean(),
  /** Left out: there is none. */
  older: Type.Optional(Older),
});
export type Cursor = Static<typeof Cursor>;

/** Where a walk is that has not ended, so that another process can go on from there. */
const Towards = Type.Object({
  version: VERSION,
  /** By Jira's clock, when the first attempt of this walk began. */
  startedAt: At,
  /** Reads only what changed since then; null: everything. */
  since: nullable(At),
  fields: Type.String(),
  /** Jira's id of the last issue that was handed over; null: none was. */
  after: nullable(Type.String()),
});
export type Towards = Static<typeof Towards>;

/** Null for none, and for one that another version wrote: then the walk starts from the beginning. */
export function parseCursor(text: string | null): Cursor | null {
  return parsed(Cursor, text);
}

export function parseTowards(text: string | null): Towards | null {
  return parsed(Towards, text);
}

function parsed<T extends TSchema>(type: T, text: string | null): Static<T> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Value.Check(type, value) ? value : null;
  } catch {
    return null;
  }
}
