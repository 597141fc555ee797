import type { Instant } from './instant.ts';

/**
 * Somebody as use is stored: an identity in the database, and the opaque id of a person wherever questions are answered from it.
 * Keys of programs are in none of it.
 */
export type Who = string;

/** Who used which tool on a day, as one account tells. */
export type DayOfUse = { accountId: string; day: string; users: readonly { tool: string; who: Who }[] };

/** Who might use a tool, from when until when; null: still. */
export type SeatOfUse = { tool: string; who: Who; since: Instant; until: Instant | null };

/** What vendors tell of a whole organisation: which account tells of which tools, and how far its days reach. */
export type ToldUse = {
  accountId: string;
  name: string;
  tools: readonly string[];
  firstDay: string | null;
  coveredUntil: Instant | null;
};

/** How use is stored now: another `whole` says that all of it has to be read anew, a larger `version` that some days are others. */
export type UseVersion = { whole: string; version: number };

export type StoredUse = UseVersion & {
  /** Days that are others since the version asked for. */
  days: readonly DayOfUse[];
  /** All of them. */
  seats: readonly SeatOfUse[];
  told: readonly ToldUse[];
};
