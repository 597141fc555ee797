import type { Commit, CommitSize } from '../../model/commit.ts';
import { type Instant, SECOND } from '../../model/instant.ts';
import type { RawCommit, RawSize } from './payload.ts';

/** The end of the year 9999: the last instant that every date format can write. */
const LAST_SECOND = 253_402_300_799;

/** Git's seconds as an instant; null for what is no number of seconds. Absurdly late ones become the last one we can write. */
export function secondsToInstant(seconds: string): Instant | null {
  if (!/^\d{1,20}$/.test(seconds)) return null;
  return Math.min(Number(seconds), LAST_SECOND) * SECOND;
}

/** A commit as Git tells it: always with its parents. */
export type GitCommit = Commit & { parents: readonly string[] };

/** A commit whose one date is unreadable takes the other; both unreadable, it lies at 1970, where Git puts it too. */
export function normaliseCommit(repositoryId: string, raw: RawCommit): GitCommit {
  const authored = secondsToInstant(raw.authorDate);
  const committed = secondsToInstant(raw.committerDate);
  return {
    repositoryId,
    sha: raw.sha,
    parents: raw.parents === '' ? [] : raw.parents.split(' '),
    authorLogin: null,
    author: { name: raw.authorName, email: raw.authorEmail },
    authoredAt: authored ?? committed ?? 0,
    committer: { name: raw.committerName, email: raw.committerEmail },
    committedAt: committed ?? authored ?? 0,
    message: raw.message.replace(/\n+$/, ''),
    reverts: revertedIds(raw.message),
  };
}

/** Ids after each "This reverts commit" (Git) and "This reverts commits A, B and C". */
export function revertedIds(message: string): string[] {
  const ids = new Set<string>();
  for (const phrase of message.matchAll(/\bthis reverts commits?[:\s]/gi)) {
    const following = /[,\s]{0,8}(?:and\s)?([0-9a-f]{7,64})\b/giy;
    following.lastIndex = phrase.index + phrase[0].length;
    for (let id = following.exec(message)?.[1]; id !== undefined; id = following.exec(message)?.[1])
      ids.add(id.toLowerCase());
  }
  return [...ids];
}

export function normaliseSize(repositoryId: string, raw: RawSize): CommitSize {
  const files = raw.files.map((file) => ({
    path: file.path,
    additions: file.additions === '-' ? null : Number(file.additions),
    deletions: file.deletions === '-' ? null : Number(file.deletions),
  }));
  return { repositoryId, sha: raw.sha, files };
}
