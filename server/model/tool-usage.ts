import type { Identity } from './identity.ts';
import type { Instant } from './instant.ts';

/** Where the use of tools is told: what a vendor knows of an organisation, or a file. */
export type UsageAccount = {
  /** `copilot:github.com/acme`, `claude-code:api.anthropic.com`, `cursor:api.cursor.com`, `usage:NAME` of a file. */
  id: string;
  name: string;
};

/** How a vendor names a user. A key is what programs use a tool with: it is nobody's, and counted apart. */
export type ToolUser = { login: string; host: string } | { email: string } | { key: string };

/**
 * That somebody used a tool on a day, as its vendor tells: exposure and adoption, never what somebody has achieved. The counts are
 * the vendor's own and not alike from one to the next; null: not told.
 */
export type ToolDay = {
  /** By the name that marks in the work give it as well: `copilot`, `claude-code`, `cursor`. */
  tool: string;
  /** Of UTC, `2026-11-20`, as vendors count; a day of the organisation's zone may be another. */
  day: string;
  user: ToolUser;
  /** Reports may also list who did not use it. */
  active: boolean;
  sessions: number | null;
  requests: number | null;
  suggestedLines: number | null;
  acceptedLines: number | null;
};

/** That somebody may use a tool. */
export type Seat = {
  tool: string;
  user: ToolUser;
  /** Since when; null: not told, so since it was first seen. */
  since: Instant | null;
  lastActiveAt: Instant | null;
};

export type UsageStep =
  /** `replaces`: they are all that is told of that day, so that what an earlier report of it had besides is gone. Null: they add. */
  | { days: readonly ToolDay[]; replaces: string | null; cursor: string }
  /** All seats that there are at an instant: one that is not among them has ended. */
  | { seats: readonly Seat[]; at: Instant }
  | { end: { coveredUntil: Instant; limits: readonly string[] } };

/** One account being read; each step is written in one transaction, and a run that was broken off goes on after the last. */
export type UsageWalk = { account: UsageAccount; steps: AsyncIterable<UsageStep> };

/** How far the use of tools has been read. */
export type UsageReading = UsageAccount & {
  /** Null: no walk was ever complete. */
  coveredUntil: Instant | null;
  limits: readonly string[];
  /** People who used a tool in the last four weeks that were told. */
  users: number;
  /** Of them: accounts that no work and no roster knows. */
  unmatched: readonly Identity[];
  /** Keys of programs that did so. */
  keys: number;
  /** Seats that there are. */
  seats: number;
};

/** What a source may ask about usage that is stored. */
export type StoredUsage = {
  /** The cursor of the last step that was written; null: none was. */
  usageCursor(accountId: string): Promise<string | null>;
};
