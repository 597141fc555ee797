import type Database from 'better-sqlite3';
import type { PullRequestFact } from '../facts/pull-request-fact.ts';
import { dirtyMarks } from './dirty.ts';
import { fence } from './lease.ts';
import { type MeasuredRows, measuredRows } from './measured.ts';
import * as schema from './schema.ts';
import { upsert } from './upsert.ts';

export type FactChanges = { generation: number; facts: PullRequestFact[]; gone: string[] };

export type FactTables = {
  /**
   * Measures up to `limit` dirty items: reads their rows, lets `measure` (pure) turn each into its fact and writes facts,
   * changed ids and the next generation, all in one transaction. Returns how many items were taken; 0: nothing is dirty.
   */
  derive(
    holder: string,
    limit: number,
    measure: (rows: MeasuredRows) => PullRequestFact,
  ): Promise<{ taken: number; changed: number }>;
  /** How many items wait to be measured. */
  dirtyCount(): Promise<number>;
  /** Marks every item dirty, also those whose rows are gone: the next derive rebuilds all facts. */
  markEverything(holder: string): Promise<void>;
  generation(): Promise<number>;
  /** Changes whenever another connection has committed (`PRAGMA data_version`); costs nothing to ask. */
  dataVersion(): Promise<number>;
  /** All facts in batches of some thousands. */
  allFacts(): AsyncIterable<PullRequestFact[]>;
  /** Facts that changed or went after `generation`. */
  factsChangedSince(generation: number): Promise<FactChanges>;
};

const BATCH = 5000;
const COLUMNS = `id, repository_id AS repositoryId, number, landing, left_out AS leftOut, author,
  opened_at AS openedAt, first_commit_at AS firstCommitAt, merged_at AS mergedAt, lines, files`;

export function factTables(db: Database.Database): FactTables {
  const hold = fence(db);
  const mark = dirtyMarks(db);
  const read = measuredRows(db);
  const facts = upsert(db, schema.pullRequestFact);
  const changes = upsert(db, schema.factChange);
  const dirty = db.prepare<[number], { kind: string; id: string }>(
    'SELECT kind, id FROM dirty ORDER BY kind, id LIMIT ?',
  );
  const waiting = db.prepare<[], number>('SELECT count(*) FROM dirty').pluck();
  const clean = db.prepare('DELETE FROM dirty WHERE kind = ? AND id = ?');
  const drop = db.prepare('DELETE FROM pull_request_fact WHERE id = ?');
  const generation = db.prepare<[], number>('SELECT value FROM generation').pluck();
  const setGeneration = db.prepare(
    'INSERT INTO generation (only, value) VALUES (1, ?) ON CONFLICT (only) DO UPDATE SET value = excluded.value',
  );
  const page = db.prepare<[string, number], PullRequestFact>(
    `SELECT ${COLUMNS} FROM pull_request_fact WHERE id > ? ORDER BY id LIMIT ?`,
  );
  const changedFacts = db.prepare<[number], PullRequestFact>(
    `SELECT ${COLUMNS} FROM pull_request_fact WHERE id IN (SELECT id FROM fact_change WHERE generation > ?)`,
  );
  const gone = db
    .prepare<[number], string>(
      `SELECT id FROM fact_change WHERE generation > ? AND id NOT IN (SELECT id FROM pull_request_fact)`,
    )
    .pluck();
  const current = () => generation.get() ?? 0;

  return {
    async derive(holder, limit, measure) {
      return db
        .transaction(() => {
          hold(holder);
          const items = dirty.all(limit);
          const next = current() + 1;
          let changed = 0;
          for (const { kind, id } of items) {
            const rows = read(kind, id);
            const touched = rows === null ? drop.run(id).changes > 0 : facts.put(measure(rows));
            if (touched) {
              changed += 1;
              changes.put({ id, generation: next });
            }
            clean.run(kind, id);
          }
          if (changed > 0) setGeneration.run(next);
          return { taken: items.length, changed };
        })
        .immediate();
    },
    async dirtyCount() {
      return waiting.get() ?? 0;
    },
    async markEverything(holder) {
      db.transaction(() => {
        hold(holder);
        mark.everything();
      }).immediate();
    },
    async generation() {
      return current();
    },
    async dataVersion() {
      return Number(db.pragma('data_version', { simple: true }));
    },
    async *allFacts() {
      let after = '';
      for (;;) {
        const batch = page.all(after, BATCH);
        const last = batch.at(-1);
        if (!last) return;
        yield batch;
        after = last.id;
      }
    },
    async factsChangedSince(since) {
      return db.transaction(() => ({
        generation: current(),
        facts: changedFacts.all(since),
        gone: gone.all(since),
      }))();
    },
  };
}
