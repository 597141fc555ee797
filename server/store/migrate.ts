import type Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { ConfigError } from '../model/errors.ts';

type Handle = Database.Database;
type Applied = { hash: string; created_at: number };

/**
 * Brings a database to this program's version; returns how many migrations were applied.
 * Foreign keys are off before the transaction opens (inside it the pragma does nothing, and rebuilding a parent table
 * would cascade its children away) and are checked before it commits. The whole of it holds the write lock, so that two
 * processes opening a new database do not both create it.
 * @throws ConfigError `newer-database` when the last applied migration is unknown to this program
 */
export function migrate(db: Handle, folder: string, file: string): number {
  const known = readMigrationFiles({ migrationsFolder: folder });
  db.pragma('foreign_keys = OFF');
  const applied = db
    .transaction(() => {
      db.exec(
        'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at INTEGER) STRICT',
      );
      const last = db
        .prepare<[], Applied>(
          'SELECT hash, created_at FROM __drizzle_migrations ORDER BY created_at DESC LIMIT 1',
        )
        .get();
      if (last && !known.some((one) => one.folderMillis === last.created_at)) throw newerDatabase(file);
      const missing = known.filter((one) => !last || one.folderMillis > last.created_at);
      for (const one of missing) {
        for (const statement of one.sql) db.exec(statement);
        db.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run(
          one.hash,
          one.folderMillis,
        );
      }
      if (missing.length > 0) checkForeignKeys(db);
      return missing.length;
    })
    .immediate();
  db.pragma('foreign_keys = ON');
  return applied;
}

function checkForeignKeys(db: Handle): void {
  const broken = db.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) {
    throw new Error(`a migration left ${broken.length} rows without their parent; nothing was changed`);
  }
}

function newerDatabase(file: string): ConfigError {
  return new ConfigError(
    'newer-database',
    `${file} was written by a newer version of Uptake than this one. Use that version, or another --data folder. Nothing was changed.`,
  );
}
