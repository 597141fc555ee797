import type { Instant } from '../model/instant.ts';
import type { IssueChange } from '../model/issue.ts';

/** A time with one value, from its first instant until the one after its last; the last lasts until `Infinity`. */
export type Stay = { value: string | null; from: Instant; until: Instant };

/** What an issue's changes start from: `now` is the value of one without any change. */
type Start = { start: Instant; now: string | null };

/**
 * The values that something had one after the other since `start`. A change dated before the start, as trackers have them
 * after an import, counts as made at the start; what a change says that it came from is taken only of the first, for a history
 * may lack changes.
 */
export function staysOf(changes: readonly IssueChange[], { start, now }: Start): Stay[] {
  const stays: Stay[] = [];
  let value = first(changes, now);
  let from = start;
  for (const { at, to } of changes) {
    const until = Math.max(at, from);
    if (until > from) stays.push({ value, from, until });
    value = to;
    from = until;
  }
  stays.push({ value, from, until: Number.POSITIVE_INFINITY });
  return stays;
}

/** Its value just before an instant's end, so that what changed at that very instant has changed; null before the start. */
export function valueAt(changes: readonly IssueChange[], { start, now }: Start, at: Instant): string | null {
  if (at < start) return null;
  let value = first(changes, now);
  let from = start;
  for (const change of changes) {
    from = Math.max(change.at, from);
    if (from > at) break;
    value = change.to;
  }
  return value;
}

function first(changes: readonly IssueChange[], now: string | null): string | null {
  return changes.length > 0 ? (changes[0]?.from ?? null) : now;
}
