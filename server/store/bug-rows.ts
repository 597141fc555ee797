import type Database from 'better-sqlite3';
import { BUG_WITHIN, type Bug, bugTargets, isBugType } from '../facts/fix.ts';
import type { Instant } from '../model/instant.ts';
import type { IssueLevel } from '../model/issue.ts';
import { dirtyMarks } from './dirty.ts';
import * as schema from './schema-quality.ts';
import { upsert } from './upsert.ts';

export type BugRows = {
  /** Keeps what a bug is told to come from; null: it is no bug, or gone. Pull requests that name any of that are marked dirty. */
  tell(issueId: string, bug: Bug | null): void;
  /** When the first bug was reported within 30 days after a merge that comes from an issue which the pull request names. */
  linkedAt(pullRequestId: string, mergedAt: Instant): Instant | null;
  /** When the latest bug was reported that a pull request names: then it fixes what was there before; null: it names none. */
  namedBugAt(pullRequestId: string): Instant | null;
};

export function bugRows(db: Database.Database): BugRows {
  const links = upsert(db, schema.bugLink);
  const stored = db
    .prepare<[string], string>('SELECT target FROM bug_link WHERE bug_id = ? ORDER BY target')
    .pluck();
  const drop = db.prepare('DELETE FROM bug_link WHERE bug_id = ? AND target = ?');
  const { namedKey } = dirtyMarks(db);
  const naming = db.prepare(
    `INSERT INTO dirty (kind, id) SELECT 'pull-request', pull_request_id FROM issue_key JOIN pull_request_key USING (key)
     WHERE issue_id = ? ON CONFLICT DO NOTHING`,
  );
  const mark = (target: string) => {
    naming.run(target);
    namedKey(target);
  };
  const first = db
    .prepare<[{ id: string; from: Instant; until: Instant }], Instant | null>(
      `SELECT min(b.created_at) FROM pull_request_key k LEFT JOIN issue_key i USING (key)
         JOIN bug_link b ON b.target IN (k.key, i.issue_id)
       WHERE k.pull_request_id = @id AND b.created_at > @from AND b.created_at <= @until`,
    )
    .pluck();
  const latest = db
    .prepare<[string], Instant | null>(
      `SELECT max(b.created_at) FROM pull_request_key JOIN issue_key i USING (key)
       JOIN bug_link b ON b.bug_id = i.issue_id AND b.target = i.issue_id WHERE pull_request_id = ?`,
    )
    .pluck();

  return {
    tell(issueId, bug) {
      const targets = bug === null ? [] : bugTargets(bug);
      for (const target of stored.all(issueId)) {
        if (targets.includes(target)) continue;
        drop.run(issueId, target);
        mark(target);
      }
      if (bug === null) return;
      for (const target of targets)
        if (links.put({ bugId: issueId, target, createdAt: bug.createdAt })) mark(target);
    },
    linkedAt: (id, mergedAt) => first.get({ id, from: mergedAt, until: mergedAt + BUG_WITHIN }) ?? null,
    namedBugAt: (id) => latest.get(id) ?? null,
  };
}

type BugRow = Omit<Bug, 'subTask' | 'links'> & { type: string; level: IssueLevel; links: string };

/** An issue that reports a fault; null: any other, one that is gone, and an epic. */
export function storedBug(db: Database.Database): (issueId: string) => Bug | null {
  const row = db.prepare<[string], BugRow>(
    `SELECT i.id, i.title, i.parent_id AS parentId, i.links, i.created_at AS createdAt, t.name AS type, t.level
     FROM issue i JOIN issue_project p ON p.id = i.project_id JOIN issue_type t ON t.tracker_id = p.tracker_id AND t.id = i.type_id
     WHERE i.id = ? AND i.deleted_at IS NULL AND t.level <> 'epic'`,
  );
  return (issueId) => {
    const found = row.get(issueId);
    if (found === undefined || !isBugType(found.type)) return null;
    const { type, level, links, ...rest } = found;
    const linked: [kind: string, issueId: string][] = JSON.parse(links);
    return {
      ...rest,
      subTask: level === 'sub-task',
      links: linked.map(([kind, other]) => ({ kind, issueId: other })),
    };
  };
}
