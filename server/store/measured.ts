import type Database from 'better-sqlite3';
import type { OwnCommit, PullRequestInput, PushInput } from '../facts/pull-request-input.ts';
import type { FileChange } from '../model/commit.ts';
import type { Instant } from '../model/instant.ts';
import type { Landing, MainlineCommit, PullRequest } from '../model/pull-request.ts';
import { forgeDetails } from './forge-details.ts';
import { unpackedFiles } from './packed-files.ts';

/** All stored rows that the fact of a pull request rests on. */
export type PullRequestRows = Pick<PullRequestInput, 'pullRequest' | 'commits' | 'changes' | 'deployedAt'> & {
  defaultBranch: string;
};

/** All stored rows that one fact rests on. */
export type MeasuredRows =
  | ({ kind: 'pull-request' } & PullRequestRows)
  | ({ kind: 'landing' } & Omit<PushInput, 'author'>);

type PullRequestRow = Omit<
  PullRequest,
  'author' | 'fromFork' | 'landedShas' | 'ownShas' | 'landing' | 'state' | 'forge'
> & {
  state: 'open' | 'closed' | 'merged';
  landing: Landing | null;
  authorName: string | null;
  authorEmail: string | null;
  fromFork: number | null;
  commitsKnown: number;
  defaultBranch: string;
};
type CommitRow = {
  sha: string;
  authoredAt: Instant;
  committedAt: Instant;
  authorName: string;
  authorEmail: string;
  parents: string | null;
  message: string;
};
type LandingRow = MainlineCommit & CommitRow & { files: string | null };

/** Reads what a fact rests on; null when its rows are gone, so that the fact goes too. */
export function measuredRows(db: Database.Database): (kind: string, id: string) => MeasuredRows | null {
  const pullRequest = db.prepare<[string], PullRequestRow>(
    `SELECT p.id, p.repository_id AS repositoryId, number, title, body, state, landing, base_branch AS baseBranch,
       head_branch AS headBranch, from_fork AS fromFork, author_name AS authorName, author_email AS authorEmail, opened_at AS openedAt,
       merged_at AS mergedAt, closed_at AS closedAt, merge_sha AS mergeSha, commits_known AS commitsKnown,
       r.default_branch AS defaultBranch
     FROM pull_request p JOIN repository r ON r.id = p.repository_id WHERE p.id = ?`,
  );
  const own = db.prepare<[string], CommitRow>(
    `SELECT c.sha, authored_at AS authoredAt, committed_at AS committedAt, author_name AS authorName,
       author_email AS authorEmail, parents, message
     FROM pull_request_commit l JOIN git_commit c ON c.repository_id = l.repository_id AND c.sha = l.sha
     WHERE l.pull_request_id = ? AND l.role = 'own' ORDER BY l.position`,
  );
  const landed = db.prepare<[string], { sha: string; files: string | null }>(
    `SELECT l.sha, c.files
     FROM pull_request_commit l LEFT JOIN commit_change c ON c.repository_id = l.repository_id AND c.sha = l.sha
     WHERE l.pull_request_id = ? AND l.role = 'landed' ORDER BY l.position`,
  );
  const landing = db.prepare<[string, string], LandingRow>(
    `SELECT m.repository_id AS repositoryId, position, m.sha, landed_by AS landedBy, pull_request_id AS pullRequestId,
       authored_at AS authoredAt, committed_at AS committedAt, author_name AS authorName, author_email AS authorEmail,
       parents, message, files
     FROM mainline_commit m JOIN git_commit c ON c.repository_id = m.repository_id AND c.sha = m.sha
       LEFT JOIN commit_change f ON f.repository_id = m.repository_id AND f.sha = m.sha
     WHERE m.repository_id = ? AND m.sha = ? AND landed_by <> 'pull-request'`,
  );

  const forge = forgeDetails(db);
  // A merge into another branch than the default one is in no deployment that is known to contain the default branch; and the
  // first deployment on record may not have been the first: what was merged before it is unknown, not slow.
  const deployed = db
    .prepare<[string], Instant>(
      `SELECT d.succeeded_at FROM pull_request p
         JOIN repository r ON r.id = p.repository_id AND r.default_branch = p.base_branch
         JOIN git_commit c ON c.repository_id = p.repository_id AND c.sha = p.merge_sha
         JOIN deployment d ON d.repository_id = p.repository_id AND d.via = r.deployed_by
           AND d.succeeded_at >= c.committed_at AND d.contains_until >= c.committed_at
       WHERE p.id = ? AND p.merged_at IS NOT NULL AND EXISTS (SELECT 1 FROM deployment e
         WHERE e.repository_id = p.repository_id AND e.via = r.deployed_by AND e.succeeded_at < c.committed_at)
       ORDER BY d.succeeded_at LIMIT 1`,
    )
    .pluck();

  return (kind, id) => {
    if (kind === 'landing') {
      const at = id.lastIndexOf('@');
      const row = landing.get(id.slice(0, at), id.slice(at + 1));
      if (!row) return null;
      const { repositoryId, position, sha, landedBy, pullRequestId } = row;
      return {
        kind,
        mainline: { repositoryId, position, sha, landedBy, pullRequestId },
        commit: ownCommit(row),
        changes: row.files === null ? null : unpackedFiles(row.files),
      };
    }
    const row = pullRequest.get(id);
    if (!row) return null;
    const { authorName, authorEmail, fromFork, commitsKnown, defaultBranch, ...rest } = row;
    const commits = commitsKnown === 1 ? own.all(id) : null;
    const parts = landed.all(id);
    const details = forge(id);
    return {
      kind: 'pull-request',
      pullRequest: {
        ...rest,
        fromFork: fromFork === null ? null : fromFork === 1,
        author: authorName === null || authorEmail === null ? null : { name: authorName, email: authorEmail },
        ownShas: commits?.map((commit) => commit.sha) ?? null,
        landedShas: parts.map((part) => part.sha),
        forge: details,
      },
      commits: commits?.map(ownCommit) ?? null,
      changes: details === null ? allChanges(parts) : details.files,
      defaultBranch,
      deployedAt: deployed.get(id) ?? null,
    };
  };
}

function ownCommit(row: CommitRow): OwnCommit {
  return {
    sha: row.sha,
    authoredAt: row.authoredAt,
    committedAt: row.committedAt,
    author: { name: row.authorName, email: row.authorEmail },
    parents: row.parents === null ? null : row.parents.split(' ').filter((sha) => sha !== '').length,
    message: row.message,
  };
}

function allChanges(parts: readonly { files: string | null }[]): FileChange[] | null {
  const all: FileChange[] = [];
  for (const { files } of parts) {
    if (files === null) return null;
    all.push(...unpackedFiles(files));
  }
  return all;
}
