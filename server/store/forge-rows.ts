import type Database from 'better-sqlite3';
import type { Account } from '../model/account.ts';
import type { ForgeDetails } from '../model/pull-request.ts';
import { lists } from './list-rows.ts';
import { packedFiles } from './packed-files.ts';
import * as schema from './schema-forge.ts';
import { upsert } from './upsert.ts';

type Costly = { files: string | null; checks: string | null; firstChecks: string | null };

/**
 * Writes what a forge tells of a pull request; true when anything stored changed. Files and checks that were not asked for
 * this time stay as they are known as long as its last commit is the same.
 */
export function forgeRows(db: Database.Database): (id: string, forge: ForgeDetails) => boolean {
  const details = upsert(db, schema.pullRequestDetail);
  const number = <Row>(row: Row, pullRequestId: string, position: number) => ({
    ...row,
    pullRequestId,
    position,
  });
  const reviews = lists(db, schema.review, number);
  const comments = lists(db, schema.reviewComment, number);
  const events = lists(db, schema.pullRequestEvent, number);

  const known = db.prepare<[string, string | null], Costly>(
    'SELECT files, checks, first_checks AS firstChecks FROM pull_request_detail WHERE pull_request_id = ? AND head_sha IS ?',
  );

  return (id, forge) => {
    const files = packedFiles(forge.files);
    const lacking = files === null || forge.checks === null || forge.firstChecks === null;
    const before = lacking ? known.get(id, forge.headSha) : undefined;
    const changed = [
      details.put({
        pullRequestId: id,
        ...account(forge.account),
        mergedByLogin: forge.mergedBy?.login ?? null,
        mergedByKind: forge.mergedBy?.kind ?? null,
        assignees: JSON.stringify(forge.assignees),
        labels: JSON.stringify(forge.labels),
        closes: JSON.stringify(forge.closes),
        draft: Number(forge.draft),
        updatedAt: forge.updatedAt,
        headSha: forge.headSha,
        additions: forge.additions,
        deletions: forge.deletions,
        changedFiles: forge.changedFiles,
        commentCount: forge.commentCount,
        checks: forge.checks ?? before?.checks ?? null,
        firstChecks: forge.firstChecks ?? before?.firstChecks ?? null,
        commentsKnown: forge.comments === null ? 0 : 1,
        files: files ?? before?.files ?? null,
      }),
      reviews.replace(
        id,
        forge.reviews.map((one) => ({ ...one, ...account(one.account) })),
      ),
      comments.replace(
        id,
        (forge.comments ?? []).map((one) => ({ ...one, ...account(one.account) })),
      ),
      events.replace(id, forge.events),
    ];
    return changed.includes(true);
  };
}

function account(one: Account | null): { login: string | null; accountKind: string | null } {
  return { login: one?.login ?? null, accountKind: one?.kind ?? null };
}
