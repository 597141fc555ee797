import type { Instant } from '../../model/instant.ts';
import type { Progress, StoredRows, Walk, WalkStep } from '../../model/rows.ts';
import { type Git, GitFailure } from './client.ts';
import type { Clone } from './clone.ts';
import { type GitCursor, parseCursor } from './cursor.ts';
import { readingFailure } from './failure.ts';
import { limitsOf } from './limits.ts';
import { readNotes } from './notes.ts';
import { type Replaced, walkRange } from './range.ts';
import { readRework } from './rework.ts';
import type { Walking } from './walking.ts';

/**
 * Reads what is new in a clone since the stored cursor; from the beginning when history was rewritten, another branch is read,
 * or something older appeared. The steps end with `end`, also when nothing is new. Throws SourceError `changed-while-read`,
 * `git-failed`, `unexpected-output`; everything yielded before may be written again without harm.
 */
export async function walkClone(
  clone: Clone,
  stored: StoredRows,
  now: Instant,
  progress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<Walk> {
  return {
    repository: clone.repository,
    steps: guarded(clone.path, steps({ clone, stored, progress, signal }, now)),
  };
}

async function* guarded(path: string, walk: AsyncGenerator<WalkStep, void>): AsyncGenerator<WalkStep, void> {
  try {
    yield* walk;
  } catch (error) {
    throw readingFailure(path, error);
  }
}

async function* steps(walking: Walking, now: Instant): AsyncGenerator<WalkStep, void> {
  const { clone, stored } = walking;
  const before = parseCursor(await stored.cursor(clone.repository.id));
  const known = before !== null && (await continues(before, walking)) ? before : null;
  if (known !== null && known.head === (clone.head?.sha ?? null)) {
    yield* readRework(walking, known, coveredUntil(clone, now));
    yield await ending(walking, now, before, known, null);
    return;
  }
  if (clone.head !== null) yield { rows: { towards: clone.head.sha } };
  const range = known?.settled ? yield* walkRange(walking, known) : null;
  const done = range ?? (yield* walkRange(walking, null));
  if (done === null) throw new Error('A walk from the beginning has no history before it');
  yield* readRework(walking, done.cursor, coveredUntil(clone, now));
  yield await ending(walking, now, before, done.cursor, done.replaces);
}

function coveredUntil({ head, fetchedAt }: Clone, now: Instant): Instant {
  return Math.min(Math.max(head?.committedAt ?? now, fetchedAt ?? 0), now);
}

/** Whether the clone is what the cursor knew, with perhaps more on top. */
async function continues(cursor: GitCursor, { clone, stored, signal }: Walking): Promise<boolean> {
  if (cursor.branch !== clone.repository.defaultBranch) return false;
  if (cursor.shallow.join() !== [...clone.shallow].sort().join()) return false;
  if (cursor.lacking === null ? clone.pullHeads.size > 0 : cursor.lacking.some((n) => clone.pullHeads.has(n)))
    return false;
  if (cursor.head === null || clone.head === null) return cursor.head === (clone.head?.sha ?? null);
  // A walk that was killed has written of where it went; if history went elsewhere since, that has to be taken away.
  const towards = (await stored.towards(clone.repository.id)) ?? cursor.head;
  for (const earlier of [cursor.head, towards])
    if (!(await isAncestor(earlier, clone.head.sha, clone.git, signal))) return false;
  return true;
}

async function isAncestor(earlier: string, later: string, git: Git, signal?: AbortSignal): Promise<boolean> {
  if (earlier === later) return true;
  try {
    await git.text(['merge-base', '--is-ancestor', earlier, later], signal);
    return true;
  } catch (error) {
    // 1: it is none; 128: it is gone, after a forced push.
    if (error instanceof GitFailure && error.exit !== null) return false;
    throw error;
  }
}

async function ending(
  walking: Walking,
  now: Instant,
  before: GitCursor | null,
  cursor: GitCursor,
  replaces: Replaced | null,
): Promise<WalkStep> {
  const { clone, signal } = walking;
  const changed = before === null || replaces !== null || before.notes !== clone.notes;
  const read = clone.notes !== null && changed ? await readNotes(clone.git, clone.repository.id, signal) : [];
  return {
    end: {
      cursor: JSON.stringify({ ...cursor, notes: read === null ? null : clone.notes }),
      coveredUntil: coveredUntil(clone, now),
      limits: limitsOf(cursor, { ...clone, unreadNotes: read === null }),
      replaces,
      notes: changed ? read : null,
    },
  };
}
