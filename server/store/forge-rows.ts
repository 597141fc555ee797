import type Database from 'better-sqlite3';
import type { Account } from '../model/account.ts';
import type { ForgeDetails } from '../model/pull-request.ts';
import { lists } from './list-rows.ts';
import { packedFiles } from './packed-files.ts';
import * as schema from './schema-forge.ts';
import { upsert } from './upsert.ts';

/** Writes what a forge tells of a pull request; true when anything stored changed. */
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

  return (id, forge) => {
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
        checks: forge.checks,
        commentsKnown: forge.comments === null ? 0 : 1,
        files: packedFiles(forge.files),
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
