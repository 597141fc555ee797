import type Database from 'better-sqlite3';
import type { Account } from '../model/account.ts';
import type { Instant } from '../model/instant.ts';
import type { Checks, ForgeDetails } from '../model/pull-request.ts';
import type { PullRequestEvent, Review, ReviewComment } from '../model/review.ts';
import { unpackedFiles } from './packed-files.ts';

type By = { login: string | null; accountKind: Account['kind'] | null };
type DetailRow = By & {
  mergedByLogin: string | null;
  mergedByKind: Account['kind'] | null;
  assignees: string;
  labels: string;
  closes: string;
  draft: number;
  updatedAt: Instant;
  headSha: string | null;
  additions: number;
  deletions: number;
  changedFiles: number;
  commentCount: number | null;
  checks: Checks | null;
  firstChecks: Checks | null;
  commentsKnown: number;
  files: string | null;
};

/** Reads back what `forgeRows` wrote; null for a pull request of a clone. */
export function forgeDetails(db: Database.Database): (pullRequestId: string) => ForgeDetails | null {
  const detail = db.prepare<[string], DetailRow>(
    `SELECT login, account_kind AS accountKind, merged_by_login AS mergedByLogin, merged_by_kind AS mergedByKind,
       assignees, labels, closes, draft, updated_at AS updatedAt, head_sha AS headSha, additions, deletions,
       changed_files AS changedFiles, comment_count AS commentCount, checks, first_checks AS firstChecks, comments_known AS commentsKnown, files
     FROM pull_request_detail WHERE pull_request_id = ?`,
  );
  const reviews = db.prepare<[string], Omit<Review, 'account'> & By>(
    `SELECT id, state, submitted_at AS submittedAt, login, account_kind AS accountKind
     FROM review WHERE pull_request_id = ? ORDER BY position`,
  );
  const comments = db.prepare<[string], Omit<ReviewComment, 'account'> & By>(
    `SELECT id, thread_id AS threadId, at, login, account_kind AS accountKind
     FROM review_comment WHERE pull_request_id = ? ORDER BY position`,
  );
  const events = db.prepare<[string], PullRequestEvent>(
    'SELECT kind, at FROM pull_request_event WHERE pull_request_id = ? ORDER BY position',
  );

  return (id) => {
    const row = detail.get(id);
    if (!row) return null;
    return {
      account: account(row.login, row.accountKind),
      mergedBy: account(row.mergedByLogin, row.mergedByKind),
      assignees: texts(row.assignees),
      labels: texts(row.labels),
      closes: texts(row.closes),
      draft: row.draft === 1,
      updatedAt: row.updatedAt,
      headSha: row.headSha,
      additions: row.additions,
      deletions: row.deletions,
      changedFiles: row.changedFiles,
      commentCount: row.commentCount,
      checks: row.checks,
      firstChecks: row.firstChecks,
      files: row.files === null ? null : unpackedFiles(row.files),
      reviews: reviews.all(id).map(by),
      comments: row.commentsKnown === 1 ? comments.all(id).map(by) : null,
      events: events.all(id),
    };
  };
}

function by<Row extends By>({ login, accountKind, ...rest }: Row) {
  return { ...rest, account: account(login, accountKind) };
}

function account(login: string | null, kind: Account['kind'] | null): Account | null {
  return login === null || kind === null ? null : { login, kind };
}

function texts(json: string): string[] {
  return JSON.parse(json);
}
