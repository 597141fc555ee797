import { setImmediate as othersServed } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { Identity } from '../model/identity.ts';
import type { Instant } from '../model/instant.ts';

export type DoneBy = { by: { identity: Identity; many: number }[]; all: number };

type Window = { since: Instant; until: Instant };
type Part = { identity: Identity | null; person: string | null; many: number };

/** So many facts are looked through in some milliseconds. */
const PART = 20_000;

/** What people's work was merged within a window, by the account of its author. */
export function mergedWork(db: Database.Database): (window: Window) => DoneBy {
  const within = 'merged_at >= @since AND merged_at < @until AND left_out IS NULL';
  const by = db.prepare<[Window], { identity: Identity; many: number }>(
    `SELECT author AS identity, count(*) AS many FROM pull_request_fact WHERE author IS NOT NULL AND ${within}
     GROUP BY author ORDER BY author`,
  );
  const all = db.prepare<[Window], number>(`SELECT count(*) FROM pull_request_fact WHERE ${within}`).pluck();
  const personal = db.prepare<[Window & { identity: Identity }], { person: string | null }>(
    `SELECT person FROM pull_request_fact WHERE author = @identity AND ${within} LIMIT 1`,
  );
  return db.transaction((window: Window) => ({
    by: by.all(window).filter(({ identity }) => personal.get({ ...window, identity })?.person),
    all: all.get(window) ?? 0,
  }));
}

/** The same of finished issues, which are looked through in the order in which they lie in the file; others are served in between. */
export function finishedIssues(db: Database.Database): (window: Window) => Promise<DoneBy> {
  const end = db.prepare<[], number | null>('SELECT max(rowid) FROM issue_fact').pluck();
  const part = db.prepare<[Window & { after: number; last: number }], Part>(
    `SELECT author AS identity, max(person) AS person, count(*) AS many FROM issue_fact
     WHERE rowid > @after AND rowid <= @last AND finished_at >= @since AND finished_at < @until AND left_out IS NULL
     GROUP BY author`,
  );
  return async (window) => {
    const many = new Map<Identity, number>();
    let all = 0;
    for (let after = 0; after < (end.get() ?? 0); after += PART) {
      for (const found of part.iterate({ ...window, after, last: after + PART })) {
        all += found.many;
        if (found.identity === null || found.person === null) continue;
        many.set(found.identity, (many.get(found.identity) ?? 0) + found.many);
      }
      await othersServed();
    }
    const by = [...many].map(([identity, number]) => ({ identity, many: number }));
    return { by: by.sort((one, other) => (one.identity < other.identity ? -1 : 1)), all };
  };
}
