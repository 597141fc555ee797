import { integer } from 'drizzle-orm/sqlite-core/columns/integer';
import { text } from 'drizzle-orm/sqlite-core/columns/text';
import { index } from 'drizzle-orm/sqlite-core/indexes';
import { primaryKey } from 'drizzle-orm/sqlite-core/primary-keys';
import { sqliteTable } from 'drizzle-orm/sqlite-core/table';
import { pullRequest, repository } from './schema.ts';

// What only a forge tells: see schema.ts for what all tables have in common.

/** What only a forge knows of a pull request; a clone's have no row here. Accounts are login and kind, both null for a ghost. */
export const pullRequestDetail = sqliteTable('pull_request_detail', {
  pullRequestId: pullRequestKey().primaryKey(),
  login: text(),
  accountKind: text('account_kind'),
  mergedByLogin: text('merged_by_login'),
  mergedByKind: text('merged_by_kind'),
  /** JSON arrays of texts. */
  assignees: text().notNull(),
  labels: text().notNull(),
  closes: text().notNull(),
  draft: integer().notNull(),
  updatedAt: integer('updated_at').notNull(),
  headSha: text('head_sha'),
  additions: integer().notNull(),
  deletions: integer().notNull(),
  changedFiles: integer('changed_files').notNull(),
  commentCount: integer('comment_count'),
  checks: text(),
  /** Result of the checks of its first commit that had any; null: not asked for. */
  firstChecks: text('first_checks'),
  /** 1: its comments are listed in review_comment; 0: they were not asked for. */
  commentsKnown: integer('comments_known').notNull(),
  /** JSON as in commit_change; null: not asked for. */
  files: text(),
});

export const review = sqliteTable(
  'review',
  {
    pullRequestId: pullRequestKey(),
    position: integer().notNull(),
    id: text().notNull(),
    login: text(),
    accountKind: text('account_kind'),
    state: text().notNull(),
    submittedAt: integer('submitted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.pullRequestId, t.position] })],
);

export const reviewComment = sqliteTable(
  'review_comment',
  {
    pullRequestId: pullRequestKey(),
    position: integer().notNull(),
    id: text().notNull(),
    threadId: text('thread_id').notNull(),
    login: text(),
    accountKind: text('account_kind'),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.pullRequestId, t.position] })],
);

export const pullRequestEvent = sqliteTable(
  'pull_request_event',
  {
    pullRequestId: pullRequestKey(),
    position: integer().notNull(),
    kind: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.pullRequestId, t.position] })],
);

/** What reached production, by the setting that its repository had when it was read (`via`). */
export const deployment = sqliteTable(
  'deployment',
  {
    id: text().primaryKey(),
    repositoryId: text('repository_id')
      .notNull()
      .references(() => repository.id, { onDelete: 'cascade' }),
    via: text().notNull(),
    sha: text().notNull(),
    succeededAt: integer('succeeded_at'),
    containsUntil: integer('contains_until'),
    containsSha: text('contains_sha'),
  },
  (t) => [index('deployment_by_success').on(t.repositoryId, t.via, t.succeededAt)],
);

/** The default branch of a forge's repository in the order of landing, as far back as deployments ask for it. */
export const branchPlace = sqliteTable(
  'branch_place',
  {
    repositoryId: text('repository_id')
      .notNull()
      .references(() => repository.id, { onDelete: 'cascade' }),
    sha: text().notNull(),
    position: integer().notNull(),
    committedAt: integer('committed_at').notNull(),
    /** 1: it has no parent. */
    first: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.repositoryId, t.sha] }),
    index('branch_place_by_position').on(t.repositoryId, t.position),
  ],
);

/** Teams as a forge keeps them: members of today. */
export const accountTeam = sqliteTable(
  'account_team',
  {
    id: text().primaryKey(),
    ownerId: text('owner_id').notNull(),
    name: text().notNull(),
  },
  (t) => [index('account_team_by_owner').on(t.ownerId)],
);

export const accountTeamMember = sqliteTable(
  'account_team_member',
  {
    teamId: text('team_id')
      .notNull()
      .references(() => accountTeam.id, { onDelete: 'cascade' }),
    login: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.login] })],
);

function pullRequestKey() {
  return text('pull_request_id')
    .notNull()
    .references(() => pullRequest.id, { onDelete: 'cascade' });
}
