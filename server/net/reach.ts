const MONTH_MS = (365.25 * 24 * 3_600_000) / 12;

/** How far back a first import goes; milliseconds since 1970. */
export function reachOf(months = 24, now: number): number {
  return now - months * MONTH_MS;
}

/** What a reader must know of what is left for later, as sentences; undefined: nothing is. */
export function unreadBefore(before: number | undefined): string[] {
  if (before === undefined) return [];
  const day = new Date(before).toISOString().slice(0, 10);
  return [`What was last changed before ${day} is not read yet: the backfill reads it.`];
}
