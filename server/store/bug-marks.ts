import type Database from 'better-sqlite3';
import { isBugType } from '../facts/fix.ts';

/** Marks issues by which may have changed where bugs come from: those of a type with the name of a bug's, and what was a bug. */
export type BugMarks = {
  /** Of the issues with these ids. Most are no bugs, and all would be read once more to tell. */
  among(issueIds: readonly string[]): void;
  /** Of all issues of a tracker. */
  tracker(trackerId: string): void;
  everything(): void;
};

export function bugMarks(db: Database.Database): BugMarks {
  // By the name in any tracker: an issue is asked what it is when it is settled.
  const types = db.prepare<[], { id: string; name: string }>('SELECT DISTINCT id, name FROM issue_type');
  const bugTypes = () => {
    const bugs = types.all().filter(({ name }) => isBugType(name));
    return JSON.stringify(bugs.map(({ id }) => id));
  };
  const mark = (issues: string) =>
    db.prepare<[{ of: string; types: string }]>(
      `INSERT INTO dirty (kind, id) SELECT 'bug', i.id FROM ${issues} AND (i.type_id IN (SELECT value FROM json_each(@types))
         OR EXISTS (SELECT 1 FROM bug_link WHERE bug_id = i.id)) ON CONFLICT DO NOTHING`,
    );
  const among = mark('json_each(@of) j CROSS JOIN issue i ON i.id = j.value WHERE true');
  const tracker = mark('issue i JOIN issue_project p ON p.id = i.project_id WHERE p.tracker_id = @of');
  const all = mark("issue i WHERE @of = ''");
  return {
    among(issueIds) {
      if (issueIds.length > 0) among.run({ of: JSON.stringify(issueIds), types: bugTypes() });
    },
    tracker: (trackerId) => void tracker.run({ of: trackerId, types: bugTypes() }),
    everything: () => void all.run({ of: '', types: bugTypes() }),
  };
}
