import type Database from 'better-sqlite3';
import type { FactChanges } from '../facts/columns/fact-changes.ts';
import { issueItem } from '../facts/columns/issue-item.ts';
import type { Item } from '../facts/columns/item.ts';
import type { IssueFact } from '../facts/issue-fact.ts';
import type { Freshness } from '../model/repository.ts';
import { everyColumn } from './properties.ts';
import * as schema from './schema-issues.ts';

/** Issues as the items of columns, beside `FactTables` of pull requests. */
export type IssueItemTables = {
  /** All of them in batches of some thousands, in no order. */
  allIssues(): AsyncIterable<Item[]>;
  /** As `factsChangedSince`, of issues. */
  issuesChangedSince(generation: number): Promise<FactChanges>;
  /** How far each project's last complete walk reaches, by name; a project stands where a repository does. */
  projectFreshness(): Promise<Freshness[]>;
};

const BATCH = 5000;
/** Changed facts that are read at once, give or take a generation. */
const CHANGES = 1000;
type FactRow = Omit<IssueFact, 'teams' | 'statusTimes'> & { teams: string };
type FreshnessRow = Omit<Freshness, 'limits' | 'source' | 'deployedBy'> & {
  limits: string;
  lost: string | null;
};
const COLUMNS = everyColumn(schema.issueFact);

export function issueItemTables(db: Database.Database): IssueItemTables {
  // In the order in which they lie in the file, which is not that of their ids.
  const page = db.prepare<[number, number], FactRow & { place: number }>(
    `SELECT rowid AS place, ${COLUMNS} FROM issue_fact WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  const reach = db
    .prepare<[number, number], number | null>(
      'SELECT max(generation) FROM (SELECT generation FROM issue_fact_change WHERE generation > ? ORDER BY generation LIMIT ?)',
    )
    .pluck();
  const changed = db.prepare<[number, number], FactRow>(
    `SELECT ${COLUMNS} FROM issue_fact
     WHERE id IN (SELECT id FROM issue_fact_change WHERE generation > ? AND generation <= ?)`,
  );
  const gone = db
    .prepare<[number, number], string>(
      `SELECT id FROM issue_fact_change
       WHERE generation > ? AND generation <= ? AND id NOT IN (SELECT id FROM issue_fact)`,
    )
    .pluck();
  const freshness = db.prepare<[], FreshnessRow>(
    `SELECT project_id AS repositoryId, name, covered_until AS coveredUntil, limits, lost
     FROM project_walk JOIN issue_project ON id = project_id ORDER BY name, project_id`,
  );
  const item = itemReader();
  return {
    async *allIssues() {
      let after = 0;
      for (;;) {
        const batch = page.all(after, BATCH);
        const last = batch.at(-1);
        if (!last) return;
        after = last.place;
        yield batch.map(item);
      }
    },
    async issuesChangedSince(since) {
      return db.transaction(() => {
        const until = reach.get(since, CHANGES) ?? since;
        return {
          generation: until,
          facts: changed.all(since, until).map(item),
          gone: gone.all(since, until),
        };
      })();
    },
    async projectFreshness() {
      return freshness.all().map(({ lost, limits, ...row }) => ({
        ...row,
        source: row.repositoryId.slice(0, row.repositoryId.indexOf(':')),
        limits: [...(lost === null ? [] : [lost]), ...sentences(limits)],
        deployedBy: null,
      }));
    },
  };
}

/** Few sets of teams place all issues: each text is read once, and its set shared. */
function itemReader(): (row: FactRow) => Item {
  const sets = new Map<string, readonly string[]>();
  return ({ teams, ...row }) => {
    const set: readonly string[] = sets.get(teams) ?? JSON.parse(teams);
    sets.set(teams, set);
    return issueItem({ ...row, teams: set });
  };
}

function sentences(json: string): string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.map(String) : [];
}
