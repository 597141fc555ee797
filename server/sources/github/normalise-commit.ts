import type { Commit, GitIdentity } from '../../model/commit.ts';
import { instantOf } from './instant.ts';
import type { GithubCommit } from './payload.ts';

/** GitHub asks a high price for parents, so they stay unknown. */
export function normaliseCommit(repositoryId: string, raw: GithubCommit): Commit {
  return {
    repositoryId,
    sha: raw.oid,
    parents: null,
    author: identityOf(raw.author),
    authorLogin: raw.author?.user?.login ?? null,
    authoredAt: instantOf(raw.authoredDate),
    committer: identityOf(raw.committer),
    committedAt: instantOf(raw.committedDate),
    message: raw.message.replace(/\n+$/, ''),
    reverts: revertedIds(raw.message),
  };
}

function identityOf(actor: GithubCommit['author']): GitIdentity {
  return { name: actor?.name ?? '', email: actor?.email ?? '' };
}

const REVERTS = /\bthis reverts commits?[:\s]/gi;
const NEXT_ID = /[,\s]{0,8}(?:and\s)?([0-9a-f]{7,64})\b/giy;

/** Ids after each "This reverts commit", also where several follow: "This reverts commits A, B and C". */
function revertedIds(message: string): string[] {
  const ids = new Set<string>();
  for (const phrase of message.matchAll(REVERTS)) {
    NEXT_ID.lastIndex = phrase.index + phrase[0].length;
    for (let found = NEXT_ID.exec(message); found !== null; found = NEXT_ID.exec(message))
      ids.add((found[1] ?? '').toLowerCase());
  }
  return [...ids];
}
