import type Database from 'better-sqlite3';
import type { DirtyMarks } from './dirty.ts';

/** Removes what a walk from the beginning no longer found, after its replacement is safely in. Each returns the rows removed. */
export type Sweep = {
  commitsBut(repositoryId: string, kept: ReadonlySet<string>): number;
  pullRequestsBut(repositoryId: string, kept: ReadonlySet<string>): number;
  mainlineFrom(repositoryId: string, length: number): number;
  notesBut(repositoryId: string, kept: ReadonlySet<string>): number;
};

export function sweep(db: Database.Database, mark: DirtyMarks): Sweep {
  const list = (sql: string) => db.prepare<[string], string>(sql).pluck();
  const shas = list('SELECT sha FROM git_commit WHERE repository_id = ?');
  const ids = list('SELECT id FROM pull_request WHERE repository_id = ?');
  const noted = list('SELECT sha FROM commit_note WHERE repository_id = ?');
  const beyond = db
    .prepare<[string, number], string>(
      'SELECT sha FROM mainline_commit WHERE repository_id = ? AND position >= ?',
    )
    .pluck();
  const dropCommit = ['git_commit', 'commit_change', 'commit_revert', 'line_rework'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE repository_id = ? AND sha = ?`),
  );
  const dropNote = db.prepare('DELETE FROM commit_note WHERE repository_id = ? AND sha = ?');
  const dropPullRequest = db.prepare('DELETE FROM pull_request WHERE id = ?');
  const dropMainline = db.prepare('DELETE FROM mainline_commit WHERE repository_id = ? AND position >= ?');
  const without = (all: string[], kept: ReadonlySet<string>) => all.filter((one) => !kept.has(one));

  return {
    commitsBut(repositoryId, kept) {
      const gone = without(shas.all(repositoryId), kept);
      for (const sha of gone) {
        mark.byCommit(repositoryId, sha);
        mark.landing(repositoryId, sha);
        for (const drop of dropCommit) drop.run(repositoryId, sha);
      }
      return gone.length;
    },
    pullRequestsBut(repositoryId, kept) {
      const gone = without(ids.all(repositoryId), kept);
      for (const id of gone) {
        mark.pullRequest(id);
        dropPullRequest.run(id);
      }
      return gone.length;
    },
    mainlineFrom(repositoryId, length) {
      for (const sha of beyond.all(repositoryId, length)) mark.landing(repositoryId, sha);
      return dropMainline.run(repositoryId, length).changes;
    },
    notesBut(repositoryId, kept) {
      const gone = without(noted.all(repositoryId), kept);
      for (const sha of gone) {
        mark.byCommit(repositoryId, sha);
        dropNote.run(repositoryId, sha);
      }
      return gone.length;
    },
  };
}
