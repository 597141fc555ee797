import { blob } from 'drizzle-orm/sqlite-core/columns/blob';
import { integer } from 'drizzle-orm/sqlite-core/columns/integer';
import { text } from 'drizzle-orm/sqlite-core/columns/text';
import { sqliteTable } from 'drizzle-orm/sqlite-core/table';

// What stands on pages beside the facts, and outlives them: no measuring and no rebuilding touches these rows. See schema.ts for
// what all tables have in common.

/** Notes on the time axis. None is ever deleted, so that its number stays its own and one that was removed can come back. */
export const note = sqliteTable('note', {
  id: integer().primaryKey(),
  /** What the program wrote it about, once and for all; null: a person wrote it. */
  key: text().unique(),
  kind: text().notNull(),
  /** ISO days in the organisation's zone, both inclusive; a null end: that one day. */
  day: text().notNull(),
  until: text(),
  /** Null: it concerns everybody. Of a team of a forge too, which needs no row in `team`. */
  teamId: text('team_id'),
  text: text().notNull(),
  /** 1: taken off the pages. */
  removed: integer().notNull(),
});

/** Pages that were shared: the question with the answers of that moment. */
export const sharedPage = sqliteTable('shared_page', {
  id: text().primaryKey(),
  /** Digest of all that was shared, so that the same state is stored once. */
  state: text().notNull().unique(),
  page: text().notNull(),
  /** What the page was called in the browser; null: it was shared before that was kept. */
  title: text(),
  /** The query string of the page. */
  question: text().notNull(),
  generation: integer().notNull(),
  dataUntil: integer('data_until'),
  /** Of the program that answered. */
  version: text().notNull(),
  sharedAt: integer('shared_at').notNull(),
  /** Each call's path with its answer, and the files that can be had of it: JSON, compressed with gzip. */
  answers: blob({ mode: 'buffer' }).notNull(),
});

/** What people elsewhere were told last of each thing, so that the same is not told twice. */
export const told = sqliteTable('told', {
  about: text().primaryKey(),
  state: text().notNull(),
  at: integer().notNull(),
});
