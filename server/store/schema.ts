// From the modules themselves: their index loads all of drizzle, which takes half of a short command's time.
import { integer } from 'drizzle-orm/sqlite-core/columns/integer';
import { text } from 'drizzle-orm/sqlite-core/columns/text';
import { index } from 'drizzle-orm/sqlite-core/indexes';
import { primaryKey } from 'drizzle-orm/sqlite-core/primary-keys';
import { sqliteTable } from 'drizzle-orm/sqlite-core/table';

// All instants are whole milliseconds since 1970 (UTC). Every table is STRICT, which drizzle cannot say: it is added to
// the generated SQL by hand, and a test reads it back from `pragma table_list`.

export const repository = sqliteTable('repository', {
  id: text().primaryKey(),
  name: text().notNull(),
  source: text().notNull(),
  defaultBranch: text('default_branch').notNull(),
  /** The source's own lasting id; null: it has none. */
  externalId: text('external_id'),
  /** Which of its deployments count; null: not set up. */
  deployedBy: text('deployed_by'),
  /** Text of its CODEOWNERS, as its source reads it. */
  codeOwners: text('code_owners'),
  /** Why it can no longer be read, as a sentence; null: it can. */
  lost: text(),
});

/** How far the last complete walk of a repository came; the cursor is the source's own. */
export const walk = sqliteTable('walk', {
  repositoryId: text('repository_id')
    .primaryKey()
    .references(() => repository.id, { onDelete: 'cascade' }),
  cursor: text().notNull(),
  coveredUntil: integer('covered_until').notNull(),
  /** JSON array of sentences. */
  limits: text().notNull(),
});

/** Walks that have begun and not ended: where each was going, in the source's own words. */
export const openWalk = sqliteTable('open_walk', {
  repositoryId: text('repository_id')
    .primaryKey()
    .references(() => repository.id, { onDelete: 'cascade' }),
  towards: text().notNull(),
});

export const gitCommit = sqliteTable(
  'git_commit',
  {
    repositoryId: text('repository_id')
      .notNull()
      .references(() => repository.id, { onDelete: 'cascade' }),
    sha: text().notNull(),
    /** Space-separated, first parent first; null: not told. */
    parents: text(),
    /** The account that the forge takes the author for. */
    authorLogin: text('author_login'),
    authorName: text('author_name').notNull(),
    authorEmail: text('author_email').notNull(),
    authoredAt: integer('authored_at').notNull(),
    committerName: text('committer_name').notNull(),
    committerEmail: text('committer_email').notNull(),
    committedAt: integer('committed_at').notNull(),
    message: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.repositoryId, t.sha] })],
);

/** "This reverts commit ...", as written: the id may be short or foreign. */
export const commitRevert = sqliteTable(
  'commit_revert',
  {
    repositoryId: text('repository_id').notNull(),
    sha: text().notNull(),
    revertedSha: text('reverted_sha').notNull(),
  },
  (t) => [primaryKey({ columns: [t.repositoryId, t.sha, t.revertedSha] })],
);

/** What a commit changed against its first parent. A row without files: the clone lacks the contents. */
export const commitChange = sqliteTable(
  'commit_change',
  {
    repositoryId: text('repository_id').notNull(),
    sha: text().notNull(),
    /** JSON array of [path, additions, deletions]; null lines for a binary file. */
    files: text(),
  },
  (t) => [primaryKey({ columns: [t.repositoryId, t.sha] })],
);

export const commitNote = sqliteTable(
  'commit_note',
  {
    repositoryId: text('repository_id').notNull(),
    sha: text().notNull(),
    text: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.repositoryId, t.sha] })],
);

/** The default branch in the order of landing. */
export const mainlineCommit = sqliteTable(
  'mainline_commit',
  {
    repositoryId: text('repository_id')
      .notNull()
      .references(() => repository.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    sha: text().notNull(),
    landedBy: text('landed_by').notNull(),
    pullRequestId: text('pull_request_id'),
  },
  (t) => [
    primaryKey({ columns: [t.repositoryId, t.position] }),
    index('mainline_commit_by_sha').on(t.repositoryId, t.sha),
  ],
);

export const pullRequest = sqliteTable(
  'pull_request',
  {
    id: text().primaryKey(),
    repositoryId: text('repository_id')
      .notNull()
      .references(() => repository.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    /** Searched through `title_search`, which triggers keep by rowid: whoever rebuilds this table makes both anew. */
    title: text().notNull(),
    body: text().notNull(),
    state: text().notNull(),
    landing: text(),
    baseBranch: text('base_branch'),
    headBranch: text('head_branch'),
    /** 1: from somebody's fork, 0: not; null: unknown. */
    fromFork: integer('from_fork'),
    authorName: text('author_name'),
    authorEmail: text('author_email'),
    openedAt: integer('opened_at'),
    mergedAt: integer('merged_at'),
    closedAt: integer('closed_at'),
    mergeSha: text('merge_sha'),
    /** 1: its own commits are listed in pull_request_commit; 0: they are not known. */
    commitsKnown: integer('commits_known').notNull(),
  },
  (t) => [
    index('pull_request_by_repository').on(t.repositoryId),
    index('pull_request_by_merge').on(t.repositoryId, t.mergeSha),
  ],
);

/** Commits of a pull request: its own ones, and those that landed it on the default branch. */
export const pullRequestCommit = sqliteTable(
  'pull_request_commit',
  {
    pullRequestId: text('pull_request_id')
      .notNull()
      .references(() => pullRequest.id, { onDelete: 'cascade' }),
    /** `own` or `landed`; a squash commit is landed and not own. */
    role: text().notNull(),
    position: integer().notNull(),
    repositoryId: text('repository_id').notNull(),
    sha: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pullRequestId, t.role, t.position] }),
    index('pull_request_commit_by_sha').on(t.repositoryId, t.sha),
  ],
);

