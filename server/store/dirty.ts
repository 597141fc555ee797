import type Database from 'better-sqlite3';

/** Marks facts to be measured again; always inside the transaction that changed what they rest on. */
export type DirtyMarks = {
  pullRequest(id: string): void;
  /** A commit of the default branch that may be a direct push or a branch merge. */
  landing(repositoryId: string, sha: string): void;
  /** Whatever rests on this commit. */
  byCommit(repositoryId: string, sha: string): void;
  /** All there is: rows of today, and facts of yesterday whose rows are gone. */
  everything(): void;
};

export function dirtyMarks(db: Database.Database): DirtyMarks {
  const mark = db.prepare('INSERT INTO dirty (kind, id) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const byPullRequestCommit = db.prepare(
    `INSERT INTO dirty (kind, id) SELECT 'pull-request', pull_request_id FROM pull_request_commit
     WHERE repository_id = ? AND sha = ? ON CONFLICT DO NOTHING`,
  );
  const byMainline = db.prepare(
    `INSERT INTO dirty (kind, id) SELECT 'landing', repository_id || '@' || sha FROM mainline_commit
     WHERE repository_id = ? AND sha = ? AND landed_by <> 'pull-request' ON CONFLICT DO NOTHING`,
  );
  return {
    pullRequest: (id) => void mark.run('pull-request', id),
    landing: (repositoryId, sha) => void mark.run('landing', `${repositoryId}@${sha}`),
    byCommit(repositoryId, sha) {
      byPullRequestCommit.run(repositoryId, sha);
      byMainline.run(repositoryId, sha);
    },
    everything() {
      db.exec(`
        INSERT INTO dirty (kind, id) SELECT 'pull-request', id FROM pull_request WHERE true ON CONFLICT DO NOTHING;
        INSERT INTO dirty (kind, id) SELECT 'landing', repository_id || '@' || sha FROM mainline_commit
          WHERE landed_by <> 'pull-request' ON CONFLICT DO NOTHING;
        INSERT INTO dirty (kind, id) SELECT iif(number IS NULL, 'landing', 'pull-request'), id FROM pull_request_fact
          WHERE true ON CONFLICT DO NOTHING;
      `);
    },
  };
}
