import type Database from 'better-sqlite3';
import { type CommitRevert, isRevert, type RevertTexts, revertTargets } from '../facts/reverts.ts';
import type { Instant } from '../model/instant.ts';
import type { MeasuredRows } from './measured.ts';
import { revertFinder } from './revert-finder.ts';
import * as schema from './schema-quality.ts';
import { upsert } from './upsert.ts';

export type RevertRows = {
  /** Keeps what an item takes back, from when on (null: it has not landed, or counts for nothing); marks that dirty where it changed. */
  tell(id: string, rows: MeasuredRows | null, landedAt: Instant | null): void;
  isRevert(rows: MeasuredRows): boolean;
  /** When the first revert of a merged pull request landed; null: none did, or it is a revert itself. */
  revertedAt(rows: MeasuredRows): Instant | null;
};

type Told = { target: string; repositoryId: string; landedAt: Instant };
const SAYS_SO = /\bthis reverts commits?\b/i;

export function revertRows(db: Database.Database): RevertRows {
  const targets = upsert(db, schema.revertTarget);
  const stored = db.prepare<[string], Told>(
    'SELECT target, repository_id AS repositoryId, landed_at AS landedAt FROM revert_target WHERE "by" = ?',
  );
  const drop = db.prepare('DELETE FROM revert_target WHERE "by" = ? AND target = ?');
  const mark = targetMarks(db);
  const { find, changed } = revertFinder(db);
  const textsOf = revertTexts(db);

  return {
    tell(id, rows, landedAt) {
      const told = rows === null || landedAt === null ? null : textsOf(rows);
      const now = told === null ? [] : revertTargets(told);
      const before = stored.all(id);
      for (const { target, repositoryId } of before) {
        if (now.includes(target)) continue;
        drop.run(id, target);
        mark(repositoryId, target);
        changed(repositoryId);
      }
      if (rows === null || landedAt === null) return;
      const repositoryId = repositoryOf(rows);
      for (const target of now) {
        if (!targets.put({ by: id, repositoryId, target, landedAt })) continue;
        mark(repositoryId, target);
        changed(repositoryId);
      }
    },
    isRevert: (rows) => isRevert(textsOf(rows)),
    revertedAt(rows) {
      if (rows.kind === 'landing' || rows.pullRequest.mergedAt === null) return null;
      const found = find(rows.pullRequest, rows.pullRequest.mergedAt);
      return found !== null && isRevert(textsOf(rows)) ? null : found;
    },
  };
}

function repositoryOf(rows: MeasuredRows): string {
  return rows.kind === 'landing' ? rows.mainline.repositoryId : rows.pullRequest.repositoryId;
}

function revertTexts(db: Database.Database): (rows: MeasuredRows) => RevertTexts {
  const named = db
    .prepare<[string, string], string>(
      'SELECT reverted_sha FROM commit_revert WHERE repository_id = ? AND sha = ? ORDER BY reverted_sha',
    )
    .pluck();
  const reverts = (repositoryId: string, commits: readonly { sha: string; message: string }[]) =>
    commits
      .filter(({ message }) => SAYS_SO.test(message))
      .flatMap(({ sha }): CommitRevert[] =>
        named.all(repositoryId, sha).map((revertedSha) => ({ sha, revertedSha })),
      );
  return (rows) => {
    const { repositoryName } = rows;
    const repositoryId = repositoryOf(rows);
    if (rows.kind === 'landing') {
      const [title = '', ...rest] = rows.commit.message.split('\n');
      const { sha } = rows.commit;
      const told = { repositoryName, title, body: rest.join('\n'), ownShas: [sha] };
      return { ...told, reverts: reverts(repositoryId, [rows.commit]) };
    }
    const { title, body, ownShas } = rows.pullRequest;
    const commits = [...(rows.commits ?? []), ...(rows.landed === null ? [] : [rows.landed])];
    return { repositoryName, title, body, ownShas, reverts: reverts(repositoryId, commits) };
  };
}

/** Marks the pull requests that a target means. */
function targetMarks(db: Database.Database): (repositoryId: string, target: string) => void {
  const into = (select: string) =>
    db.prepare(`INSERT INTO dirty (kind, id) SELECT 'pull-request', ${select} ON CONFLICT DO NOTHING`);
  const byNumber = into('id FROM pull_request WHERE id = ?');
  const byTitle = into('id FROM pull_request WHERE repository_id = ? AND title = ?');
  const byCommit = into(
    'pull_request_id FROM pull_request_commit WHERE repository_id = ? AND sha >= ? AND sha < ?',
  );
  const byMerge = into('id FROM pull_request WHERE repository_id = ? AND merge_sha >= ? AND merge_sha < ?');
  return (repositoryId, target) => {
    if (target.startsWith('#')) byNumber.run(`${repositoryId}${target}`);
    else if (target.startsWith('"')) byTitle.run(repositoryId, target.slice(1));
    else {
      // An id has no letter behind `f`.
      byCommit.run(repositoryId, target, `${target}g`);
      byMerge.run(repositoryId, target, `${target}g`);
    }
  };
}
