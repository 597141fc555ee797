import type Database from 'better-sqlite3';
import type { IssueFact } from '../facts/issue-fact.ts';
import type { OrganisationRows } from '../model/organisation.ts';
import { bugRows, storedBug } from './bug-rows.ts';
import { dirtyMarks } from './dirty.ts';
import { insertion } from './insertion.ts';
import { fence } from './lease.ts';
import { type DirtyIssue, type MeasuredIssue, measuredIssues } from './measured-issue.ts';
import { nextGeneration } from './next-generation.ts';
import { organisationReader } from './organisation-reader.ts';
import * as schema from './schema-issues.ts';
import { upsert } from './upsert.ts';

export type IssueFactTables = {
  /** As `derive`, of issues: after the pull requests, on which they rest. */
  deriveIssues(
    holder: string,
    limit: number,
    measure: (rows: MeasuredIssue, organisation: OrganisationRows) => IssueFact,
  ): Promise<{ taken: number; changed: number }>;
  /**
   * Keeps what up to `limit` issues that changed tell of where bugs come from, and marks the pull requests dirty that this
   * concerns: before those are measured. Returns how many there were.
   */
  settleBugs(holder: string, limit: number): Promise<number>;
  /** How many issues wait to be measured. */
  dirtyIssues(): Promise<number>;
};

/**
 * Issues that are read at once, and make one generation when they change: who serves reads the changes of one at once as well, and
 * a transaction of many generations writes each page of an index once.
 */
const PART = 1000;

export function issueFactTables(db: Database.Database): IssueFactTables {
  const hold = fence(db);
  const mark = dirtyMarks(db);
  const begin = measuredIssues(db);
  const organisation = organisationReader(db);
  const generation = nextGeneration(db);
  const put = factWriter(db);
  const there = db.prepare<[string, string], unknown>(
    'SELECT 1 FROM issue_fact WHERE id > ? AND id <= ? LIMIT 1',
  );
  const note = db.prepare<[number, string]>(
    `INSERT INTO issue_fact_change (id, generation) SELECT value, ? FROM json_each(?) WHERE true
     ON CONFLICT (id) DO UPDATE SET generation = excluded.generation`,
  );
  const waiting = db.prepare<[], number>("SELECT count(*) FROM dirty WHERE kind = 'issue'").pluck();
  const cleanUntil = db.prepare("DELETE FROM dirty WHERE kind = 'issue' AND id <= ?");
  const suspects = db
    .prepare<[number], string>("SELECT id FROM dirty WHERE kind = 'bug' ORDER BY id LIMIT ?")
    .pluck();
  const settled = db.prepare("DELETE FROM dirty WHERE kind = 'bug' AND id = ?");
  const bugs = bugRows(db);
  const bugOf = storedBug(db);

  return {
    async deriveIssues(holder, limit, measure) {
      return db
        .transaction(() => {
          hold(holder);
          const [next, who] = [begin(), organisation()];
          let [taken, changed, last] = [0, 0, ''];
          while (taken < limit) {
            const items = next(last, Math.min(PART, limit - taken));
            if (items.length === 0) break;
            const until = items.at(-1)?.id ?? last;
            const measured = ({ id, rows }: DirtyIssue) => ({
              id,
              fact: rows === null ? null : packed(measure(rows, who)),
            });
            const differing = put(items.map(measured), there.get(last, until) === undefined);
            if (differing.length > 0) {
              const upcoming = generation.next();
              note.run(upcoming, JSON.stringify(differing));
              generation.set(upcoming);
            }
            taken += items.length;
            changed += differing.length;
            last = until;
          }
          cleanUntil.run(last);
          // An issue may be an incident, or may no longer be one.
          if (taken > 0) mark.deliveries();
          return { taken, changed };
        })
        .immediate();
    },
    async settleBugs(holder, limit) {
      return db
        .transaction(() => {
          hold(holder);
          const ids = suspects.all(limit);
          for (const id of ids) {
            bugs.tell(id, bugOf(id));
            settled.run(id);
          }
          return ids.length;
        })
        .immediate();
    },
    async dirtyIssues() {
      return waiting.get() ?? 0;
    },
  };
}

type FactRow = typeof schema.issueFact.$inferSelect;
type Measured = { id: string; fact: FactRow | null };

/** Writes what was measured, or takes away what is gone, and returns the ids of what changed; `fresh`: nothing of it is there. */
function factWriter(db: Database.Database): (measured: readonly Measured[], fresh: boolean) => string[] {
  const facts = upsert(db, schema.issueFact);
  const insert = insertion(db, schema.issueFact);
  const drop = db.prepare('DELETE FROM issue_fact WHERE id = ?');
  return (measured, fresh) => {
    if (!fresh) {
      const differs = ({ id, fact }: Measured) =>
        fact === null ? drop.run(id).changes > 0 : facts.put(fact);
      return measured.filter(differs).map(({ id }) => id);
    }
    const rows = measured.map(({ fact }) => fact).filter((fact) => fact !== null);
    insert(rows);
    return rows.map(({ id }) => id);
  };
}

function packed(fact: IssueFact): FactRow {
  return { ...fact, teams: JSON.stringify(fact.teams), statusTimes: JSON.stringify(fact.statusTimes) };
}
