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
  const statement = db.prepare<Value[]>(
    `INSERT INTO "${name}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
     ON CONFLICT (${keyNames.join(', ')}) ${onConflict}`,
  );
  const valuesOf = columnValues(table);
  return { put: (row) => statement.run(...valuesOf(row)).changes > 0 };
}

/** The values of a row in the order of the table's columns; throws where one is none that a column can hold. */
export function columnValues<Table extends SQLiteTable>(
  table: Table,
): (row: Table['$inferSelect']) => Value[] {
  const properties = propertiesOf(table);
  const { name } = getTableConfig(table);
  return (row: Readonly<Record<string, unknown>>) => {
    // Not by a function for each: half a million rows of twenty columns are written in one go.
    const values: Value[] = [];
    for (const property of properties) {
      const value = row[property];
      if (value !== null && typeof value !== 'string' && typeof value !== 'number')
        throw new Error(`${name}.${property} is ${typeof value}, which is no column value`);
      values.push(value);
    }
    return values;
  };
}