/** Facts to be measured again; written in the transaction that changed what they rest on. `WITHOUT ROWID`. */
export const dirty = sqliteTable(
  'dirty',
  {
    kind: text().notNull(),
    id: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.id] })],
);

export const pullRequestFact = sqliteTable(
  'pull_request_fact',
  {
    id: text().primaryKey(),
    repositoryId: text('repository_id').notNull(),
    number: integer(),
    landing: text(),
    leftOut: text('left_out'),
    author: text(),
    person: text(),
    /** JSON array of team ids, sorted. */
    teams: text().notNull(),
    teamBasis: text('team_basis'),
    agent: integer().notNull(),
    openedAt: integer('opened_at'),
    firstCommitAt: integer('first_commit_at'),
    readyAt: integer('ready_at'),
    firstReviewAt: integer('first_review_at'),
    ownerCheckedAt: integer('owner_checked_at'),
    firstBotResponseAt: integer('first_bot_response_at'),
    approvedAt: integer('approved_at'),
    mergedAt: integer('merged_at'),
    closedAt: integer('closed_at'),
    deployedAt: integer('deployed_at'),
    draftInPickup: integer('draft_in_pickup').notNull(),
    draftInReview: integer('draft_in_review').notNull(),
    draftInMerge: integer('draft_in_merge').notNull(),
    lines: integer(),
    files: integer(),
    /** By the rules that count; null: not looked at yet. */
    aiLevel: text('ai_level'),
    /** JSON array of names. */
    aiTools: text('ai_tools').notNull().default('[]'),
    /** By the same rules. */
    aiTrace: text('ai_trace'),
    /** How many issues of known projects its texts name. */
    issues: integer().notNull().default(0),
    reviewRounds: integer('review_rounds'),
    reviewComments: integer('review_comments'),
    ciPassedFirst: integer('ci_passed_first'),
    revertedAt: integer('reverted_at'),
    filesKnown: integer('files_known').notNull().default(0),
    hotfixedAt: integer('hotfixed_at'),
    linesReworked: integer('lines_reworked'),
    linesWatched: integer('lines_watched'),
    bugLinkedAt: integer('bug_linked_at'),
    linesByAi: integer('lines_by_ai'),
    linesNoted: integer('lines_noted'),
  },
  (t) => [
    index('pull_request_fact_by_deployment').on(t.repositoryId, t.deployedAt),
    // Holds all that counting each author's merged work asks for.
    index('pull_request_fact_by_author').on(t.author, t.mergedAt, t.leftOut),
  ],
);

/** The generation in which a fact last changed or went, so that a running server loads only those. */
export const factChange = sqliteTable(
  'fact_change',
  {
    id: text().primaryKey(),
    generation: integer().notNull(),
  },
  (t) => [index('fact_change_by_generation').on(t.generation)],
);

/** One row: the number of the last commit of facts. */
export const generation = sqliteTable('generation', {
  only: integer().primaryKey(),
  value: integer().notNull(),
});

/** Who may ingest. Expires, so that a killed process cannot hold it for ever. */
export const lease = sqliteTable('lease', {
  name: text().primaryKey(),
  holder: text().notNull(),
  host: text().notNull(),
  pid: integer().notNull(),
  takenAt: integer('taken_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
});

/** Every ingest that was begun: what was asked, how it ended. */
export const run = sqliteTable('run', {
  id: integer().primaryKey(),
  source: text().notNull(),
  asked: text().notNull(),
  startedAt: integer('started_at').notNull(),
  endedAt: integer('ended_at'),
  /** `done`, `stopped`, `failed`; null while it runs or when it was killed. */
  outcome: text(),
  /** JSON: counts, or the sentence that it failed with. */
  summary: text(),
});
