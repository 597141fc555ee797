import type { SeatOfUse, StoredUse, ToldUse, UseVersion, Who } from '../../model/tool-use.ts';
import { type Week, weekOfDate } from '../../model/week.ts';

/** What questions about the use that vendors tell are answered from: people are opaque ids here. */
export type HeldUse = UseVersion & {
  /** By account and day. */
  days: ReadonlyMap<string, readonly Who[]>;
  seats: readonly SeatOfUse[];
  told: readonly ToldUse[];
};

/** What holding it needs of the store. */
export type UseStore = {
  toolUseVersion(): Promise<UseVersion>;
  toolUseSince(version: number): Promise<StoredUse>;
};

export const noUse: HeldUse = { whole: '', version: 0, days: new Map(), seats: [], told: [] };

/** `before` where nothing has changed since; else only the days that have are read. */
export async function heldUseNow(store: UseStore, before: HeldUse | null): Promise<HeldUse> {
  const now = await store.toolUseVersion();
  const isKept = before !== null && before.whole === now.whole;
  if (isKept && before.version === now.version) return before;
  const { days, ...told } = await store.toolUseSince(isKept ? before.version : 0);
  const held = new Map(isKept ? before.days : []);
  for (const { accountId, day, users } of days) {
    held.set(`${accountId}\n${day}`, [...new Set(users.map(({ who }) => who))]);
  }
  return { ...told, days: held };
}

/** In how many days of each week somebody used any tool, from the first week that a vendor tells of to the last full one. */
export type WeeksOfUse = {
  readonly from: Week;
  readonly to: Week;
  readonly people: ReadonlyMap<Who, Uint8Array>;
};

const known = new WeakMap<HeldUse, WeeksOfUse | null>();

/** Null: no vendor tells anything. Found once for each state. */
export function weeksOfUse(use: HeldUse): WeeksOfUse | null {
  const before = known.get(use);
  if (before !== undefined) return before;
  const found = byWeek(use);
  known.set(use, found);
  return found;
}

function byWeek({ days, told }: HeldUse): WeeksOfUse | null {
  const first = told.flatMap(({ firstDay }) => (firstDay === null ? [] : [weekOfDate(firstDay)]));
  const covered = told.flatMap(({ coveredUntil }) => (coveredUntil === null ? [] : [coveredUntil]));
  if (first.length === 0 || covered.length === 0) return null;
  const from = Math.min(...first);
  // The day that it is covered until belongs to the week that is still running.
  const to = weekOfDate(new Date(Math.min(...covered)).toISOString().slice(0, 10)) - 1;
  if (to < from) return null;
  const people = new Map<Who, Uint8Array>();
  for (const [key, users] of days) {
    const week = weekOfDate(key.slice(key.lastIndexOf('\n') + 1));
    if (week < from || week > to) continue;
    for (const who of users) {
      const own = people.get(who) ?? new Uint8Array(to - from + 1);
      people.set(who, own);
      own[week - from] = Math.min(7, (own[week - from] ?? 0) + 1);
    }
  }
  return { from, to, people };
}
