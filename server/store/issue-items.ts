import type Database from 'better-sqlite3';
import type { FactChanges } from '../facts/columns/fact-changes.ts';
import { issueItem } from '../facts/columns/issue-item.ts';
import type { Item } from '../facts/columns/item.ts';
import type { IssueFact } from '../facts/issue-fact.ts';
import type { Freshness } from '../model/repository.ts';
import { factReader, sharedSets } from './fact-reader.ts';
import { everyColumn } from './properties.ts';
import * as schema from './schema-issues.ts';
import { sentences } from './sentences.ts';

/** Issues as the items of columns, beside `FactTables` of pull requests. */
export type IssueItemTables = {
  /** All of them in batches of some thousands, in no order. */
  allIssues(): AsyncIterable<Item[]>;
  /** As `factsChangedSince`, of issues. */
  issuesChangedSince(generation: number): Promise<FactChanges>;
  /** How far each project's last complete walk reaches, by name; a project stands where a repository does. */
  projectFreshness(): Promise<Freshness[]>;
};

type FactRow = Omit<IssueFact, 'teams' | 'statusTimes'> & { teams: string };
type FreshnessRow = Omit<Freshness, 'limits' | 'source' | 'deployedBy'> & {
  limits: string;
  lost: string | null;
};
const COLUMNS = everyColumn(schema.issueFact);

export function issueItemTables(db: Database.Database): IssueItemTables {
  const setOf = sharedSets();
  const facts = factReader(
    db,
    { facts: 'issue_fact', changes: 'issue_fact_change', columns: COLUMNS },
    ({ teams, ...row }: FactRow) => issueItem({ ...row, teams: setOf(teams) }),
  );
  const freshness = db.prepare<[], FreshnessRow>(
    `SELECT project_id AS repositoryId, name, covered_until AS coveredUntil, limits, lost
     FROM project_walk JOIN issue_project ON id = project_id ORDER BY name, project_id`,
  );
  return {
    allIssues: () => facts.all(),
    async issuesChangedSince(since) {
      return facts.changedSince(since);
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
