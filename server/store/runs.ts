import type Database from 'better-sqlite3';
import type { Instant } from '../model/instant.ts';
import { BACKFILL, type Run, type RunReport } from '../model/run.ts';

export type RunTable = {
  beginRun(source: string, asked: string, now: Instant): Promise<number>;
  endRun(id: number, outcome: 'done' | 'stopped' | 'failed', report: RunReport, now: Instant): Promise<void>;
  /** The newest first. */
  lastRuns(limit: number): Promise<Run[]>;
  /** When everything ever asked was begun last, by its name. */
  lastBegun(): Promise<ReadonlyMap<string, Instant>>;
  /** Of everything ever asked for night after night, what failed when it was asked last; the newest first. */
  lastFailures(): Promise<Run[]>;
};

type RunRow = Omit<Run, 'report'> & { summary: string | null };

export function runTable(db: Database.Database): RunTable {
  const begin = db.prepare('INSERT INTO run (source, asked, started_at) VALUES (?, ?, ?)');
  const end = db.prepare('UPDATE run SET outcome = ?, summary = ?, ended_at = ? WHERE id = ?');
  const columns = 'id, source, asked, started_at AS startedAt, ended_at AS endedAt, outcome, summary';
  const last = db.prepare<[number], RunRow>(`SELECT ${columns} FROM run ORDER BY id DESC LIMIT ?`);
  const failures = db.prepare<[], RunRow>(
    `SELECT ${columns} FROM run WHERE id IN (SELECT max(id) FROM run GROUP BY asked)
       AND outcome = 'failed' AND source <> '${BACKFILL}'
     ORDER BY id DESC`,
  );
  const begun = db
    .prepare<[], [string, Instant]>('SELECT asked, max(started_at) FROM run GROUP BY asked')
    .raw();
  return {
    async beginRun(source, asked, now) {
      return Number(begin.run(source, asked, now).lastInsertRowid);
    },
    async endRun(id, outcome, report, now) {
      end.run(outcome, JSON.stringify(report), now, id);
    },
    async lastRuns(limit) {
      return last.all(limit).map(runOf);
    },
    async lastBegun() {
      return new Map(begun.all());
    },
    async lastFailures() {
      return failures.all().map(runOf);
    },
  };
}

function runOf({ summary, ...row }: RunRow): Run {
  return { ...row, report: summary === null ? null : reportOf(summary, row.outcome) };
}

/** Earlier versions of the program kept the bare sentence of a failure, and counts of what went well. */
function reportOf(summary: string, outcome: Run['outcome']): RunReport | null {
  if (summary.startsWith('{"said":')) return JSON.parse(summary);
  return outcome === 'done' ? null : { said: summary, read: {}, usage: null, unseen: [] };
}
