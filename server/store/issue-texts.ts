import { setImmediate as othersServed } from 'node:timers/promises';
import type Database from 'better-sqlite3';

/** What a tracker tells of an issue that is no measure's. */
export type IssueText = {
  key: string;
  title: string;
  projectKey: string;
  trackerId: string;
  /** The tracker's address for people. */
  url: string;
  /** Names; null: the tracker no longer tells of it. */
  type: string | null;
  status: string | null;
  deletedAt: number | null;
};

export type IssueTextTables = {
  /** By id; what is gone is missing. */
  issueTexts(ids: readonly string[]): Promise<ReadonlyMap<string, IssueText>>;
  /** The first pull requests that name each of these issues, without those that measures leave out. */
  linkedWork(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly { id: string; name: string; title: string }[]>>;
  /** How long an issue was in each status, by the names of today, in the order of the first entry. */
  statusTimes(id: string): Promise<readonly { status: string; milliseconds: number }[]>;
  /** Keys and titles of all issues, some thousands at a time; others are served in between. */
  allIssueTitles(): AsyncIterable<{ id: string; projectId: string; title: string }[]>;
};

const BATCH = 3000;
/** Links that are shown of one issue. */
const LINKS = 5;

export function issueTextTables(db: Database.Database): IssueTextTables {
  const text = db.prepare<[string], IssueText>(
    `SELECT i.key, i.title, p.key AS projectKey, p.tracker_id AS trackerId, t.url, y.name AS type, s.name AS status,
       i.deleted_at AS deletedAt
     FROM issue i JOIN issue_project p ON p.id = i.project_id JOIN tracker t ON t.id = p.tracker_id
       LEFT JOIN issue_type y ON y.tracker_id = t.id AND y.id = i.type_id
       LEFT JOIN issue_status s ON s.tracker_id = t.id AND s.id = i.status_id
     WHERE i.id = ?`,
  );
  const links = db.prepare<[string, number], { id: string; name: string; title: string }>(
    `SELECT DISTINCT w.id, r.name || ' #' || w.number AS name, w.title
     FROM issue_key k JOIN pull_request_key n ON n.key = k.key JOIN pull_request w ON w.id = n.pull_request_id
       JOIN pull_request_fact f ON f.id = w.id JOIN repository r ON r.id = w.repository_id
     WHERE k.issue_id = ? AND f.left_out IS NULL ORDER BY w.id LIMIT ?`,
  );
  const times = db.prepare<[string], string>('SELECT status_times FROM issue_fact WHERE id = ?').pluck();
  const named = db
    .prepare<[string, string], string>(
      `SELECT s.name FROM issue i JOIN issue_project p ON p.id = i.project_id
         JOIN issue_status s ON s.tracker_id = p.tracker_id AND s.id = ?
       WHERE i.id = ?`,
    )
    .pluck();
  const page = db.prepare<[number, number], { place: number; id: string; projectId: string; title: string }>(
    `SELECT rowid AS place, id, project_id AS projectId, key || ' ' || title AS title FROM issue
     WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  const found = <Value>(ids: readonly string[], look: (id: string) => Value | undefined) =>
    new Map(
      ids.flatMap((id): [string, Value][] => {
        const value = look(id);
        return value === undefined ? [] : [[id, value]];
      }),
    );

  return {
    async issueTexts(ids) {
      return db.transaction(() => found(ids, (id) => text.get(id)))();
    },
    async linkedWork(ids) {
      return db.transaction(() => found(ids, (id) => links.all(id, LINKS)))();
    },
    async statusTimes(id) {
      const stored: [string, number][] = JSON.parse(times.get(id) ?? '[]');
      return stored.map(([status, milliseconds]) => ({
        status: named.get(status, id) ?? `Status ${status}`,
        milliseconds,
      }));
    },
    async *allIssueTitles() {
      let after = 0;
      for (;;) {
        const batch = page.all(after, BATCH);
        const last = batch.at(-1);
        if (!last) return;
        after = last.place;
        yield batch;
        await othersServed();
      }
    },
  };
}
