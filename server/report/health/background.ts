import type { ImportStatus } from '../../contract/status.ts';
import { DAY, type Instant } from '../../model/instant.ts';
import type { Run } from '../../model/run.ts';
import type { UsageReading } from '../../model/tool-usage.ts';
import type { Reading } from './reading.ts';

/** What the facts do not tell of their own health. */
export type Background = {
  /** The wall clock, for staleness alone. */
  now: Instant;
  /** Of the last weeks, the newest first. */
  runs: readonly Run[];
  /** Of repositories and of projects. */
  readings: readonly Reading[];
  /** Of the use of tools. */
  usage: readonly UsageReading[];
};

/** The same, with what only the running program knows. */
export type Known = Background & {
  running: ImportStatus | null;
  /** The sentence that the last import failed with. */
  failed: string | null;
};

const MONTH = 31 * DAY;

/**
 * Runs of each thing asked for, the newest first; what was asked for last comes first. What nobody has asked for in a month (it was
 * tried once, or is configured no more) is left away, unless there is nothing else.
 */
export function byAsked(runs: readonly Run[], now: Instant): [string, readonly Run[]][] {
  const all = [...Map.groupBy(runs, ({ asked }) => asked)];
  const recent = all.filter(([, own]) => own.some(({ startedAt }) => now - startedAt < MONTH));
  return recent.length > 0 ? recent : all.slice(0, 1);
}
