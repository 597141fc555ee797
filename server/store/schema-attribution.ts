import { integer } from 'drizzle-orm/sqlite-core/columns/integer';
import { text } from 'drizzle-orm/sqlite-core/columns/text';
import { primaryKey } from 'drizzle-orm/sqlite-core/primary-keys';
import { sqliteTable } from 'drizzle-orm/sqlite-core/table';

// How AI took part in each item, by the rules of one version; see schema.ts for what all tables have in common.

/** One row for each fact and version of the rules that is kept: the one that counts, the one before it, and one that is on its way. */
export const attribution = sqliteTable(
  'attribution',
  {
    /** Of the fact. */
    id: text().notNull(),
    rulesVersion: text('rules_version').notNull(),
    level: text().notNull(),
    /** JSON array of names. */
    tools: text().notNull(),
    strength: text(),
    markedCommits: integer('marked_commits'),
    commits: integer(),
    /** JSON array of [signal, tool, role, strength, where, commit, text]; names and addresses of people are masked in it. */
    evidence: text().notNull(),
    /** Lines that git-ai's notes attest; null: none do. */
    aiLines: integer('ai_lines'),
    humanLines: integer('human_lines'),
    excluded: text(),
  },
  (t) => [primaryKey({ columns: [t.id, t.rulesVersion] })],
);

/** One row: which version counts. */
export const attributionRules = sqliteTable('attribution_rules', {
  only: integer().primaryKey(),
  current: text().notNull(),
  /** Of the score that is kept beside it; null: there was none. */
  previous: text(),
  /** By which everything is being scored again; null: nothing is. */
  next: text(),
  /** Place of the last fact that this has come to. */
  reached: integer().notNull(),
});
