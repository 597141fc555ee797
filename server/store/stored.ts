import type Database from 'better-sqlite3';
import type { Freshness } from '../model/repository.ts';
import type { StoredRows } from '../model/rows.ts';

export type StoredTables = {
  /** What a source may ask about its earlier walks. */
  stored: StoredRows;
  /** How far each repository's last complete walk reaches, by name. */
  freshness(): Promise<Freshness[]>;
  /** Rows by table, for people: counts them all. */
  counts(): Promise<{ repositories: number; commits: number; pullRequests: number }>;
};

type FreshnessRow = Omit<Freshness, 'limits'> & { limits: string };

export function storedTables(db: Database.Database): StoredTables {
  const cursor = db.prepare<[string], string>('SELECT cursor FROM walk WHERE repository_id = ?').pluck();
  const towards = db
    .prepare<[string], string | null>('SELECT towards FROM walk WHERE repository_id = ?')
    .pluck();
  const mergeSha = db
    .prepare<[string], [string, string | null]>('SELECT id, merge_sha FROM pull_request WHERE id = ?')
    .raw();
  const sized = db
    .prepare<[string, string], string>(
      'SELECT sha FROM commit_change WHERE repository_id = ? AND sha = ? AND files IS NOT NULL',
    )
    .pluck();
  const freshness = db.prepare<[], FreshnessRow>(
    `SELECT repository_id AS repositoryId, name, source, covered_until AS coveredUntil, limits
     FROM walk JOIN repository ON repository.id = repository_id ORDER BY name, repository_id`,
  );
  const size = (table: string) => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck();
  const sizes = {
    repositories: size('repository'),
    commits: size('git_commit'),
    pullRequests: size('pull_request'),
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
    },
    async freshness() {
      return freshness.all().map((row) => ({ ...row, limits: sentences(row.limits) }));
    },
    async counts() {
      return {
        repositories: sizes.repositories.get() ?? 0,
        commits: sizes.commits.get() ?? 0,
        pullRequests: sizes.pullRequests.get() ?? 0,
      };
    },
  };
}

function sentences(json: string): string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.map(String) : [];
}
