import type { SQLiteTable } from 'drizzle-orm/sqlite-core/table';
import { getTableConfig } from 'drizzle-orm/sqlite-core/utils';

/** The names that the schema gives a table's columns in TypeScript, in the columns' order. */
export function propertiesOf(table: SQLiteTable): string[] {
  const byColumn = new Map(Object.entries(table).map(([property, column]) => [column?.name, property]));
  return getTableConfig(table).columns.map(({ name }) => {
    const property = byColumn.get(name);
    if (property === undefined) throw new Error(`no property for column ${name}`);
    return property;
  });
}

/** All columns of a table for a SELECT, each under its name in TypeScript. */
export function everyColumn(table: SQLiteTable): string {
  const properties = propertiesOf(table);
  return getTableConfig(table)
    .columns.map(({ name }, index) => `"${name}" AS "${properties[index]}"`)
    .join(', ');
}
