import type { Instant } from './instant.ts';
import type { Usage } from './rows.ts';

/** What one run of a source remembers of itself when it has ended. */
export type RunReport = {
  /** Why it failed or stopped, as sentences; empty when it did neither. */
  said: string;
  /** Rows that the source handed over, by what they are: `{ commits: 12, pullRequests: 3 }`. */
  read: Readonly<Record<string, number>>;
  /** Requests, points and waits; null: it asked nobody. */
  usage: Usage | null;
  /** What the source could not see or the run left out on purpose, as sentences. */
  unseen: readonly string[];
};

/** The source of a run that reads what first imports have left for later; what it asks for begins with it. */
export const BACKFILL = 'backfill';

export type Run = {
  id: number;
  source: string;
  /** What was asked for, by its name: "github acme". */
  asked: string;
  startedAt: Instant;
  endedAt: Instant | null;
  /** `stopped`: cleanly, before its end; the next run carries on. Null: it runs, or was killed. */
  outcome: 'done' | 'stopped' | 'failed' | null;
  /** Null while it runs, when it was killed, and of runs of earlier versions of the program that went well. */
  report: RunReport | null;
};
