import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';

const Sha = Type.String({ pattern: '^([0-9a-f]{40}|[0-9a-f]{64})$' });
const Count = Type.Integer({ minimum: 0 });

/** Where a complete walk ended, kept as JSON in the store. */
const GitCursor = Type.Object({
  version: Type.Literal(1),
  branch: Type.String(),
  /** Null: the clone had no commit. */
  head: Type.Union([Sha, Type.Null()]),
  mainlineLength: Count,
  /** The part of the mainline that later commits cannot re-interpret; the next walk starts after it. Null: none. */
  settled: Type.Union([Type.Object({ sha: Sha, length: Count, hidden: Count }), Type.Null()]),
  /** Squash merges whose own commits are not known. */
  hidden: Count,
  /** Of these, the ones whose pull request head the clone lacked; null: it had no such heads at all. */
  lacking: Type.Union([Type.Array(Type.Integer()), Type.Null()]),
  notes: Type.Union([Sha, Type.Null()]),
  /** Sorted ids at the edge of a shallow clone. */
  shallow: Type.Array(Sha),
  /** When the first mainline commit was committed. */
  begins: Type.Union([Type.Integer(), Type.Null()]),
  /** The contents of some commits were missing. */
  unsized: Type.Boolean(),
});
export type GitCursor = Static<typeof GitCursor>;

/** Null for none, and for one that another version wrote: then the walk starts from the beginning. */
export function parseCursor(text: string | null): GitCursor | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Value.Check(GitCursor, value) ? value : null;
  } catch {
    return null;
  }
}
