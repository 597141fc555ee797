import type Database from 'better-sqlite3';
import { ConfigError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';

export type LeaseHolder = { holder: string; host: string; pid: number };
export type StoredLease = LeaseHolder & { takenAt: Instant; expiresAt: Instant };

export type LeaseTable = {
  /**
   * Takes the one right to ingest for `forMs`, or says who has it. A lease is free when it has expired, when it would
   * last longer than any lease can (the clock was set back), or when its process is known to be dead on this host.
   */
  takeLease(
    me: LeaseHolder,
    now: Instant,
    forMs: number,
    alive: (pid: number) => boolean,
  ): Promise<{ taken: true } | { taken: false; by: LeaseHolder; since: Instant }>;
  /** False when somebody else has taken it in the meantime. */
  renewLease(me: LeaseHolder, now: Instant, forMs: number): Promise<boolean>;
  freeLease(me: LeaseHolder): Promise<void>;
  /** As it was taken last, also where it is over by now; null: nobody has it. */
  storedLease(): Promise<StoredLease | null>;
  /** Asks whoever may give way to do so, for `forMs`. */
  wantLease(me: LeaseHolder, now: Instant, forMs: number): Promise<void>;
  /** Whether somebody has asked so who has not got it yet. `forMs` is the longest that one may ask for. */
  leaseWanted(now: Instant, forMs: number): Promise<boolean>;
};

const NAME = 'ingest';
const WANTED = 'ingest-wanted';

export function leaseTable(db: Database.Database): LeaseTable {
  const read = db.prepare<[string], StoredLease>(
    'SELECT holder, host, pid, taken_at AS takenAt, expires_at AS expiresAt FROM lease WHERE name = ?',
  );
  const put = db.prepare(
    `INSERT INTO lease (name, holder, host, pid, taken_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, host = excluded.host, pid = excluded.pid,
       taken_at = excluded.taken_at, expires_at = excluded.expires_at`,
  );
  const renew = db.prepare('UPDATE lease SET expires_at = ? WHERE name = ? AND holder = ?');
  const free = db.prepare('DELETE FROM lease WHERE name = ? AND holder = ?');

  return {
    async takeLease(me, now, forMs, alive) {
      return db
        .transaction(() => {
          const held = read.get(NAME);
          const isFree = !held || held.holder === me.holder || isOver(held, me.host, now, forMs, alive);
          if (!isFree) return { taken: false as const, by: held, since: held.takenAt };
          put.run(NAME, me.holder, me.host, me.pid, now, now + forMs);
          free.run(WANTED, me.holder);
          return { taken: true as const };
        })
        .immediate();
    },
    async renewLease(me, now, forMs) {
      return renew.run(now + forMs, NAME, me.holder).changes > 0;
    },
    async freeLease(me) {
      free.run(NAME, me.holder);
    },
    async storedLease() {
      return read.get(NAME) ?? null;
    },
    async wantLease(me, now, forMs) {
      put.run(WANTED, me.holder, me.host, me.pid, now, now + forMs);
    },
    async leaseWanted(now, forMs) {
      const wish = read.get(WANTED);
      return wish !== undefined && wish.expiresAt > now && wish.expiresAt <= now + forMs;
    },
  };
}

/** Expired, longer than any lease can last (the clock was set back), or of a process that is known to be dead on this host. */
export function isOver(
  held: StoredLease,
  host: string,
  now: Instant,
  forMs: number,
  alive: (pid: number) => boolean,
): boolean {
  return held.expiresAt <= now || held.expiresAt > now + forMs || (held.host === host && !alive(held.pid));
}

/** To be called inside a write: a process that lost the lease (it slept too long) must not write over its successor. */
export function fence(db: Database.Database): (holder: string) => void {
  const current = db.prepare<[string], { holder: string }>('SELECT holder FROM lease WHERE name = ?');
  return (holder) => {
    if (current.get(NAME)?.holder !== holder) {
      throw new ConfigError(
        'lease-lost',
        'Another ingest has taken over while this one stood still; this one stops. Nothing is lost.',
      );
    }
  };
}
