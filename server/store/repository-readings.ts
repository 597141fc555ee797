import type Database from 'better-sqlite3';
import type { RepositoryReading } from '../model/repository.ts';

export type RepositoryReadings = {
  /** How far the reading of every repository has come, by name; also of those never read to their end. */
  repositoryReadings(): Promise<RepositoryReading[]>;
};

type Row = Omit<RepositoryReading, 'limits'> & { limits: string | null };

export function repositoryReadings(db: Database.Database): RepositoryReadings {
  const all = db.prepare<[], Row>(
    `SELECT id, name, source, lost, covered_until AS coveredUntil, limits
     FROM repository LEFT JOIN walk ON repository_id = id ORDER BY name, id`,
  );
  return {
    async repositoryReadings() {
      return all.all().map(({ limits, ...row }) => ({
        ...row,
        limits: limits === null ? [] : sentences(limits),
      }));
    },
  };
}

function sentences(json: string): string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.map(String) : [];
}
