import type Database from 'better-sqlite3';
import type { FactChanges } from '../facts/columns/fact-changes.ts';
import { changesSince } from '../facts/columns/fact-changes.ts';
import type { Item, ItemKind } from '../facts/columns/item.ts';
import { type KeptArray, keptArrays, keptTexts, layoutOf, snapshotKept } from '../facts/columns/kept.ts';
import { type Snapshot, withFacts } from '../facts/columns/snapshot.ts';
import { snapshotBuilder } from '../facts/columns/snapshot-builder.ts';
import type { WeekTable } from '../model/week.ts';
import type { FactTables } from './facts.ts';
import type { IssueItemTables } from './issue-items.ts';
import { fence } from './lease.ts';

export type ColumnTables = {
  /** All facts as they are now, packed: out of what was kept of them and what has changed since, else out of every one. */
  snapshot(weeks: WeekTable): Promise<Snapshot>;
  /** The same of issues. */
  issueSnapshot(weeks: WeekTable): Promise<Snapshot>;
  /** Keeps both packed for the next time, each unless fewer than `worthKeeping` have changed; true when it did any. */
  keepSnapshot(holder: string, weeks: WeekTable, worthKeeping?: number): Promise<boolean>;
};

/** So many facts are read and packed in a tenth of a second. */
const WORTH_KEEPING = 20_000;

/** What is kept of each kind: its row, what stands before the names of its columns, and the table that tells of changes. */
const PLACES = {
  'pull-request': { row: 1, prefix: '', changes: 'fact_change' },
  issue: { row: 2, prefix: 'issue.', changes: 'issue_fact_change' },
} as const satisfies Record<ItemKind, unknown>;

/** Facts of one kind as the store has them. */
type Facts = {
  generation(): Promise<number>;
  all(): AsyncIterable<Item[]>;
  changedSince(generation: number): Promise<FactChanges>;
};

export function columnTables(
  db: Database.Database,
  facts: Pick<FactTables, 'generation' | 'allFacts' | 'factsChangedSince'> &
    Pick<IssueItemTables, 'allIssues' | 'issuesChangedSince'>,
): ColumnTables {
  const { generation } = facts;
  const pullRequests = keptOf(db, 'pull-request', {
    generation,
    all: facts.allFacts,
    changedSince: facts.factsChangedSince,
  });
  const issues = keptOf(db, 'issue', {
    generation,
    all: facts.allIssues,
    changedSince: facts.issuesChangedSince,
  });
  return {
    snapshot: pullRequests.snapshot,
    issueSnapshot: issues.snapshot,
    async keepSnapshot(holder, weeks, worthKeeping = WORTH_KEEPING) {
      const kept = [
        await pullRequests.keep(holder, weeks, worthKeeping),
        await issues.keep(holder, weeks, worthKeeping),
      ];
      return kept.includes(true);
    },
  };
}

function keptOf(db: Database.Database, kind: ItemKind, facts: Facts) {
  const { row, prefix, changes } = PLACES[kind];
  const hold = fence(db);
  const state = db.prepare<[string], { generation: number; texts: string }>(
    `SELECT generation, texts FROM kept_columns WHERE only = ${row} AND layout = ?`,
  );
  const mine = `substr(name, 1, 6) ${prefix === '' ? '<>' : '='} 'issue.'`;
  const arrays = db.prepare<[], KeptArray>(
    `SELECT week, substr(name, ${prefix.length + 1}) AS name, data FROM kept_column WHERE ${mine} ORDER BY week`,
  );
  const changed = db
    .prepare<[number], number>(`SELECT count(*) FROM ${changes} WHERE generation > ?`)
    .pluck();
  // A migration may change what facts mean without touching them.
  const version = db.prepare<[], number>('SELECT max(created_at) FROM __drizzle_migrations').pluck();
  const forget = db.prepare(`DELETE FROM kept_column WHERE week = ? AND ${mine}`);
  const forgetAll = db.prepare(`DELETE FROM kept_column WHERE ${mine}`);
  const put = db.prepare('INSERT INTO kept_column (week, name, data) VALUES (?, ?, ?)');
  const putState = db.prepare(
    `INSERT OR REPLACE INTO kept_columns (only, layout, generation, texts) VALUES (${row}, ?, ?, ?)`,
  );
  const layout = (weeks: WeekTable) => `${version.get()} ${layoutOf(weeks, kind)}`;

  const kept = db.transaction((weeks: WeekTable): Snapshot | null => {
    const found = state.get(layout(weeks));
    return found === undefined ? null : snapshotKept({ ...found, arrays: arrays.iterate() }, weeks, kind);
  });

  async function packed(weeks: WeekTable): Promise<Snapshot> {
    const generation = await facts.generation();
    const builder = snapshotBuilder(weeks, kind);
    for await (const batch of facts.all()) builder.add(batch);
    return builder.build(generation);
  }

  /** What another process has changed while facts were being read is read once more. */
  async function caughtUp(snapshot: Snapshot): Promise<Snapshot> {
    const found = await changesSince(snapshot.generation, facts.changedSince);
    return found === null ? snapshot : withFacts(snapshot, found);
  }

  return {
    async snapshot(weeks: WeekTable) {
      return caughtUp(kept(weeks) ?? (await packed(weeks)));
    },
    async keep(holder: string, weeks: WeekTable, worthKeeping: number) {
      const name = layout(weeks);
      if ((changed.get(state.get(name)?.generation ?? -1) ?? 0) < worthKeeping) return false;
      const before = kept(weeks);
      const now = await caughtUp(before ?? (await packed(weeks)));
      db.transaction(() => {
        hold(holder);
        const same = new Set(before?.chunks.filter((chunk) => now.chunks.includes(chunk)));
        if (before === null) forgetAll.run();
        for (const chunk of before?.chunks ?? []) if (!same.has(chunk)) forget.run(chunk.week);
        for (const chunk of now.chunks) {
          if (same.has(chunk)) continue;
          for (const { week, name: column, data } of keptArrays(chunk, kind))
            put.run(week, `${prefix}${column}`, data);
        }
        putState.run(name, now.generation, keptTexts(now));
      }).immediate();
      return true;
    },
  };
}
