import { integer } from 'drizzle-orm/sqlite-core/columns/integer';
import { real } from 'drizzle-orm/sqlite-core/columns/real';
import { text } from 'drizzle-orm/sqlite-core/columns/text';
import { index } from 'drizzle-orm/sqlite-core/indexes';
import { primaryKey } from 'drizzle-orm/sqlite-core/primary-keys';
import { sqliteTable } from 'drizzle-orm/sqlite-core/table';
import { pullRequest } from './schema.ts';

// What an issue tracker tells: see schema.ts for what all tables have in common. Ids of statuses, types, resolutions and
// accounts are the tracker's own.

export const tracker = sqliteTable('tracker', {
  id: text().primaryKey(),
  url: text().notNull(),
});

export const issueStatus = sqliteTable(
  'issue_status',
  {
    trackerId: trackerKey(),
    id: text().notNull(),
    name: text().notNull(),
    /** `new`, `indeterminate`, `done`; null: unknown, of a status that is gone. */
    category: text(),
    waiting: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.trackerId, t.id] })],
);

export const issueType = sqliteTable(
  'issue_type',
  {
    trackerId: trackerKey(),
    id: text().notNull(),
    name: text().notNull(),
    level: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.trackerId, t.id] })],
);

export const issueResolution = sqliteTable(
  'issue_resolution',
  {
    trackerId: trackerKey(),
    id: text().notNull(),
    name: text().notNull(),
    delivers: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.trackerId, t.id] })],
);

export const issueProject = sqliteTable('issue_project', {
  id: text().primaryKey(),
  trackerId: trackerKey(),
  key: text().notNull(),
  name: text().notNull(),
  /** Why it can no longer be read, as a sentence; null: it can. */
  lost: text(),
});

/** As `walk`, of a project. */
export const projectWalk = sqliteTable('project_walk', {
  projectId: projectKey().primaryKey(),
  cursor: text().notNull(),
  coveredUntil: integer('covered_until').notNull(),
  /** JSON array of sentences. */
  limits: text().notNull(),
});

/** As `open_walk`, of a project. */
export const openProjectWalk = sqliteTable('open_project_walk', {
  projectId: projectKey().primaryKey(),
  towards: text().notNull(),
});

export const issue = sqliteTable(
  'issue',
  {
    id: text().primaryKey(),
    projectId: projectKey(),
    key: text().notNull(),
    title: text().notNull(),
    typeId: text('type_id').notNull(),
    statusId: text('status_id').notNull(),
    resolutionId: text('resolution_id'),
    /** The account's id. */
    assignee: text(),
    /** JSON arrays of texts. */
    labels: text().notNull(),
    sprints: text().notNull(),
    parentId: text('parent_id'),
    storyPoints: real('story_points'),
    /** JSON array of [kind, issue id]. */
    links: text().notNull(),
    /** JSON arrays of [at, from, to], in the order of time. */
    statusChanges: text('status_changes').notNull(),
    resolutionChanges: text('resolution_changes').notNull(),
    assigneeChanges: text('assignee_changes').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /** When it was found to be deleted; null: it is there. */
    deletedAt: integer('deleted_at'),
  },
  (t) => [index('issue_by_project').on(t.projectId)],
);

/** Every key that an issue has had: texts name it by the one of their day. `WITHOUT ROWID`. */
export const issueKey = sqliteTable(
  'issue_key',
  {
    key: text().notNull(),
    issueId: issueKeyColumn(),
  },
  (t) => [primaryKey({ columns: [t.key, t.issueId] }), index('issue_key_by_issue').on(t.issueId)],
);

/** What looks like an issue's key in the texts of a pull request; whether there is such an issue is another matter. */
export const pullRequestKey = sqliteTable(
  'pull_request_key',
  {
    pullRequestId: text('pull_request_id')
      .notNull()
      .references(() => pullRequest.id, { onDelete: 'cascade' }),
    key: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.pullRequestId, t.key] }), index('pull_request_key_by_key').on(t.key)],
);

/** No other index: of half a million, each that lies in another order than their ids takes longer than all the rest of measuring. */
export const issueFact = sqliteTable('issue_fact', {
  id: text().primaryKey(),
  projectId: text('project_id').notNull(),
  leftOut: text('left_out'),
  author: text(),
  person: text(),
  /** JSON array of team ids, sorted. */
  teams: text().notNull(),
  teamBasis: text('team_basis'),
  createdAt: integer('created_at').notNull(),
  startedAt: integer('started_at'),
  finishedAt: integer('finished_at'),
  declinedAt: integer('declined_at'),
  reopenedAt: integer('reopened_at'),
  activeTime: integer('active_time'),
  waitingTime: integer('waiting_time'),
  /** JSON array of [status id, milliseconds]. */
  statusTimes: text('status_times').notNull(),
  storyPoints: real('story_points'),
  pullRequests: integer('pull_requests').notNull(),
  firstCommitAt: integer('first_commit_at'),
  firstReviewAt: integer('first_review_at'),
  lastMergedAt: integer('last_merged_at'),
});

/** As `fact_change`, of the facts of issues. `WITHOUT ROWID`. */
export const issueFactChange = sqliteTable(
  'issue_fact_change',
  {
    id: text().primaryKey(),
    generation: integer().notNull(),
  },
  (t) => [index('issue_fact_change_by_generation').on(t.generation)],
);

function trackerKey() {
  return text('tracker_id')
    .notNull()
    .references(() => tracker.id, { onDelete: 'cascade' });
}

function projectKey() {
  return text('project_id')
    .notNull()
    .references(() => issueProject.id, { onDelete: 'cascade' });
}

function issueKeyColumn() {
  return text('issue_id')
    .notNull()
    .references(() => issue.id, { onDelete: 'cascade' });
}
