import type Database from 'better-sqlite3';

// Not those whom a team places by who they are: who owns the repository or the project means nothing to them.
const BY_NOBODY = "(team_basis IS NULL OR team_basis = 'repository')";
const UNFOLDED: Readonly<Record<string, string>> = {
  author: 'author = ?',
  unplaced: `repository_id = ? AND ${BY_NOBODY}`,
};

export type FoldedMarks = {
  /** Puts marks of facts in place of up to `limit` marks of many; returns how many there were. All issues are read once for it. */
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
    Object.entries(UNFOLDED).map(([kind, work]) => [
      kind,
      {
        unfold: db.prepare<[string]>(
          `INSERT INTO dirty (kind, id) SELECT iif(number IS NULL, 'landing', 'pull-request'), id FROM pull_request_fact
           WHERE ${work} ON CONFLICT DO NOTHING`,
        ),
        count: db.prepare<[string], number>(`SELECT count(*) FROM pull_request_fact WHERE ${work}`).pluck(),
      },
    ]),
  );
  const unfoldIssues = db.prepare<[{ marks: string }]>(
    `WITH mark AS MATERIALIZED (SELECT value ->> 'kind' AS kind, value ->> 'id' AS id FROM json_each(@marks))
     INSERT INTO dirty (kind, id) SELECT 'issue', id FROM issue_fact
     WHERE author IN (SELECT id FROM mark WHERE kind = 'author')
       OR (${BY_NOBODY} AND project_id IN (SELECT id FROM mark WHERE kind = 'unplaced'))
     ON CONFLICT DO NOTHING`,
  );
  return {
    unfold(limit) {
      const marks = folded.all(limit);
      if (marks.length > 0) unfoldIssues.run({ marks: JSON.stringify(marks) });
      for (const { kind, id } of marks) {
        statements.get(kind)?.unfold.run(id);
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
