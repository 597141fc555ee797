import type Database from 'better-sqlite3';
import type { OwnCommit, PullRequestInput, PushInput } from '../facts/pull-request-input.ts';
import type { FileChange } from '../model/commit.ts';
import type { Instant } from '../model/instant.ts';
import type { Landing, MainlineCommit, PullRequest } from '../model/pull-request.ts';

/** All stored rows that one fact rests on. */
export type MeasuredRows =
  | ({ kind: 'pull-request'; defaultBranch: string } & Omit<PullRequestInput, 'automation' | 'longLived'>)
  | ({ kind: 'landing' } & PushInput);

type PullRequestRow = Omit<
  PullRequest,
  'author' | 'fromFork' | 'landedShas' | 'ownShas' | 'landing' | 'state'
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
  parents: string;
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
       author_email AS authorEmail, parents
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
       parents, files
     FROM mainline_commit m JOIN git_commit c ON c.repository_id = m.repository_id AND c.sha = m.sha
       LEFT JOIN commit_change f ON f.repository_id = m.repository_id AND f.sha = m.sha
     WHERE m.repository_id = ? AND m.sha = ? AND landed_by <> 'pull-request'`,
  );

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
        changes: row.files === null ? null : changes(row.files),
      };
    }
    const row = pullRequest.get(id);
    if (!row) return null;
    const { authorName, authorEmail, fromFork, commitsKnown, defaultBranch, ...rest } = row;
    const commits = commitsKnown === 1 ? own.all(id) : null;
    const parts = landed.all(id);
    return {
      kind: 'pull-request',
      pullRequest: {
        ...rest,
        fromFork: fromFork === null ? null : fromFork === 1,
        author: authorName === null || authorEmail === null ? null : { name: authorName, email: authorEmail },
        ownShas: commits?.map((commit) => commit.sha) ?? null,
        landedShas: parts.map((part) => part.sha),
      },
      commits: commits?.map(ownCommit) ?? null,
      changes: parts.some((part) => part.files === null)
        ? null
        : parts.flatMap((part) => changes(part.files)),
      defaultBranch,
    };
  };
}

function ownCommit(row: CommitRow): OwnCommit {
  return {
    sha: row.sha,
    authoredAt: row.authoredAt,
    committedAt: row.committedAt,
    author: { name: row.authorName, email: row.authorEmail },
    parents: row.parents === '' ? 0 : row.parents.split(' ').length,
  };
}

function changes(files: string | null): FileChange[] {
  const parsed: [string, number | null, number | null][] = JSON.parse(files ?? '[]');
  return parsed.map(([path, additions, deletions]) => ({ path, additions, deletions }));
}
