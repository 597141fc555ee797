import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { ConfigError } from '../../server/model/errors.ts';
import { databaseFailure } from '../../server/store/database-failure.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What SQLite itself throws when `work` has no room left. */
function thrownBy(work: (db: Database.Database) => void): unknown {
  const db = new Database(join(temporaryFolder(), 'small.db'));
  db.exec('CREATE TABLE t (x TEXT); PRAGMA max_page_count = 4');
  try {
    work(db);
  } catch (error) {
    return error;
  } finally {
    db.close();
  }
  return null;
}

test('a full disk is told in a sentence, and what was written before stays', () => {
  const error = thrownBy((db) => {
    for (let row = 0; row < 1000; row++) db.prepare('INSERT INTO t VALUES (?)').run('x'.repeat(1000));
  });
  const told = databaseFailure(error, '/data/uptake.db');
  expect(told).toBeInstanceOf(ConfigError);
  expect(told).toMatchObject({
    code: 'disk-full',
    message: expect.stringContaining('The disk of /data/uptake.db is full'),
  });
});

test('a fault of ours is not mistaken for one of the machine', () => {
  const error = thrownBy((db) => void db.prepare('SELECT * FROM nowhere'));
  expect(error).toMatchObject({ code: 'SQLITE_ERROR' });
  expect(databaseFailure(error, '/data/uptake.db')).toBe(error);
});
