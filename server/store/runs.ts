import type Database from 'better-sqlite3';
import type { Instant } from '../model/instant.ts';

export type Run = {
  id: number;
  source: string;
  asked: string;
  startedAt: Instant;
  endedAt: Instant | null;
  /** `stopped`: cleanly, before its end; the next run carries on. Null: it runs, or was killed. */
  outcome: 'done' | 'stopped' | 'failed' | null;
  summary: string | null;
};

export type RunTable = {
  beginRun(source: string, asked: string, now: Instant): Promise<number>;
  endRun(id: number, outcome: 'done' | 'stopped' | 'failed', summary: string, now: Instant): Promise<void>;
  /** The newest first. */
  lastRuns(limit: number): Promise<Run[]>;
  /** Of everything ever asked, what failed when it was asked last; the newest first. */
  lastFailures(): Promise<Run[]>;
};

export function runTable(db: Database.Database): RunTable {
  const begin = db.prepare('INSERT INTO run (source, asked, started_at) VALUES (?, ?, ?)');
  const end = db.prepare('UPDATE run SET outcome = ?, summary = ?, ended_at = ? WHERE id = ?');
  const columns = 'id, source, asked, started_at AS startedAt, ended_at AS endedAt, outcome, summary';
  const last = db.prepare<[number], Run>(`SELECT ${columns} FROM run ORDER BY id DESC LIMIT ?`);
  const failures = db.prepare<[], Run>(
    `SELECT ${columns} FROM run WHERE id IN (SELECT max(id) FROM run GROUP BY asked) AND outcome = 'failed'
     ORDER BY id DESC`,
  );
  return {
    async beginRun(source, asked, now) {
      return Number(begin.run(source, asked, now).lastInsertRowid);
    },
    async endRun(id, outcome, summary, now) {
      end.run(outcome, summary, now, id);
    },
    async lastRuns(limit) {
      return last.all(limit);
    },
    async lastFailures() {
      return failures.all();
    },
  };
}
