import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { migrate } from '../../server/store/migrate.ts';
import { openStore } from '../../server/store/open.ts';
import * as schema from '../../server/store/schema.ts';
import * as attribution from '../../server/store/schema-attribution.ts';
import * as columns from '../../server/store/schema-columns.ts';
import * as delivery from '../../server/store/schema-delivery.ts';
import * as forge from '../../server/store/schema-forge.ts';
import * as issues from '../../server/store/schema-issues.ts';
import * as organisation from '../../server/store/schema-organisation.ts';
import * as pages from '../../server/store/schema-pages.ts';
import * as quality from '../../server/store/schema-quality.ts';
import * as usage from '../../server/store/schema-usage.ts';
import { MIGRATIONS } from '../support/open-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const tables = [schema, attribution, columns, delivery, forge, issues, organisation, pages, quality, usage]
  .flatMap((file) => Object.values(file))
  .map((table) => getTableConfig(table));

const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1);

type Column = { name: string; type: string; notnull: number; pk: number };
type Journal = { entries: { idx: number; when: number; tag: string }[] };

function readJournal(folder: string): Journal {
  return JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'));
}

/** A migrations folder that ends after the first `count` migrations: an older version of the program. */
function olderMigrations(count: number): string {
  const folder = join(temporaryFolder(), 'migrations');
  cpSync(MIGRATIONS, folder, { recursive: true });
  const journal = readJournal(folder);
  const older = { ...journal, entries: journal.entries.slice(0, count) };
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(older));
  return folder;
}

function columnsOf(db: Database.Database, table: string): Column[] {
  return db.prepare<[], Column>(`SELECT name, type, "notnull", pk FROM pragma_table_info('${table}')`).all();
}

function tablesOf(db: Database.Database): string[] {
  return db
    .prepare<[], string>(
      // A search index is a virtual table with tables of its own: it holds nothing that the others do not.
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()
    .filter((name) => name !== '__drizzle_migrations');
}

function keyOf(type: string, row: number): number | string | Buffer {
  if (type === 'INTEGER' || type === 'REAL') return row;
  return type === 'BLOB' ? Buffer.from(`key ${row}`) : `key ${row}`;
}

/** Puts three rows into every table; the same text keys everywhere, so that foreign keys hold. */
function fill(db: Database.Database): void {
  db.pragma('foreign_keys = OFF');
  for (const table of tablesOf(db)) {
    const columns = columnsOf(db, table);
    const marks = columns.map(() => '?').join(', ');
    const insert = db.prepare(`INSERT INTO "${table}" VALUES (${marks})`);
    for (const row of [1, 2, 3]) insert.run(...columns.map(({ type }) => keyOf(type, row)));
  }
}

function counts(db: Database.Database): Record<string, number> {
  return Object.fromEntries(
    tablesOf(db).map((table) => [
      table,
      db.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0,
    ]),
  );
}

test('every table is STRICT', () => {
  const file = join(temporaryFolder(), 'uptake.db');
  openStore({ file, migrations: MIGRATIONS }).close();
  const db = new Database(file, { readonly: true });
  const list = db.prepare<[], { name: string; strict: number }>(
    "SELECT name, strict FROM pragma_table_list WHERE type = 'table'",
  );
  const loose = list.all().filter((table) => table.strict === 0 && !table.name.startsWith('sqlite_'));
  db.close();
  expect(loose).toEqual([]);
});

test('the migrated database has just the columns, types and keys that the schema states', () => {
  const file = join(temporaryFolder(), 'uptake.db');
  openStore({ file, migrations: MIGRATIONS }).close();
  const db = new Database(file, { readonly: true });
  const stated = tables.map(({ name, columns, primaryKeys }) => {
    const key = (primaryKeys[0]?.columns ?? columns.filter((column) => column.primary)).map(
      (column) => column.name,
    );
    return [
      name,
      columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        notnull: column.notNull ? 1 : 0,
        pk: key.indexOf(column.name) + 1,
      })),
    ] as const;
  });
  expect(tablesOf(db)).toEqual(tables.map((table) => table.name).sort());
  // A column that was added by a later migration stands last, wherever the schema names it.
  for (const [name, columns] of stated)
    expect(columnsOf(db, name).sort(byName), name).toEqual(columns.sort(byName));
  db.close();
});

const versions = readJournal(MIGRATIONS).entries.map((_, at) => at + 1);

test.each(versions)(
  'a filled database of version %i comes through all later ones without losing a row',
  (version) => {
    const file = join(temporaryFolder(), 'uptake.db');
    const old = new Database(file);
    migrate(old, olderMigrations(version), file);
    fill(old);
    const filled = counts(old);
    old.close();
    openStore({ file, migrations: MIGRATIONS }).close();
    const after = new Database(file, { readonly: true });
    const { dirty, ...kept } = counts(after);
    const { dirty: marked, ...before } = filled;
    expect(kept).toMatchObject(before);
    // A migration may ask for facts to be measured again.
    expect(dirty).toBeGreaterThanOrEqual(marked ?? 0);
    expect(Object.values(filled).every((count) => count === 3)).toBe(true);
    expect(after.pragma('foreign_key_check')).toEqual([]);
    after.close();
  },
);

test('a migration that rebuilds a parent table keeps its children', () => {
  const folder = olderMigrations(readJournal(MIGRATIONS).entries.length);
  const file = join(temporaryFolder(), 'uptake.db');
  openStore({ file, migrations: folder }).close();
  const db = new Database(file);
  fill(db);
  const before = counts(db);
  db.close();
  const journal = readJournal(folder);
  const when = (journal.entries.at(-1)?.when ?? 0) + 1;
  journal.entries.push({ ...journal.entries[0], idx: journal.entries.length, when, tag: '9999_rebuild' });
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(journal));
  writeFileSync(
    join(folder, '9999_rebuild.sql'),
    `CREATE TABLE new_repository (id text PRIMARY KEY NOT NULL, name text NOT NULL, source text NOT NULL, default_branch text NOT NULL, external_id text, deployed_by text, lost text, code_owners text, extra text) STRICT;
--> statement-breakpoint
INSERT INTO new_repository SELECT *, NULL FROM repository;
--> statement-breakpoint
DROP TABLE repository;
--> statement-breakpoint
ALTER TABLE new_repository RENAME TO repository;`,
  );
  openStore({ file, migrations: folder }).close();
  const after = new Database(file, { readonly: true });
  expect(counts(after)).toEqual(before);
  after.close();
});

test('a database of a newer program is refused and left as it is', () => {
  const file = join(temporaryFolder(), 'uptake.db');
  openStore({ file, migrations: MIGRATIONS }).close();
  const db = new Database(file);
  db.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run('of the future', 9e15);
  const before = counts(db);
  db.close();
  expect(() => openStore({ file, migrations: MIGRATIONS })).toThrow(/written by a newer version of Uptake/);
  const after = new Database(file, { readonly: true });
  expect(counts(after)).toEqual(before);
  after.close();
});

test('a file that is no database is named in a sentence and not overwritten', () => {
  const file = join(temporaryFolder(), 'uptake.db');
  writeFileSync(file, 'a letter to a friend, long enough to be looked at as a header of a file');
  expect(() => openStore({ file, migrations: MIGRATIONS })).toThrow(/is not a readable SQLite database/);
  expect(readFileSync(file, 'utf8')).toContain('a letter to a friend');
});
