import type Database from 'better-sqlite3';
import type { Attribution } from '../facts/attribution/evidence.ts';
import type { ProgramNote } from '../model/note.ts';
import {
  ATTRIBUTION_COLUMNS,
  type AttributionRow,
  attributionRows,
  unpackedAttribution,
} from './attribution-rows.ts';
import { type NewRules, newRules } from './attribution-rules.ts';
import { fence } from './lease.ts';
import { type MeasuredRows, measuredRows } from './measured.ts';

export type AttributionTables = {
  /**
   * Scores up to `limit` facts again where they were scored by other rules than `version`, from where it was left. Facts keep
   * what they say until all are scored and `adoptRules` takes the new score over. `waiting`: how many are left; 0: all are
   * scored; null: nothing has to be, since `version` counts already.
   */
  rescore(
    holder: string,
    version: string,
    limit: number,
    attributionOf: (rows: MeasuredRows) => Attribution,
  ): Promise<{ scored: number; waiting: number | null }>;
  /**
   * Lets the rules count by which all facts have been scored, in one transaction: facts that say something else now change, the
   * score before is kept beside it, older ones go, and the day is noted where anything has changed. Returns how many facts did.
   */
  adoptRules(
    holder: string,
    noteOf: (from: string, to: string, changed: number, all: number) => ProgramNote,
  ): Promise<number>;
  /** Which versions of the rules there are scores of; null: none yet. */
  scoredBy(): Promise<ScoredBy | null>;
  /** By the rules that count; null: not looked at yet. */
  attributionOf(id: string): Promise<Attribution | null>;
  /** What every item that both have looked at was found to be by the rules before, and is by those that count, in batches. */
  rescored(): AsyncIterable<{ id: string; before: Attribution; after: Attribution }[]>;
};

export type ScoredBy = { current: string; previous: string | null; next: string | null; waiting: number };

const BATCH = 2000;

export function attributionTables(db: Database.Database): AttributionTables {
  const hold = fence(db);
  const rows = attributionRows(db);
  const rules = newRules(db);
  const read = measuredRows(db);
  const pair = db.prepare<[string, string, string, number], { id: string }>(
    `SELECT a.id FROM attribution a JOIN attribution b ON b.id = a.id AND b.rules_version = ?
     WHERE a.rules_version = ? AND a.id > ? ORDER BY a.id LIMIT ?`,
  );
  const one = db.prepare<[string], AttributionRow>(
    `SELECT ${ATTRIBUTION_COLUMNS} FROM attribution
     WHERE id = ? AND rules_version = (SELECT current FROM attribution_rules)`,
  );

  return {
    async rescore(holder, version, limit, attributionOf) {
      return db
        .transaction(() => {
          hold(holder);
          if (rules.begin(version)) return { scored: 0, waiting: null };
          const some = rules.unscored(limit);
          for (const { kind, id } of some) {
            const found = read(kind, id);
            if (found !== null) rows.put(id, attributionOf(found));
          }
          const last = some.at(-1);
          if (last !== undefined) rules.reach(last.place);
          return { scored: some.length, waiting: rules.waiting() };
        })
        .immediate();
    },
    async adoptRules(holder, noteOf) {
      return db
        .transaction(() => {
          hold(holder);
          return rules.adopt(noteOf);
        })
        .immediate();
    },
    async scoredBy() {
      return db.transaction((): ScoredBy | null => {
        const state: NewRules | null = rules.state();
        return state === null ? null : { ...state, waiting: rules.waiting() };
      })();
    },
    async attributionOf(id) {
      const row = one.get(id);
      return row === undefined ? null : unpackedAttribution(row);
    },
    async *rescored() {
      for (let after = ''; ; ) {
        const batch = db.transaction(() => {
          const state = rules.state();
          if (state === null || state.previous === null) return [];
          const { current, previous } = state;
          return pair.all(previous, current, after, BATCH).flatMap(({ id }) => {
            const [old, now] = [rows.find(id, previous), rows.find(id, current)];
            return old === null || now === null ? [] : [{ id, before: old, after: now }];
          });
        })();
        const last = batch.at(-1);
        if (last === undefined) return;
        after = last.id;
        yield batch;
      }
    },
  };
}
