import { setImmediate as othersServed } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { Instant } from '../model/instant.ts';
import type { IssueStatus } from '../model/issue.ts';

/** As the report needs it (`StatusStore`). */
export type FinishedTimes = {
  projectId: string;
  /** JSON array of team ids, sorted. */
  teams: string;
  finishedAt: Instant;
  times: readonly (readonly [string, number])[];
};

export type StatusTimeTables = {
  /** The statuses of all trackers, also those that are gone and of which a history tells. */
  issueStatuses(): Promise<(IssueStatus & { trackerId: string })[]>;
  /**
   * Of the issues that take part in measures and were finished from one instant up to, without, another, some thousands at a
   * time; whoever else waits for this process is served in between.
   */
  finishedTimes(from: Instant, until: Instant): AsyncIterable<FinishedTimes[]>;
};

/** So many are read in some milliseconds. */
const BATCH = 2000;

type Row = Omit<FinishedTimes, 'times'> & { place: number; times: string };

export function statusTimeTables(db: Database.Database): StatusTimeTables {
  const statuses = db.prepare<[], Omit<IssueStatus, 'waiting'> & { trackerId: string; waiting: number }>(
    'SELECT tracker_id AS trackerId, id, name, category, waiting FROM issue_status ORDER BY tracker_id, id',
  );
  // In the order in which they lie in the file.
  const page = db.prepare<[number, Instant, Instant, number], Row>(
    `SELECT rowid AS place, project_id AS projectId, teams, finished_at AS finishedAt, status_times AS times FROM issue_fact
     WHERE rowid > ? AND left_out IS NULL AND finished_at >= ? AND finished_at < ? ORDER BY rowid LIMIT ?`,
  );
  return {
    async issueStatuses() {
      return statuses.all().map((status) => ({ ...status, waiting: status.waiting === 1 }));
    },
    async *finishedTimes(from, until) {
      let after = 0;
      for (;;) {
        const batch = page.all(after, from, until, BATCH);
        const last = batch.at(-1);
        if (!last) return;
        after = last.place;
        yield batch.map(({ place: _, times, ...row }) => ({ ...row, times: JSON.parse(times) }));
        await othersServed();
      }
    },
  };
}
