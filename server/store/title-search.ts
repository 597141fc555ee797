import { setImmediate as othersServed } from 'node:timers/promises';
import type Database from 'better-sqlite3';

export type StoredTitle = { repositoryId: string; number: number; title: string };

export type TitleTables = {
  /**
   * At least the titles that have some words, whatever the case, some thousands at a time, some of them twice; whoever else waits
   * for this process is served in between. Words of fewer than three letters are looked for in all titles.
   */
  titlesLike(words: string): AsyncIterable<StoredTitle[]>;
};

/** So many are read in some milliseconds. */
const BATCH = 3000;

/** The index knows no shorter words: it holds groups of so many letters. */
const LETTERS = 3;

/** As the migration states the index of them: an address is masked, and of the others SQLite does not know the small letters. */
const ODD = "title GLOB '*[@İͿԨ-ԮᎠ-ᏵᲉ-ᲿⰯꚘ-ꚚꞖ-Ꟶ𐐀-𞥃]*'";

type Placed = StoredTitle & { place: number };

export function titleTables(db: Database.Database): TitleTables {
  const columns = 'r.rowid AS place, r.repository_id AS repositoryId, r.number, r.title';
  // In the order in which they lie in the file.
  const all = db.prepare<[number, number], Placed>(
    `SELECT ${columns} FROM pull_request r WHERE r.rowid > ? ORDER BY r.rowid LIMIT ?`,
  );
  const having = db.prepare<[string, number, number], Placed>(
    `SELECT ${columns} FROM title_search s JOIN pull_request r ON r.rowid = s.rowid
     WHERE s.title MATCH ? AND s.rowid > ? ORDER BY s.rowid LIMIT ?`,
  );
  const odd = db.prepare<[string, number], Placed & { id: string }>(
    `SELECT r.id, ${columns} FROM pull_request r INDEXED BY pull_request_odd_title
     WHERE r.${ODD} AND r.id > ? ORDER BY r.id LIMIT ?`,
  );

  async function* inPages<Row extends Placed, Key>(
    first: Key,
    keyOf: (row: Row) => Key,
    page: (after: Key) => Row[],
  ): AsyncGenerator<StoredTitle[]> {
    for (let after = first; ; ) {
      const batch = page(after);
      const last = batch.at(-1);
      if (last === undefined) return;
      yield batch;
      after = keyOf(last);
      if (batch.length < BATCH) return;
      await othersServed();
    }
  }

  const placeOf = ({ place }: Placed) => place;
  return {
    async *titlesLike(words) {
      // Half a letter, or none, is no text to SQLite.
      if ([...words].length < LETTERS || words.includes('\0') || !words.isWellFormed()) {
        yield* inPages(0, placeOf, (after) => all.all(after, BATCH));
        return;
      }
      const phrase = `"${words.replaceAll('"', '""')}"`;
      yield* inPages(0, placeOf, (after) => having.all(phrase, after, BATCH));
      yield* inPages(
        '',
        ({ id }: Placed & { id: string }) => id,
        (after) => odd.all(after, BATCH),
      );
    },
  };
}
