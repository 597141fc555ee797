import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { ConfigError } from '../model/errors.ts';
import { type Backup, backupOf } from './backup.ts';
import { type DigestTables, digestOf } from './digest.ts';
import { type FactTables, factTables } from './facts.ts';
import { type LeaseTable, leaseTable } from './lease.ts';
import { migrate } from './migrate.ts';
import { type RowTables, rowTables } from './rows.ts';
import { type RunTable, runTable } from './runs.ts';
import { type StoredTables, storedTables } from './stored.ts';

/**
 * The database behind a face of promises: a second engine may stand behind it one day. Each method is one whole
 * transaction; none takes or returns one.
 */
export type Store = RowTables &
  StoredTables &
  FactTables &
  LeaseTable &
  RunTable &
  DigestTables &
  Backup & { file: string; close(): void };

/**
 * Opens `file`, creating and migrating it where needed.
 * @param busyFor milliseconds to wait for another process's write
 * @throws ConfigError when the file cannot be opened, is no database, or is newer than this program
 */
export function openStore(options: { file: string; migrations: string; busyFor?: number }): Store {
  const { file } = options;
  const db = openFile(file);
  try {
    db.pragma(`busy_timeout = ${options.busyFor ?? 10_000}`);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('cache_size = -65536');
    migrate(db, options.migrations, file);
  } catch (error) {
    db.close();
    throw explained(error, file);
  }
  return {
    file,
    ...rowTables(db),
    ...storedTables(db),
    ...factTables(db),
    ...leaseTable(db),
    ...runTable(db),
    ...digestOf(db),
    ...backupOf(db),
    close: () => db.close(),
  };
}

function openFile(file: string): Database.Database {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return new Database(file);
  } catch (error) {
    throw explained(error, file);
  }
}

function explained(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return new ConfigError(
      'broken-database',
      `${file} is not a readable SQLite database. Put back a backup, or move the file away to start anew.`,
      { cause: error },
    );
  }
  if (code === 'SQLITE_BUSY') {
    return new ConfigError(
      'busy-database',
      `${file} is locked by another process. Try again when it has finished.`,
      { cause: error },
    );
  }
  if (['EACCES', 'EROFS', 'ENOTDIR', 'EEXIST', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'].includes(code)) {
    return new ConfigError(
      'unusable-folder',
      `${file} cannot be opened for writing (${code}). Choose another folder with --data DIR, or grant access to this one.`,
      { cause: error },
    );
  }
  return error;
}
