import type Database from 'better-sqlite3';
import { dirtyMarks } from './dirty.ts';

export type KeyRows = {
  /** Makes `keys` all that stand in the texts of a pull request; issues that are named no more, or now, are marked dirty. */
  replace(pullRequestId: string, keys: readonly string[]): void;
  /** How many of the keys in its texts are those of issues, or of projects that are known. */
  known(pullRequestId: string): number;
};

export function keyRows(db: Database.Database): KeyRows {
  const mark = dirtyMarks(db);
  const stored = db
    .prepare<[string], string>('SELECT key FROM pull_request_key WHERE pull_request_id = ? ORDER BY key')
    .pluck();
  const put = db.prepare('INSERT INTO pull_request_key (pull_request_id, key) VALUES (?, ?)');
  const drop = db.prepare('DELETE FROM pull_request_key WHERE pull_request_id = ? AND key = ?');
  const known = db
    .prepare<[string], number>(
      `SELECT count(*) FROM pull_request_key k WHERE pull_request_id = ? AND (
         EXISTS (SELECT 1 FROM issue_key i WHERE i.key = k.key)
         OR EXISTS (SELECT 1 FROM issue_project p WHERE p.key = substr(k.key, 1, instr(k.key, '-') - 1)))`,
    )
    .pluck();
  return {
    known: (pullRequestId) => known.get(pullRequestId) ?? 0,
    replace(pullRequestId, keys) {
      const before = stored.all(pullRequestId);
      const gone = before.filter((key) => !keys.includes(key));
      const fresh = keys.filter((key) => !before.includes(key));
      if (gone.length === 0 && fresh.length === 0) return;
      mark.issuesOf(pullRequestId);
      for (const key of gone) drop.run(pullRequestId, key);
      for (const key of fresh) put.run(pullRequestId, key);
      mark.issuesOf(pullRequestId);
    },
  };
}
