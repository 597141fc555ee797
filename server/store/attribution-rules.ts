import type Database from 'better-sqlite3';
import type { ProgramNote } from '../model/note.ts';
import { nextGeneration } from './next-generation.ts';
import { programNotes } from './notes.ts';

/** Versions of the rules that there are scores of: the one that counts, the one before it, and one that is on its way. */
export type NewRules = { current: string; previous: string | null; next: string | null };

type State = NewRules & { reached: number };
type Unscored = { place: number; kind: 'landing' | 'pull-request'; id: string };

/** How one version of the rules follows another; to be called inside a transaction. */
export type RulesTable = {
  state(): NewRules | null;
  /** True when `version` counts; else all facts are to be scored by it, from where that was left. */
  begin(version: string): boolean;
  unscored(limit: number): Unscored[];
  reach(place: number): void;
  /** How many facts are still to be scored. */
  waiting(): number;
  adopt(noteOf: (from: string, to: string, changed: number, all: number) => ProgramNote): number;
};

/** `traceOf` (facts/attribution/trace.ts) of a row of `attribution` by the name of `a`. */
const TRACE = `CASE WHEN a.level IN ('agent', 'assisted') AND a.strength IS NOT NULL THEN a.strength
  WHEN EXISTS (SELECT 1 FROM json_each(a.evidence) mark WHERE mark.value ->> 2 <> 'reviewed') THEN 'trace' ELSE 'none' END`;

export function newRules(db: Database.Database): RulesTable {
  const read = db.prepare<[], State>('SELECT current, previous, next, reached FROM attribution_rules');
  const put = db.prepare<[State]>(
    `INSERT INTO attribution_rules (only, current, previous, next, reached) VALUES (1, @current, @previous, @next, @reached)
     ON CONFLICT (only) DO UPDATE SET current = excluded.current, previous = excluded.previous, next = excluded.next,
       reached = excluded.reached`,
  );
  const reach = db.prepare('UPDATE attribution_rules SET reached = ?');
  // In the order in which they lie in the file, as facts that come meanwhile lie behind all others.
  const page = db.prepare<[number, number], Unscored>(
    `SELECT rowid AS place, iif(number IS NULL, 'landing', 'pull-request') AS kind, id FROM pull_request_fact
     WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  const left = db.prepare<[number], number>('SELECT count(*) FROM pull_request_fact WHERE rowid > ?').pluck();
  const forgetBut = db.prepare<[string, string]>('DELETE FROM attribution WHERE rules_version NOT IN (?, ?)');
  const differing = `SELECT f.id FROM pull_request_fact f JOIN attribution a ON a.id = f.id AND a.rules_version = ?
     WHERE f.ai_level IS NOT a.level OR f.ai_tools IS NOT a.tools OR f.ai_trace IS NOT ${TRACE}`;
  const announce = db.prepare<[number, string]>(
    `INSERT INTO fact_change (id, generation) SELECT id, ? FROM (${differing}) WHERE true
     ON CONFLICT (id) DO UPDATE SET generation = excluded.generation`,
  );
  const change = db.prepare<[string, number]>(
    `UPDATE pull_request_fact SET ai_level = a.level, ai_tools = a.tools, ai_trace = ${TRACE} FROM attribution a
     WHERE a.id = pull_request_fact.id AND a.rules_version = ?
       AND pull_request_fact.id IN (SELECT id FROM fact_change WHERE generation = ?)`,
  );
  const unseen = db.prepare<[string]>(
    `INSERT INTO dirty (kind, id) SELECT iif(number IS NULL, 'landing', 'pull-request'), id FROM pull_request_fact
     WHERE id NOT IN (SELECT id FROM attribution WHERE rules_version = ?) ON CONFLICT DO NOTHING`,
  );
  // How many lines the work has added is no part of a score.
  const recounted = db.prepare<[string]>(
    `INSERT INTO dirty (kind, id) SELECT iif(f.number IS NULL, 'landing', 'pull-request'), f.id FROM pull_request_fact f
     JOIN attribution a ON a.id = f.id AND a.rules_version = ? WHERE f.lines_by_ai IS NOT a.ai_lines ON CONFLICT DO NOTHING`,
  );
  const generation = nextGeneration(db);
  const say = programNotes(db);
  const forget = ({ current, previous }: State) => void forgetBut.run(current, previous ?? current);

  return {
    state() {
      const found = read.get();
      if (found === undefined) return null;
      const { reached: _, ...state } = found;
      return state;
    },
    begin(version) {
      const state = read.get();
      if (state === undefined) {
        put.run({ current: version, previous: null, next: null, reached: 0 });
        return true;
      }
      const wanted = state.current === version ? null : version;
      if (state.next !== wanted) {
        // What was scored by rules that will never count is no use.
        forget(state);
        put.run({ ...state, next: wanted, reached: 0 });
      }
      return wanted === null;
    },
    unscored: (limit) => page.all(read.get()?.reached ?? 0, limit),
    reach: (place) => void reach.run(place),
    waiting() {
      const state = read.get();
      return state === undefined || state.next === null ? 0 : (left.get(state.reached) ?? 0);
    },
    adopt(noteOf) {
      const state = read.get();
      if (state === undefined || state.next === null) throw new Error('nothing has been scored anew');
      if ((left.get(state.reached) ?? 0) > 0) throw new Error('not everything has been scored yet');
      const { current, next } = state;
      const changed = announce.run(generation.next(), next).changes;
      if (changed > 0) {
        change.run(next, generation.next());
        generation.set(generation.next());
        say(noteOf(current, next, changed, left.get(0) ?? 0));
      }
      put.run({ current: next, previous: current, next: null, reached: 0 });
      forget({ current: next, previous: current, next: null, reached: 0 });
      unseen.run(next);
      recounted.run(next);
      return changed;
    },
  };
}
