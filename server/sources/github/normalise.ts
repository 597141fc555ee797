import type { Commit } from '../../model/commit.ts';
import type { Landing, PullRequest } from '../../model/pull-request.ts';
import { instantOf, instantOrNull } from './instant.ts';
import { normaliseCommit } from './normalise-commit.ts';
import { forgeDetails, itemsOf } from './normalise-forge.ts';
import type { GithubPullRequest } from './payload.ts';

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

/**
 * A pull request with its own commits and the one that brought it in. The same pull request gives the same rows, however it
 * was fetched. `author`, a name in git, stays null: who opened it is an account.
 */
export function normalisePullRequest(
  repositoryId: string,
  host: string,
  raw: GithubPullRequest,
): { pullRequest: PullRequest; commits: Commit[] } {
  const own = itemsOf(raw.commits).map(({ commit }) => commit);
  const merge = raw.state === 'MERGED' ? raw.mergeCommit : null;
  const pullRequest: PullRequest = {
    id: `${repositoryId}#${raw.number}`,
    repositoryId,
    number: raw.number,
    title: raw.title,
    body: raw.body,
    state: STATES[raw.state],
    landing: merge && landingOf(merge.message, raw.number),
    baseBranch: raw.baseRefName,
    headBranch: raw.headRefName,
    fromFork: raw.isCrossRepository,
    author: null,
    openedAt: instantOf(raw.createdAt),
    mergedAt: instantOrNull(raw.mergedAt),
    closedAt: instantOrNull(raw.closedAt),
    mergeSha: merge?.oid ?? null,
    landedShas: [],
    ownShas: raw.commits && own.map(({ oid }) => oid),
    forge: forgeDetails(host, raw),
  };
  const bySha = new Map([...own, ...(merge ? [merge] : [])].map((commit) => [commit.oid, commit]));
  return { pullRequest, commits: [...bySha.values()].map((commit) => normaliseCommit(repositoryId, commit)) };
}

/** GitHub does not tell how a pull request was merged; the messages that it proposes do, unless somebody rewrote them. */
function landingOf(message: string, number: number): Landing | null {
  const [headline = ''] = message.split('\n', 1);
  const merged = /^Merge pull request #(\d+)\b/.exec(headline);
  if (merged !== null) return Number(merged[1]) === number ? 'merge' : null;
  const squashed = /\(#(\d+)\)\s*$/.exec(headline);
  return squashed !== null && Number(squashed[1]) === number ? 'squash' : null;
}
