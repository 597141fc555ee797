import { setImmediate as othersServed } from 'node:timers/promises';
import type Database from 'better-sqlite3';

export type ItemTables = {
  /** Titles of these pull requests and first lines of these pushes, by id; what is gone is missing. */
  itemTitles(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Titles of all pull requests, some thousands at a time; whoever else waits for this process is served in between. */
  allTitles(): AsyncIterable<{ repositoryId: string; number: number; title: string }[]>;
};

/** So many are read in some milliseconds. */
const BATCH = 3000;

export function itemTables(db: Database.Database): ItemTables {
  const title = db.prepare<[string], string>('SELECT title FROM pull_request WHERE id = ?').pluck();
  const message = db
    .prepare<[string, string], string>('SELECT message FROM git_commit WHERE repository_id = ? AND sha = ?')
    .pluck();
  // In the order in which they lie in the file.
  const page = db.prepare<
    [number, number],
    { place: number; repositoryId: string; number: number; title: string }
  >(
    `SELECT rowid AS place, repository_id AS repositoryId, number, title FROM pull_request
     WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );

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
    async *allTitles() {
      let after = 0;
      for (;;) {
        const batch = page.all(after, BATCH);
        const last = batch.at(-1);
        if (!last) return;
        after = last.place;
        yield batch;
        await othersServed();
      }
    },
  };
}
