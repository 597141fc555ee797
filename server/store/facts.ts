import type Database from 'better-sqlite3';
import type { FactChanges } from '../facts/columns/snapshot.ts';
import type { PullRequestFact } from '../facts/pull-request-fact.ts';
import type { OrganisationRows } from '../model/organisation.ts';
import { dirtyMarks } from './dirty.ts';
import { fence } from './lease.ts';
import { type MeasuredRows, measuredRows } from './measured.ts';
import { organisationReader } from './organisation-reader.ts';
import { everyColumn } from './properties.ts';
import * as schema from './schema.ts';
import { upsert } from './upsert.ts';

export type FactTables = {
  /**
   * Measures up to `limit` dirty items: reads their rows, lets `measure` (pure) turn each into its fact and writes facts,
   * changed ids and the next generation, all in one transaction. Returns how many items were taken; 0: nothing is dirty.
   * The organisation is that of the same moment, and the same object until it changes.
   */
  derive(
    holder: string,
    limit: number,
    measure: (rows: MeasuredRows, organisation: OrganisationRows) => PullRequestFact,
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
type FactRow = Omit<PullRequestFact, 'agent' | 'teams'> & { agent: number; teams: string };
const COLUMNS = everyColumn(schema.pullRequestFact);

export function factTables(db: Database.Database): FactTables {
  const hold = fence(db);
  const mark = dirtyMarks(db);
  const read = measuredRows(db);
  const organisation = organisationReader(db);
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
  const page = db.prepare<[string, number], FactRow>(
    `SELECT ${COLUMNS} FROM pull_request_fact WHERE id > ? ORDER BY id LIMIT ?`,
  );
  const changedFacts = db.prepare<[number], FactRow>(
    `SELECT ${COLUMNS} FROM pull_request_fact WHERE id IN (SELECT id FROM fact_change WHERE generation > ?)`,
  );
  const gone = db
    .prepare<[number], string>(
      `SELECT id FROM fact_change WHERE generation > ? AND id NOT IN (SELECT id FROM pull_request_fact)`,
    )
    .pluck();
  const current = () => generation.get() ?? 0;
  const unpacked = unpacker();

  return {
    async derive(holder, limit, measure) {
      return db
        .transaction(() => {
          hold(holder);
          const items = dirty.all(limit);
          const who = organisation();
          const next = current() + 1;
          let changed = 0;
          for (const { kind, id } of items) {
            const rows = read(kind, id);
            const touched = rows === null ? drop.run(id).changes > 0 : facts.put(packed(measure(rows, who)));
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
        yield batch.map(unpacked);
        after = last.id;
      }
    },
    async factsChangedSince(since) {
      return db.transaction(() => ({
        generation: current(),
        facts: changedFacts.all(since).map(unpacked),
        gone: gone.all(since),
      }))();
    },
  };
}

function packed(fact: PullRequestFact): typeof schema.pullRequestFact.$inferSelect {
  return { ...fact, agent: Number(fact.agent), teams: JSON.stringify(fact.teams) };
}

/** Few sets of teams place all work: each text is read once, and its set shared. */
function unpacker(): (row: FactRow) => PullRequestFact {
  const sets = new Map<string, readonly string[]>();
  const teamSet = (json: string): readonly string[] => {
    const known = sets.get(json);
    if (known !== undefined) return known;
    const set: readonly string[] = JSON.parse(json);
    sets.set(json, set);
    return set;
  };
  return ({ agent, teams, ...row }) => ({ ...row, agent: agent === 1, teams: teamSet(teams) });
}
