import { integer } from 'drizzle-orm/sqlite-core/columns/integer';
import { text } from 'drizzle-orm/sqlite-core/columns/text';
import { index } from 'drizzle-orm/sqlite-core/indexes';
import { primaryKey } from 'drizzle-orm/sqlite-core/primary-keys';
import { sqliteTable } from 'drizzle-orm/sqlite-core/table';

// What vendors tell of the use of their tools: see schema.ts for what all tables have in common.

export const usageAccount = sqliteTable('usage_account', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** The source's own; of the last step that was written. */
  cursor: text(),
  /** Null: no walk was ever complete. */
  coveredUntil: integer('covered_until'),
  /** JSON array of sentences. */
  limits: text().notNull(),
  /** When its seats last changed, by the number that `usage_day` has as well. */
  seatsVersion: integer('seats_version').notNull().default(0),
});

/** When what is told of a day last changed: numbers that grow, so that only what is new has to be read again. */
export const usageDay = sqliteTable(
  'usage_day',
  { accountId: accountKey(), day: text().notNull(), version: integer().notNull() },
  (t) => [primaryKey({ columns: [t.accountId, t.day] }), index('usage_day_version').on(t.version)],
);

/** Who used which tool on which day of UTC. */
export const toolDay = sqliteTable(
  'tool_day',
  {
    accountId: accountKey(),
    day: text().notNull(),
    tool: text().notNull(),
    /** As everywhere; `key:NAME` of a key that programs use a tool with. */
    identity: text().notNull(),
    active: integer().notNull(),
    sessions: integer(),
    requests: integer(),
    suggestedLines: integer('suggested_lines'),
    acceptedLines: integer('accepted_lines'),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.day, t.tool, t.identity] })],
);

/** Who might use a tool, and from when until when: the past keeps its seats, whoever has one today. */
export const seat = sqliteTable(
  'seat',
  {
    accountId: accountKey(),
    tool: text().notNull(),
    identity: text().notNull(),
    /** As the vendor tells, else when it was first seen. */
    since: integer().notNull(),
    /** When it was first seen to be gone; null: it is there. */
    until: integer(),
    lastActiveAt: integer('last_active_at'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.tool, t.identity, t.since] }),
    index('seat_open').on(t.accountId, t.until),
  ],
);

function accountKey() {
  return text('account_id')
    .notNull()
    .references(() => usageAccount.id, { onDelete: 'cascade' });
}
