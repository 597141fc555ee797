import { blob } from 'drizzle-orm/sqlite-core/columns/blob';
import { integer } from 'drizzle-orm/sqlite-core/columns/integer';
import { text } from 'drizzle-orm/sqlite-core/columns/text';
import { primaryKey } from 'drizzle-orm/sqlite-core/primary-keys';
import { sqliteTable } from 'drizzle-orm/sqlite-core/table';

// Facts once more, packed as a server holds them, so that it need not pack them all when it starts. May be emptied at any time.

/** A row for each kind of facts: which columns are kept. */
export const keptColumns = sqliteTable('kept_columns', {
  /** 1: of pull requests, 2: of issues. */
  only: integer().primaryKey(),
  /** How they are packed; in another way they are no use. */
  layout: text().notNull(),
  /** The generation of the facts that they hold. */
  generation: integer().notNull(),
  /** What the numbers of repositories, people and so on stand for, as JSON. */
  texts: text().notNull(),
});

export const keptColumn = sqliteTable(
  'kept_column',
  {
    week: integer().notNull(),
    /** Of issues with `issue.` before it. */
    name: text().notNull(),
    data: blob({ mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.week, t.name] })],
);
