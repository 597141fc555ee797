import type Database from 'better-sqlite3';

export type ItemTables = {
  /** Titles of these pull requests and first lines of these pushes, by id; what is gone is missing. */
  itemTitles(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
};

export function itemTables(db: Database.Database): ItemTables {
  const title = db.prepare<[string], string>('SELECT title FROM pull_request WHERE id = ?').pluck();
  const message = db
    .prepare<[string, string], string>('SELECT message FROM git_commit WHERE repository_id = ? AND sha = ?')
    .pluck();
  function titleOf(id: string): string | undefined {
    const known = title.get(id);
    if (known !== undefined) return known;
    const at = id.lastIndexOf('@');
    return at < 0 ? undefined : message.get(id.slice(0, at), id.slice(at + 1))?.split('\n', 1)[0];
  }

  return {
    async itemTitles(ids) {
      return db.transaction(
        () =>
          new Map(
            ids.flatMap((id) => {
              const known = titleOf(id);
              return known === undefined ? [] : [[id, known]];
            }),
          ),
      )();
    },
  };
}
