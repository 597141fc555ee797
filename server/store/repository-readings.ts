import type Database from 'better-sqlite3';
import type { ProjectReading } from '../model/issue.ts';
import type { RepositoryReading } from '../model/repository.ts';
import { sentences } from './sentences.ts';

export type RepositoryReadings = {
  /** How far the reading of every repository has come, by name; also of those never read to their end. */
  repositoryReadings(): Promise<RepositoryReading[]>;
  /** The same of every project of a tracker, by key. */
  projectReadings(): Promise<ProjectReading[]>;
};

type Stored<Reading> = Omit<Reading, 'limits'> & { limits: string | null };

export function repositoryReadings(db: Database.Database): RepositoryReadings {
  const all = db.prepare<[], Stored<RepositoryReading>>(
    `SELECT id, name, source, lost, covered_until AS coveredUntil, limits
     FROM repository LEFT JOIN walk ON repository_id = id ORDER BY name, id`,
  );
  const projects = db.prepare<[], Stored<ProjectReading>>(
    `SELECT id, tracker_id AS trackerId, key, name, lost, covered_until AS coveredUntil, limits
     FROM issue_project LEFT JOIN project_walk ON project_id = id ORDER BY key, id`,
  );
  return {
    async repositoryReadings() {
      return all.all().map(({ limits, ...row }) => ({ ...row, limits: sentences(limits) }));
    },
    async projectReadings() {
      return projects.all().map(({ limits, ...row }) => ({ ...row, limits: sentences(limits) }));
    },
  };
}
