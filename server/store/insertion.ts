import type Database from 'better-sqlite3';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core/table';
import { getTableConfig } from 'drizzle-orm/sqlite-core/utils';
import { columnValues, type Value } from './upsert.ts';

/** Rows of one statement: with more of them the values take longer to put together than they save. */
const TOGETHER = 50;

/** Puts rows into a table that are known not to be there, many by one statement: one by one it takes a sixth longer. Throws where one is. */
export function insertion<Table extends SQLiteTable>(
  db: Database.Database,
  table: Table,
): (rows: readonly Table['$inferSelect'][]) => void {
  const { name, columns } = getTableConfig(table);
  const row = `(${columns.map(() => '?').join(', ')})`;
  const into = `INSERT INTO "${name}" (${columns.map((column) => `"${column.name}"`).join(', ')}) VALUES`;
  const many = db.prepare<[Value[]]>(`${into} ${Array(TOGETHER).fill(row).join(', ')}`);
  const one = db.prepare<[Value[]]>(`${into} ${row}`);
  const valuesOf = columnValues(table);
  return (rows) => {
    const whole = rows.length - (rows.length % TOGETHER);
    for (let at = 0; at < whole; at += TOGETHER) many.run(rows.slice(at, at + TOGETHER).flatMap(valuesOf));
    for (const left of rows.slice(whole)) one.run(valuesOf(left));
  };
}
