import { join } from 'node:path';
import Database from 'better-sqlite3';

const TABLES = ['issue_fact', 'issue_fact_change'];

/**
 * Puts the facts of issues that a store holds, and the note of each change, into empty tables of the same kind and with the same indexes,
 * in transactions as large as those of measuring, and nothing else: what any way of measuring them takes at the least. Returns seconds.
 */
export function secondsOfBareFacts(file: string, folder: string, together: number): number {
  const stored = new Database(file, { readonly: true });
  const bare = new Database(join(folder, 'bare.db'));
  for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'cache_size = -65536'])
    bare.pragma(pragma);
  const made = stored
    .prepare<string[], string>(
      'SELECT sql FROM sqlite_master WHERE tbl_name IN (?, ?) AND sql IS NOT NULL ORDER BY type DESC',
    )
    .pluck();
  for (const sql of made.iterate(...TABLES)) bare.exec(sql);
  const page = stored
    .prepare<[string, number], (string | number | null)[]>(
      'SELECT * FROM issue_fact WHERE id > ? ORDER BY id LIMIT ?',
    )
    .raw();
  const width = page.columns().length;
  const put = bare.prepare(`INSERT INTO issue_fact VALUES (${Array(width).fill('?').join(', ')})`);
  const note = bare.prepare('INSERT INTO issue_fact_change VALUES (?, 1)');
  const all = bare.transaction((rows: (string | number | null)[][]) => {
    for (const row of rows) {
      put.run(...row);
      note.run(row[0]);
    }
  });
  let milliseconds = 0;
  for (let rows = page.all('', together); rows.length > 0; ) {
    const began = performance.now();
    all(rows);
    milliseconds += performance.now() - began;
    rows = page.all(String(rows.at(-1)?.[0]), together);
  }
  stored.close();
  bare.close();
  return milliseconds / 1000;
}
