import { type Static, type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import { nullable } from './payload.ts';

const VERSION = Type.Literal(1);
const At = Type.Integer();
const Numbers = Type.Array(Type.Integer());

/** A pull request to be asked for by its id. */
const Target = Type.Object({ id: Type.String(), number: Type.Integer() });
export type Target = Static<typeof Target>;

/** A deployment without a success yet. */
const Waiting = Type.Object({ id: Type.String(), createdAt: At });

/** What could not be read of a repository, in this walk or in an earlier one. */
const Gaps = Type.Object({
  /** Pull requests on which GitHub fails; they are tried again in every run. */
  unread: Type.Array(Target),
  /** Numbers of pull requests by the list of which something is missing. */
  incomplete: Type.Record(Type.String(), Numbers),
});
export type Gaps = Static<typeof Gaps>;

/** Where the pull requests begin that were left for later because nothing of them has changed for long. */
const Older = Type.Object({
  /** All of them were last changed before. */
  before: At,
  /** The page to go on with; null: the first. */
  after: nullable(Type.String()),
});
export type Older = Static<typeof Older>;

/** Where a complete walk ended, kept as JSON in the store. */
const Cursor = Type.Object({
  version: VERSION,
  /** By GitHub's clock: everything updated before is stored. */
  watermark: At,
  /** Pull requests a page that GitHub could bear. */
  size: Type.Integer({ minimum: 1 }),
  /** The setting by which deployments were read up to the watermark. */
  via: nullable(Type.String()),
  waiting: Type.Array(Waiting),
  gaps: Gaps,
  /** Left out: there are none. */
  older: Type.Optional(Older),
});
export type Cursor = Static<typeof Cursor>;

/** Where a walk is that has not ended, so that another process can go on from there. */
const Towards = Type.Object({
  version: VERSION,
  /** By GitHub's clock, when the first attempt of this walk began. */
  startedAt: At,
  size: Type.Integer({ minimum: 1 }),
  /** Where the next page of pull requests begins; null: at the top. */
  after: nullable(Type.String()),
  /** Pull requests passed so far. */
  passed: Type.Integer(),
  /** All pages of pull requests were handed over; `long` may still be open. */
  paged: Type.Boolean(),
  /** Pull requests that did not fit into their page and are read on their own. */
  long: Type.Array(Target),
  gaps: Gaps,
  via: nullable(Type.String()),
  /** Where the next page of deployments begins; null: at the top. */
  deployedAfter: nullable(Type.String()),
  waiting: Type.Array(Waiting),
  older: Type.Optional(Older),
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
