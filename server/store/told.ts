import type Database from 'better-sqlite3';
import type { Instant } from '../model/instant.ts';

export type ToldTable = {
  /** What people elsewhere were told last about something, and when; null: nothing, or that it is over. */
  told(about: string): Promise<{ state: string; at: Instant } | null>;
  tell(about: string, state: string, at: Instant): Promise<void>;
  /** It is over, and people know. */
  untell(about: string): Promise<void>;
};

export function toldTable(db: Database.Database): ToldTable {
  const last = db.prepare<[string], { state: string; at: Instant }>(
    'SELECT state, at FROM told WHERE about = ?',
  );
  const put = db.prepare(
    `INSERT INTO told (about, state, at) VALUES (?, ?, ?)
     ON CONFLICT (about) DO UPDATE SET state = excluded.state, at = excluded.at`,
  );
  const drop = db.prepare('DELETE FROM told WHERE about = ?');
  return {
    told: async (about) => last.get(about) ?? null,
    async tell(about, state, at) {
      put.run(about, state, at);
    },
    async untell(about) {
      drop.run(about);
    },
  };
}
