import { integer } from 'drizzle-orm/sqlite-core/columns/integer';
import { text } from 'drizzle-orm/sqlite-core/columns/text';
import { index } from 'drizzle-orm/sqlite-core/indexes';
import { primaryKey } from 'drizzle-orm/sqlite-core/primary-keys';
import { sqliteTable } from 'drizzle-orm/sqlite-core/table';

// What one piece of work tells of another one, kept when it is measured, so that the other finds it and is measured again
// when it changes: see schema.ts for what all tables have in common. All of it can be made anew from other rows.

/** What landed work takes back: `#12`, an id of a commit (perhaps short), or `"` and a title. */
export const revertTarget = sqliteTable(
  'revert_target',
  {
    /** Id of the pull request, or of the direct push, that takes it back. */
    by: text().notNull(),
    repositoryId: text('repository_id').notNull(),
    target: text().notNull(),
    landedAt: integer('landed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.by, t.target] }),
    index('revert_target_by_target').on(t.repositoryId, t.target),
  ],
);

/** Files that a merged pull request changed, without generated ones; `path` is a number made of repository and path. */
export const mergedFile = sqliteTable(
  'merged_file',
  {
    path: integer().notNull(),
    mergedAt: integer('merged_at').notNull(),
    pullRequestId: text('pull_request_id').notNull(),
    /** It is a fix of what was merged before then; null: it is no fix. */
    fixesUntil: integer('fixes_until'),
  },
  (t) => [
    primaryKey({ columns: [t.path, t.mergedAt, t.pullRequestId] }),
    index('merged_file_by_pull_request').on(t.pullRequestId),
  ],
);

/** Issues that a bug is told to come from, by link, parent or title; each bug itself is one of them. */
export const bugLink = sqliteTable(
  'bug_link',
  {
    bugId: text('bug_id').notNull(),
    /** Id of an issue, or the key of one that its title names. */
    target: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.bugId, t.target] }), index('bug_link_by_target').on(t.target)],
);

/** Of the lines that a commit brought to the default branch: how many were watched for 21 days, and changed again in them. */
export const lineRework = sqliteTable(
  'line_rework',
  {
    repositoryId: text('repository_id').notNull(),
    sha: text().notNull(),
    /** Null: its difference could not be read, or it changes so much that its lines tell nothing. */
    watched: integer(),
    reworked: integer(),
  },
  (t) => [primaryKey({ columns: [t.repositoryId, t.sha] })],
);
