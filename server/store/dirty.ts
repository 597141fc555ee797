import type Database from 'better-sqlite3';
import type { Identity } from '../model/identity.ts';
import { DAY, type Instant } from '../model/instant.ts';
import { bugMarks } from './bug-marks.ts';

/**
 * Marks facts to be measured again; always inside the transaction that changed what they rest on. Who edits the organisation
 * marks people and repositories, which may have a million facts: the next derive unfolds these marks, and no edit waits for it.
 */
export type DirtyMarks = {
  pullRequest(id: string): void;
  /** A commit of the default branch that may be a direct push or a branch merge. */
  landing(repositoryId: string, sha: string): void;
  /** Whatever rests on this commit. */
  byCommit(repositoryId: string, sha: string): void;
  /** Every fact of a repository. */
  repository(id: string): void;
  /**
   * The merged pull requests of a repository whose first deployment may be another one now: something that succeeded at
   * `since` or later, with commits up to `until`, came or changed.
   */
  deployed(repositoryId: string, since: Instant, until: Instant): void;
  /** The work of the person whom an identity is of, by all of their identities of this moment. */
  author(identity: Identity): void;
  /** What of a repository is not placed by who its author is, but may be by who owns the repository. */
  unplaced(repositoryId: string): void;
  issue(id: string): void;
  /** Of some issues those that tell of where bugs come from, or did: that comes before all else, see `settleBugs`. */
  bugs(issueIds: readonly string[]): void;
  /** Every issue of a tracker. */
  tracker(id: string): void;
  /** Pull requests in whose texts a key of such a project stands: `PROJ`. */
  named(projectKey: string): void;
  /** The same of one key. */
  namedKey(key: string): void;
  /** Issues of which a pull request is a part of the work. */
  issuesOf(pullRequestId: string): void;
  /** What the deployments of a repository mean. */
  delivery(repositoryId: string): void;
  /** The same of all repositories that deploy. */
  deliveries(): void;
  /** All there is: rows of today, and facts of yesterday whose rows are gone. */
  everything(): void;
};

export function dirtyMarks(db: Database.Database): DirtyMarks {
  const mark = db.prepare('INSERT INTO dirty (kind, id) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const byPullRequestCommit = db.prepare(
    `INSERT INTO dirty (kind, id) SELECT 'pull-request', pull_request_id FROM pull_request_commit
     WHERE repository_id = ? AND sha = ? ON CONFLICT DO NOTHING`,
  );
  const byMainline = db.prepare(
    `INSERT INTO dirty (kind, id) SELECT 'landing', repository_id || '@' || sha FROM mainline_commit
     WHERE repository_id = ? AND sha = ? AND landed_by <> 'pull-request' ON CONFLICT DO NOTHING`,
  );
  const byRepository = db.prepare(
    `INSERT INTO dirty (kind, id) SELECT iif(number IS NULL, 'landing', 'pull-request'), id FROM pull_request_fact
     WHERE repository_id = ? ON CONFLICT DO NOTHING`,
  );
  const undeployed = db.prepare(
    `INSERT INTO dirty (kind, id) SELECT 'pull-request', id FROM pull_request_fact
     WHERE repository_id = ? AND (deployed_at IS NULL OR deployed_at >= ?) AND merged_at <= ? AND number IS NOT NULL
     ON CONFLICT DO NOTHING`,
  );
  const author = db.prepare(
    `INSERT INTO dirty (kind, id) SELECT 'author', @identity UNION SELECT 'author', identity FROM identity_person
       WHERE person = (SELECT person FROM identity_person WHERE identity = @identity)
     ON CONFLICT DO NOTHING`,
  );
  const tracker = db.prepare(
    `INSERT INTO dirty (kind, id) SELECT 'issue', i.id FROM issue i JOIN issue_project p ON p.id = i.project_id
     WHERE p.tracker_id = ? ON CONFLICT DO NOTHING`,
  );
  const named = db.prepare(
    `INSERT INTO dirty (kind, id) SELECT 'pull-request', pull_request_id FROM pull_request_key WHERE key > ? AND key < ?
     ON CONFLICT DO NOTHING`,
  );
  const namedKey = db.prepare(
    `INSERT INTO dirty (kind, id) SELECT 'pull-request', pull_request_id FROM pull_request_key WHERE key = ?
     ON CONFLICT DO NOTHING`,
  );
  const deliveries = db.prepare(
    `INSERT INTO dirty (kind, id) SELECT 'delivery', id FROM repository WHERE deployed_by IS NOT NULL
     ON CONFLICT DO NOTHING`,
  );
  const issuesOf = db.prepare(
    `INSERT INTO dirty (kind, id) SELECT 'issue', issue_id FROM pull_request_key JOIN issue_key USING (key)
     WHERE pull_request_id = ? ON CONFLICT DO NOTHING`,
  );
  const bugs = bugMarks(db);
  return {
    pullRequest: (id) => void mark.run('pull-request', id),
    landing: (repositoryId, sha) => void mark.run('landing', `${repositoryId}@${sha}`),
    byCommit(repositoryId, sha) {
      byPullRequestCommit.run(repositoryId, sha);
      byMainline.run(repositoryId, sha);
    },
    repository: (id) => void byRepository.run(id),
    // A merge commit's date and the merge's may differ a little; one day too many does no harm.
    deployed: (repositoryId, since, until) =>
      void undeployed.run(repositoryId, since, Math.min(until, Number.MAX_SAFE_INTEGER - DAY) + DAY),
    author: (identity) => void author.run({ identity }),
    unplaced: (repositoryId) => void mark.run('unplaced', repositoryId),
    issue: (id) => void mark.run('issue', id),
    bugs: (issueIds) => bugs.among(issueIds),
    tracker(id) {
      tracker.run(id);
      bugs.tracker(id);
    },
    // All keys that begin with `PROJ-`: `.` is the sign after `-`.
    named: (projectKey) => void named.run(`${projectKey}-`, `${projectKey}.`),
    namedKey: (key) => void namedKey.run(key),
    issuesOf: (pullRequestId) => void issuesOf.run(pullRequestId),
    delivery: (repositoryId) => void mark.run('delivery', repositoryId),
    deliveries: () => void deliveries.run(),
    everything() {
      deliveries.run();
      bugs.everything();
      db.exec(`
        INSERT INTO dirty (kind, id) SELECT 'pull-request', id FROM pull_request WHERE true ON CONFLICT DO NOTHING;
        INSERT INTO dirty (kind, id) SELECT 'landing', repository_id || '@' || sha FROM mainline_commit
          WHERE landed_by <> 'pull-request' ON CONFLICT DO NOTHING;
        INSERT INTO dirty (kind, id) SELECT iif(number IS NULL, 'landing', 'pull-request'), id FROM pull_request_fact
          WHERE true ON CONFLICT DO NOTHING;
        INSERT INTO dirty (kind, id) SELECT 'issue', id FROM issue WHERE true ON CONFLICT DO NOTHING;
        INSERT INTO dirty (kind, id) SELECT 'issue', id FROM issue_fact WHERE true ON CONFLICT DO NOTHING;
      `);
    },
  };
}
