import type Database from 'better-sqlite3';
import type { SeatOfUse, StoredUse, ToldUse, UseVersion } from '../model/tool-use.ts';

export type ToolUseTables = {
  toolUseVersion(): Promise<UseVersion>;
  /** All seats, and the days that have changed after a version, by identity; 0: every day. */
  toolUseSince(version: number): Promise<StoredUse>;
};

/** Use by person, week and tool for questions: who, never how much. Cost grows with the days that have changed. */
export function toolUseTables(db: Database.Database): ToolUseTables {
  const newest = db
    .prepare<[], number>(
      `SELECT max(coalesce((SELECT max(version) FROM usage_day), 0), coalesce((SELECT max(seats_version) FROM usage_account), 0))`,
    )
    .pluck();
  // Persons are put together anew when the organisation is another; what an account told goes with it.
  const whole = db
    .prepare<[], string>(
      `SELECT coalesce((SELECT version FROM organisation_state), 0) || ' ' ||
         coalesce((SELECT group_concat(id, ' ') FROM (SELECT id FROM usage_account ORDER BY id)), '')`,
    )
    .pluck();
  const changed = db.prepare<[number], { accountId: string; day: string }>(
    'SELECT account_id AS accountId, day FROM usage_day WHERE version > ?',
  );
  const users = db.prepare<[string, string], { tool: string; who: string }>(
    `SELECT tool, identity AS who FROM tool_day
     WHERE account_id = ? AND day = ? AND active = 1 AND identity NOT LIKE 'key:%'`,
  );
  const seats = db.prepare<[], SeatOfUse>(
    `SELECT tool, identity AS who, since, until FROM seat WHERE identity NOT LIKE 'key:%'`,
  );
  const accounts = db.prepare<[], Omit<ToldUse, 'tools'>>(
    `SELECT a.id AS accountId, a.name, a.covered_until AS coveredUntil,
       (SELECT min(day) FROM usage_day d WHERE d.account_id = a.id) AS firstDay
     FROM usage_account a ORDER BY a.name, a.id`,
  );
  const tools = db
    .prepare<[string, string], string>(
      `SELECT DISTINCT tool FROM tool_day WHERE account_id = ? AND day =
         (SELECT max(day) FROM usage_day WHERE account_id = ?)`,
    )
    .pluck();
  const version = (): UseVersion => ({ whole: whole.get() ?? '', version: newest.get() ?? 0 });
  return {
    toolUseVersion: async () => version(),
    async toolUseSince(since) {
      return db.transaction(() => ({
        ...version(),
        days: changed.all(since).map(({ accountId, day }) => ({
          accountId,
          day,
          users: users.all(accountId, day),
        })),
        seats: seats.all(),
        told: accounts.all().map((account) => ({
          ...account,
          tools: tools.all(account.accountId, account.accountId),
        })),
      }))();
    },
  };
}
