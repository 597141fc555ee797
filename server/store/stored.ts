import type Database from 'better-sqlite3';
import type { DeploymentPlace } from '../model/deployment.ts';
import type { Instant } from '../model/instant.ts';
import type { KnownProject } from '../model/issue.ts';
import type { Freshness, KnownRepository } from '../model/repository.ts';
import type { MainlinePlace, StoredProjects, StoredRows } from '../model/rows.ts';
import { branchReader } from './branch-rows.ts';
import { sentences } from './sentences.ts';

export type StoredTables = {
  /** What a source may ask about its earlier walks. */
  stored: StoredRows;
  storedProjects: StoredProjects;
  /** How far each repository's last complete walk reaches, by name. */
  freshness(): Promise<Freshness[]>;
  /** Rows by table, for people: counts them all. */
  counts(): Promise<Record<'repositories' | 'commits' | 'pullRequests' | 'projects' | 'issues', number>>;
};

type FreshnessRow = Omit<Freshness, 'limits'> & { limits: string; lost: string | null };

export function storedTables(db: Database.Database): StoredTables {
  const cursor = db.prepare<[string], string>('SELECT cursor FROM walk WHERE repository_id = ?').pluck();
  const towards = db
    .prepare<[string], string>('SELECT towards FROM open_walk WHERE repository_id = ?')
    .pluck();
  const known = db.prepare<[string, string], KnownRepository>(
    `SELECT id, name, source, default_branch AS defaultBranch, external_id AS externalId, deployed_by AS deployedBy,
       code_owners AS codeOwners, cursor, towards
     FROM repository r LEFT JOIN walk w ON w.repository_id = r.id LEFT JOIN open_walk o ON o.repository_id = r.id
     WHERE id >= ? AND id < ? ORDER BY id`,
  );
  const projects = db.prepare<[string, string], KnownProject>(
    `SELECT id, tracker_id AS trackerId, key, name, cursor, towards
     FROM issue_project p LEFT JOIN project_walk w ON w.project_id = p.id LEFT JOIN open_project_walk o ON o.project_id = p.id
     WHERE id >= ? AND id < ? ORDER BY id`,
  );
  const landedAt = db
    .prepare<[string, string], Instant>(
      `SELECT c.committed_at FROM pull_request p
         JOIN repository r ON r.id = p.repository_id AND r.default_branch = p.base_branch
         JOIN git_commit c ON c.repository_id = p.repository_id AND c.sha = p.merge_sha
       WHERE p.repository_id = ? AND p.merge_sha = ? AND p.merged_at IS NOT NULL LIMIT 1`,
    )
    .pluck();
  const placed = db.prepare<[string], DeploymentPlace>(
    `SELECT contains_sha AS containsSha, contains_until AS containsUntil FROM deployment
     WHERE id = ? AND contains_until IS NOT NULL`,
  );
  const branch = branchReader(db);
  const mergeSha = db
    .prepare<[string], [string, string | null]>('SELECT id, merge_sha FROM pull_request WHERE id = ?')
    .raw();
  const sized = db
    .prepare<[string, string], string>(
      'SELECT sha FROM commit_change WHERE repository_id = ? AND sha = ? AND files IS NOT NULL',
    )
    .pluck();
  const watched = db
    .prepare<[string], number>(
      `SELECT position FROM mainline_commit m WHERE repository_id = ?
         AND EXISTS (SELECT 1 FROM line_rework r WHERE r.repository_id = m.repository_id AND r.sha = m.sha)
       ORDER BY position DESC LIMIT 1`,
    )
    .pluck();
  const mainline = db.prepare<[string, number, number], MainlinePlace>(
    `SELECT position, m.sha, coalesce(pull_request_id, m.sha) AS work, committed_at AS committedAt
     FROM mainline_commit m JOIN git_commit c ON c.repository_id = m.repository_id AND c.sha = m.sha
     WHERE m.repository_id = ? AND position >= ? ORDER BY position LIMIT ?`,
  );
  const freshness = db.prepare<[], FreshnessRow>(
    `SELECT repository_id AS repositoryId, name, source, covered_until AS coveredUntil, limits, lost,
       deployed_by AS deployedBy
     FROM walk JOIN repository ON repository.id = repository_id ORDER BY name, repository_id`,
  );
  const size = (table: string) => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck();
  const sizes = {
    repositories: size('repository'),
    commits: size('git_commit'),
    pullRequests: size('pull_request'),
    projects: size('issue_project'),
    issues: size('issue'),
  };

  return {
    stored: {
      async cursor(repositoryId) {
        return cursor.get(repositoryId) ?? null;
      },
      async towards(repositoryId) {
        return towards.get(repositoryId) ?? null;
      },
      async mergeShas(ids) {
        return new Map(ids.flatMap((id) => mergeSha.all(id)));
      },
      async sized(repositoryId, shas) {
        return new Set(shas.filter((sha) => sized.get(repositoryId, sha) !== undefined));
      },
      async watchedUntil(repositoryId) {
        return (watched.get(repositoryId) ?? -1) + 1;
      },
      async mainlineFrom(repositoryId, position, limit) {
        return mainline.all(repositoryId, position, limit);
      },
      async repositories(prefix) {
        // Ids are text in the order of their code points: all that begin with the prefix lie before its last possible end.
        return known.all(prefix, `${prefix}\u{10FFFF}`);
      },
      async landedAt(repositoryId, shas) {
        return found(shas, (sha) => landedAt.get(repositoryId, sha));
      },
      async placedDeployments(ids) {
        return found(ids, (id) => placed.get(id));
      },
      async branchKnown(repositoryId) {
        return branch.known(repositoryId);
      },
      async branchPositions(repositoryId, shas) {
        return found(shas, (sha) => branch.position(repositoryId, sha));
      },
    },
    storedProjects: {
      async projects(prefix) {
        return projects.all(prefix, `${prefix}\u{10FFFF}`);
      },
    },
    async freshness() {
      return freshness.all().map(({ lost, limits, ...row }) => ({
        ...row,
        limits: [...(lost === null ? [] : [lost]), ...sentences(limits)],
      }));
    },
    async counts() {
      return {
        repositories: sizes.repositories.get() ?? 0,
        commits: sizes.commits.get() ?? 0,
        pullRequests: sizes.pullRequests.get() ?? 0,
        projects: sizes.projects.get() ?? 0,
        issues: sizes.issues.get() ?? 0,
      };
    },
  };
}

function found<Value>(
  keys: readonly string[],
  look: (key: string) => Value | undefined,
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const key of keys) {
    const value = look(key);
    if (value !== undefined) values.set(key, value);
  }
  return values;
}
