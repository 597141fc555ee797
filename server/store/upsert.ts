import type Database from 'better-sqlite3';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core/table';
import { getTableConfig } from 'drizzle-orm/sqlite-core/utils';
import { propertiesOf } from './properties.ts';

export type Value = string | number | null;

/** How a table's rows are written: by the names that the schema gives its columns in TypeScript. */
export type Write<Row> = {
  /** Inserts or updates; true when the stored row changed. */
  put(row: Row): boolean;
};

/**
 * A prepared upsert for every column of a table, so that SQL and schema cannot drift apart. A row that is already
 * stored just so is left alone and not reported as changed: ingesting twice marks nothing dirty.
 */
export function upsert<Table extends SQLiteTable>(
  db: Database.Database,
  table: Table,
): Write<Table['$inferSelect']> {
  const { name, columns, primaryKeys } = getTableConfig(table);
  const key = primaryKeys[0]?.columns ?? columns.filter((column) => column.primary);
  const names = columns.map((column) => `"${column.name}"`);
  const keyNames = key.map((column) => `"${column.name}"`);
  const others = names.filter((column) => !keyNames.includes(column));
  const onConflict =
    others.length === 0
      ? 'DO NOTHING'
      : `DO UPDATE SET ${others.map((column) => `${column} = excluded.${column}`).join(', ')}
         WHERE ${others.map((column) => `"${name}".${column} IS NOT excluded.${column}`).join(' OR ')}`;
  const properties = propertiesOf(table);
  const statement = db.prepare<Value[]>(
    `INSERT INTO "${name}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
     ON CONFLICT (${keyNames.join(', ')}) ${onConflict}`,
  );
  const columnValue = (row: object, property: string): Value => {
    const value: unknown = Reflect.get(row, property);
    if (value === null || typeof value === 'string' || typeof value === 'number') return value;
    throw new Error(`${name}.${property} is ${typeof value}, which is no column value`);
  };
  return {
    put: (row) => statement.run(...properties.map((property) => columnValue(row, property))).changes > 0,
  };
}
