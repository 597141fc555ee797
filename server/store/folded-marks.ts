import type Database from 'better-sqlite3';

// Not those whom a team places by who they are: who owns the repository or the project means nothing to them.
const BY_NOBODY = "(team_basis IS NULL OR team_basis = 'repository')";
const UNFOLDED: Readonly<Record<string, { work: string; issues: string }>> = {
  author: { work: 'author = ?', issues: 'author = ?' },
  unplaced: { work: `repository_id = ? AND ${BY_NOBODY}`, issues: `project_id = ? AND ${BY_NOBODY}` },
};

export type FoldedMarks = {
  /** Puts marks of facts in place of up to `limit` marks of many; returns how many there were. */
  unfold(limit: number): number;
  /** How many facts the marks of many stand for; what two of them mark counts twice. */
  count(): number;
};

/** Marks of all facts of an author, of a repository or of a project; see `DirtyMarks`. */
export function foldedMarks(db: Database.Database): FoldedMarks {
  const folded = db.prepare<[number], { kind: string; id: string }>(
    "SELECT kind, id FROM dirty WHERE kind IN ('author', 'unplaced') ORDER BY kind, id LIMIT ?",
  );
  const clean = db.prepare('DELETE FROM dirty WHERE kind = ? AND id = ?');
  const statements = new Map(
    Object.entries(UNFOLDED).map(([kind, { work, issues }]) => [
      kind,
      {
        unfold: db.prepare<[string]>(
          `INSERT INTO dirty (kind, id) SELECT iif(number IS NULL, 'landing', 'pull-request'), id FROM pull_request_fact
           WHERE ${work} ON CONFLICT DO NOTHING`,
        ),
        unfoldIssues: db.prepare<[string]>(
          `INSERT INTO dirty (kind, id) SELECT 'issue', id FROM issue_fact WHERE ${issues} ON CONFLICT DO NOTHING`,
        ),
        count: db.prepare<[string], number>(`SELECT count(*) FROM pull_request_fact WHERE ${work}`).pluck(),
      },
    ]),
  );
  return {
    unfold(limit) {
      const marks = folded.all(limit);
      for (const { kind, id } of marks) {
        statements.get(kind)?.unfold.run(id);
        statements.get(kind)?.unfoldIssues.run(id);
        clean.run(kind, id);
      }
      return marks.length;
    },
    count() {
      const marks = folded.all(-1);
      return marks.reduce((sum, { kind, id }) => sum + (statements.get(kind)?.count.get(id) ?? 0), 0);
    },
  };
}
