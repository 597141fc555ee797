import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { HOTFIX_WITHIN } from '../facts/fix.ts';
import type { Instant } from '../model/instant.ts';

/** A merged pull request with the files by which a fix of it can be told. */
export type MergedFiles = {
  repositoryId: string;
  files: readonly string[];
  mergedAt: Instant;
  /** It is a fix of what was merged before then; null: it is no fix. */
  fixesUntil: Instant | null;
};

/**
 * Keeps them (null: it has none, or does not count), marks dirty what it fixes, or no longer does, and tells when the first fix of
 * one of the files was merged, within 7 days; null: none was.
 */
export type MergedFileRows = (id: string, merged: MergedFiles | null) => Instant | null;

type Row = { path: number; mergedAt: Instant; fixesUntil: Instant | null };

export function mergedFileRows(db: Database.Database): MergedFileRows {
  const stored = db.prepare<[string], Row>(
    'SELECT path, merged_at AS mergedAt, fixes_until AS fixesUntil FROM merged_file WHERE pull_request_id = ? ORDER BY path',
  );
  const drop = db.prepare('DELETE FROM merged_file WHERE pull_request_id = ?');
  const insert = db.prepare(
    'INSERT INTO merged_file (path, merged_at, pull_request_id, fixes_until) VALUES (?, ?, ?, ?)',
  );
  const markFixed = db.prepare(
    `INSERT INTO dirty (kind, id) SELECT 'pull-request', pull_request_id FROM merged_file
     WHERE path = ? AND merged_at >= ? AND merged_at < ? ON CONFLICT DO NOTHING`,
  );
  const fix = db
    .prepare<[{ path: number; mergedAt: Instant; until: Instant; id: string }], Instant>(
      `SELECT merged_at FROM merged_file WHERE path = @path AND merged_at > @mergedAt AND merged_at <= @until
         AND fixes_until > @mergedAt AND pull_request_id <> @id ORDER BY merged_at LIMIT 1`,
    )
    .pluck();
  const mark = (rows: readonly Row[]) => {
    for (const { path, mergedAt, fixesUntil } of rows)
      if (fixesUntil !== null) markFixed.run(path, mergedAt - HOTFIX_WITHIN, Math.min(mergedAt, fixesUntil));
  };

  function keep(id: string, now: readonly Row[]): void {
    const before = stored.all(id);
    if (JSON.stringify(before) === JSON.stringify(now)) return;
    mark(before);
    if (before.length > 0) drop.run(id);
    for (const { path, mergedAt, fixesUntil } of now) insert.run(path, mergedAt, id, fixesUntil);
    mark(now);
  }

  return (id, merged) => {
    const rows = merged === null ? [] : rowsOf(merged);
    keep(id, rows);
    const found = rows.flatMap(
      ({ path, mergedAt }) => fix.get({ path, mergedAt, until: mergedAt + HOTFIX_WITHIN, id }) ?? [],
    );
    return found.length === 0 ? null : Math.min(...found);
  };
}

function rowsOf({ repositoryId, files, mergedAt, fixesUntil }: MergedFiles): Row[] {
  const paths = new Set(files.map((file) => numberOf(repositoryId, file)));
  return [...paths].sort((one, other) => one - other).map((path) => ({ path, mergedAt, fixesUntil }));
}

/** 48 bits: of a million paths two are taken for one with a chance of 1 in 500. */
function numberOf(repositoryId: string, path: string): number {
  return createHash('sha1').update(`${repositoryId}\n${path}`).digest().readUIntBE(0, 6);
}
