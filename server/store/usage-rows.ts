import type Database from 'better-sqlite3';
import type { Identity } from '../model/identity.ts';
import type { Instant } from '../model/instant.ts';
import type { Seat, StoredUsage, ToolDay, UsageAccount } from '../model/tool-usage.ts';
import { fence } from './lease.ts';
import * as schema from './schema-usage.ts';
import { upsert } from './upsert.ts';

/** A user as the rest of the program knows them. */
type Known<Told> = Omit<Told, 'user'> & { identity: Identity };
export type KnownToolDay = Known<ToolDay>;
export type KnownSeat = Known<Seat>;

export type UsageTables = StoredUsage & {
  /**
   * Writes days and cursor in one transaction; with `replaces` whatever else was told of that day goes. Each person, day and tool may
   * be named once. Returns how many rows were new, different or removed.
   */
  writeToolDays(
    holder: string,
    account: UsageAccount,
    told: { days: readonly KnownToolDay[]; replaces: string | null; cursor: string },
  ): Promise<number>;
  /** All seats of an account at an instant: those that are no longer named end there. Returns how many began, changed or ended. */
  writeSeats(
    holder: string,
    account: UsageAccount,
    seats: readonly KnownSeat[],
    at: Instant,
  ): Promise<number>;
  /** Ends a complete walk. */
  endUsage(
    holder: string,
    account: UsageAccount,
    end: { coveredUntil: Instant; limits: readonly string[] },
  ): Promise<void>;
};

export function usageTables(db: Database.Database): UsageTables {
  const hold = fence(db);
  const days = upsert(db, schema.toolDay);
  const seats = upsert(db, schema.seat);
  const name = db.prepare<[string, string]>(
    `INSERT INTO usage_account (id, name, limits) VALUES (?, ?, '[]') ON CONFLICT DO UPDATE SET name = excluded.name`,
  );
  const move = db.prepare<[string, string]>('UPDATE usage_account SET cursor = ? WHERE id = ?');
  const end = db.prepare<[Instant, string, string]>(
    'UPDATE usage_account SET covered_until = ?, limits = ? WHERE id = ?',
  );
  const cursorOf = db
    .prepare<[string], string | null>('SELECT cursor FROM usage_account WHERE id = ?')
    .pluck();
  const toldOf = db.prepare<[string, string], { tool: string; identity: Identity }>(
    'SELECT tool, identity FROM tool_day WHERE account_id = ? AND day = ?',
  );
  const forget = db.prepare<[string, string, string, Identity]>(
    'DELETE FROM tool_day WHERE account_id = ? AND day = ? AND tool = ? AND identity = ?',
  );
  const open = db.prepare<[string], { tool: string; identity: Identity; since: Instant }>(
    'SELECT tool, identity, since FROM seat WHERE account_id = ? AND until IS NULL',
  );
  const close = db.prepare<[Instant, string, string, Identity, Instant]>(
    'UPDATE seat SET until = ? WHERE account_id = ? AND tool = ? AND identity = ? AND since = ?',
  );
  const newest = db
    .prepare<[], number>(
      `SELECT max(coalesce((SELECT max(version) FROM usage_day), 0), coalesce((SELECT max(seats_version) FROM usage_account), 0))`,
    )
    .pluck();
  const dayChanged = db.prepare<[string, string, number]>(
    `INSERT INTO usage_day (account_id, day, version) VALUES (?, ?, ?)
     ON CONFLICT (account_id, day) DO UPDATE SET version = excluded.version`,
  );
  const seatsChanged = db.prepare<[number, string]>(
    'UPDATE usage_account SET seats_version = ? WHERE id = ?',
  );
  const upcoming = () => (newest.get() ?? 0) + 1;
  const keyOf = ({ tool, identity }: { tool: string; identity: Identity }) => `${tool}\n${identity}`;

  return {
    async usageCursor(accountId) {
      return cursorOf.get(accountId) ?? null;
    },
    async writeToolDays(holder, account, told) {
      return db
        .transaction(() => {
          hold(holder);
          name.run(account.id, account.name);
          let changed = 0;
          const touched = new Set<string>();
          if (told.replaces !== null) {
            const now = new Set(told.days.map(keyOf));
            const gone = toldOf.all(account.id, told.replaces).filter((one) => !now.has(keyOf(one)));
            for (const { tool, identity } of gone) forget.run(account.id, told.replaces, tool, identity);
            changed += gone.length;
            if (gone.length > 0) touched.add(told.replaces);
          }
          for (const day of told.days) {
            if (!days.put({ ...day, accountId: account.id, active: Number(day.active) })) continue;
            changed += 1;
            touched.add(day.day);
          }
          const version = upcoming();
          for (const day of touched) dayChanged.run(account.id, day, version);
          move.run(told.cursor, account.id);
          return changed;
        })
        .immediate();
    },
    async writeSeats(holder, account, all, at) {
      return db
        .transaction(() => {
          hold(holder);
          name.run(account.id, account.name);
          const before = new Map(open.all(account.id).map((one) => [keyOf(one), one]));
          let changed = 0;
          for (const { tool, identity, since, lastActiveAt } of all) {
            const known = before.get(keyOf({ tool, identity }));
            before.delete(keyOf({ tool, identity }));
            const from = since ?? known?.since ?? at;
            // Given back and given again: what was before has ended.
            if (known !== undefined && known.since !== from)
              close.run(Math.max(known.since, Math.min(from, at)), account.id, tool, identity, known.since);
            const row = { accountId: account.id, tool, identity, since: from, until: null, lastActiveAt };
            if (seats.put(row)) changed += 1;
          }
          for (const { tool, identity, since } of before.values()) {
            close.run(Math.max(at, since), account.id, tool, identity, since);
            changed += 1;
          }
          if (changed > 0) seatsChanged.run(upcoming(), account.id);
          return changed;
        })
        .immediate();
    },
    async endUsage(holder, account, { coveredUntil, limits }) {
      db.transaction(() => {
        hold(holder);
        name.run(account.id, account.name);
        end.run(coveredUntil, JSON.stringify(limits), account.id);
      }).immediate();
    },
  };
}
