import type Database from 'better-sqlite3';
import type { OwnCommit, PullRequestInput, PushInput } from '../facts/pull-request-input.ts';
import type { FileChange } from '../model/commit.ts';
import type { Instant } from '../model/instant.ts';
import type { Landing, MainlineCommit, PullRequest } from '../model/pull-request.ts';
import { deployedAt } from './deployed-at.ts';
import { forgeDetails } from './forge-details.ts';
import { unpackedFiles } from './packed-files.ts';

/** All stored rows that the fact of a pull request rests on. */
export type PullRequestRows = Pick<PullRequestInput, 'pullRequest' | 'commits' | 'changes' | 'deployedAt'> & {
  defaultBranch: string;
  /** The commit that landed it, where it is none of its own. */
  landed: OwnCommit | null;
} & Annotated;

/** What tells of AI involvement alone. */
export type Annotated = {
  /** `owner/name`. */
  repositoryName: string;
  /** Texts of the commits' notes in `refs/notes/ai`, by sha. */
  notes: ReadonlyMap<string, string>;
};

/** All stored rows that one fact rests on. */
export type MeasuredRows =
  | ({ kind: 'pull-request' } & PullRequestRows)
  | ({ kind: 'landing' } & Omit<PushInput, 'author'> & Annotated);

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
  repositoryName: string;
};
type CommitRow = {
  sha: string;
  authoredAt: Instant;
  committedAt: Instant;
  authorName: string;
  authorEmail: string;
  parents: string | null;
  message: string;
  note: string | null;
};
type LandingRow = MainlineCommit & CommitRow & { files: string | null; repositoryName: string };

const COMMIT = `c.sha, authored_at AS authoredAt, committed_at AS committedAt, author_name AS authorName,
  author_email AS authorEmail, parents, message, n.text AS note`;
const NOTE = 'LEFT JOIN commit_note n ON n.repository_id = c.repository_id AND n.sha = c.sha';

/** Reads what a fact rests on; null when its rows are gone, so that the fact goes too. */
export function measuredRows(db: Database.Database): (kind: string, id: string) => MeasuredRows | null {
  const pullRequest = db.prepare<[string], PullRequestRow>(
    `SELECT p.id, p.repository_id AS repositoryId, number, title, body, state, landing, base_branch AS baseBranch,
       head_branch AS headBranch, from_fork AS fromFork, author_name AS authorName, author_email AS authorEmail, opened_at AS openedAt,
       merged_at AS mergedAt, closed_at AS closedAt, merge_sha AS mergeSha, commits_known AS commitsKnown,
       r.default_branch AS defaultBranch, r.name AS repositoryName
     FROM pull_request p JOIN repository r ON r.id = p.repository_id WHERE p.id = ?`,
  );
  const own = db.prepare<[string], CommitRow>(
    `SELECT ${COMMIT}
     FROM pull_request_commit l JOIN git_commit c ON c.repository_id = l.repository_id AND c.sha = l.sha ${NOTE}
     WHERE l.pull_request_id = ? AND l.role = 'own' ORDER BY l.position`,
  );
  const landed = db.prepare<[string], { sha: string; files: string | null }>(
    `SELECT l.sha, c.files
     FROM pull_request_commit l LEFT JOIN commit_change c ON c.repository_id = l.repository_id AND c.sha = l.sha
     WHERE l.pull_request_id = ? AND l.role = 'landed' ORDER BY l.position`,
  );
  const merge = db.prepare<[string, string], CommitRow>(
    `SELECT ${COMMIT} FROM git_commit c ${NOTE} WHERE c.repository_id = ? AND c.sha = ?`,
  );
  const landing = db.prepare<[string, string], LandingRow>(
    `SELECT m.repository_id AS repositoryId, position, landed_by AS landedBy, pull_request_id AS pullRequestId,
       r.name AS repositoryName, ${COMMIT}, files
     FROM mainline_commit m JOIN repository r ON r.id = m.repository_id
       JOIN git_commit c ON c.repository_id = m.repository_id AND c.sha = m.sha ${NOTE}
       LEFT JOIN commit_change f ON f.repository_id = m.repository_id AND f.sha = m.sha
     WHERE m.repository_id = ? AND m.sha = ? AND landed_by <> 'pull-request'`,
  );

  const forge = forgeDetails(db);
  const deployed = deployedAt(db);

  return (kind, id) => {
    if (kind === 'landing') {
      const at = id.lastIndexOf('@');
      const row = landing.get(id.slice(0, at), id.slice(at + 1));
      if (!row) return null;
      const { repositoryId, position, sha, landedBy, pullRequestId, repositoryName } = row;
      return {
        ...{ kind, repositoryName, notes: notesOf([row]) },
        mainline: { repositoryId, position, sha, landedBy, pullRequestId },
        commit: ownCommit(row),
        changes: row.files === null ? null : unpackedFiles(row.files),
      };
    }
    const row = pullRequest.get(id);
    if (!row) return null;
    const { authorName, authorEmail, fromFork, commitsKnown, defaultBranch, repositoryName, ...rest } = row;
    const commits = commitsKnown === 1 ? own.all(id) : null;
    const { mergeSha, repositoryId } = rest;
    const isOwn = mergeSha === null || commits?.some(({ sha }) => sha === mergeSha);
    const merged = isOwn ? undefined : merge.get(repositoryId, mergeSha);
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
      landed: merged === undefined ? null : ownCommit(merged),
      notes: notesOf([...(commits ?? []), ...(merged === undefined ? [] : [merged])]),
      changes: details === null ? allChanges(parts) : details.files,
      ...{ defaultBranch, repositoryName },
      deployedAt: deployed(id),
    };
  };
}

const NO_NOTES: ReadonlyMap<string, string> = new Map();

function notesOf(rows: readonly CommitRow[]): ReadonlyMap<string, string> {
  const noted = rows.flatMap(({ sha, note }): [string, string][] => (note === null ? [] : [[sha, note]]));
  return noted.length === 0 ? NO_NOTES : new Map(noted);
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
