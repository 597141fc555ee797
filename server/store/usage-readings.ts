import type Database from 'better-sqlite3';
import type { Identity } from '../model/identity.ts';
import type { UsageReading } from '../model/tool-usage.ts';
import { sentences } from './sentences.ts';

export type UsageReadings = {
  /** How far the use of tools has been read, and how much of it is matched to people, by name. */
  usageReadings(): Promise<UsageReading[]>;
};

type Row = Omit<UsageReading, 'limits' | 'users' | 'unmatched' | 'keys' | 'seats'> & { limits: string };

/** The last four weeks that were told; an account is matched when some work, some roster or another account knows it. */
export function usageReadings(db: Database.Database): UsageReadings {
  const accounts = db.prepare<[], Row>(
    'SELECT id, name, covered_until AS coveredUntil, limits FROM usage_account ORDER BY name, id',
  );
  const users = db.prepare<[string, string], { identity: Identity; known: number }>(
    `SELECT identity,
       EXISTS (SELECT 1 FROM identity_person p WHERE p.identity = u.identity)
       OR EXISTS (SELECT 1 FROM pull_request_fact f WHERE f.author = u.identity)
       OR EXISTS (SELECT 1 FROM team_spell s WHERE s.identity = u.identity) AS known
     FROM (SELECT DISTINCT identity FROM tool_day WHERE account_id = ? AND active = 1 AND day >
       (SELECT date(max(day), '-28 days') FROM tool_day WHERE account_id = ?)) u ORDER BY identity`,
  );
  const seats = db
    .prepare<[string], number>('SELECT count(*) FROM seat WHERE account_id = ? AND until IS NULL')
    .pluck();
  return {
    async usageReadings() {
      return db.transaction(() =>
        accounts.all().map(({ limits, ...account }) => {
          const all = users.all(account.id, account.id);
          const people = all.filter(({ identity }) => !identity.startsWith('key:'));
          return {
            ...account,
            limits: sentences(limits),
            users: people.length,
            unmatched: people.filter(({ known }) => known === 0).map(({ identity }) => identity),
            keys: all.length - people.length,
            seats: seats.get(account.id) ?? 0,
          };
        }),
      )();
    },
  };
}
