import type Database from 'better-sqlite3';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core/table';
import { getTableConfig } from 'drizzle-orm/sqlite-core/utils';
import { upsert } from './upsert.ts';

export type Lists<Row> = {
  /** Makes `rows`, in their order, all that a pull request has; true when anything stored changed. */
  replace(pullRequestId: string, rows: readonly Omit<Row, 'pullRequestId' | 'position'>[]): boolean;
};

/** The rows of a table that are numbered within their pull request. */
export function lists<Table extends SQLiteTable>(
  db: Database.Database,
  table: Table,
  whole: (
    row: Omit<Table['$inferSelect'], 'pullRequestId' | 'position'>,
    pullRequestId: string,
    position: number,
  ) => Table['$inferSelect'],
): Lists<Table['$inferSelect']> {
  const rows = upsert(db, table);
  const shorten = db.prepare(
    `DELETE FROM "${getTableConfig(table).name}" WHERE pull_request_id = ? AND position >= ?`,
  );
  return {
    replace(pullRequestId, all) {
      let changed = shorten.run(pullRequestId, all.length).changes > 0;
      all.forEach((row, position) => {
        if (rows.put(whole(row, pullRequestId, position))) changed = true;
      });
      return changed;
    },
  };
}
