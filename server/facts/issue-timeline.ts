import type { Instant } from '../model/instant.ts';
import type { IssueChange } from '../model/issue.ts';

/** A time with one value, from its first instant until the one after its last; the last lasts until `Infinity`. */
export type Stay = { value: string | null; from: Instant; until: Instant };

/**
 * The values that something had one after the other since `start`. A change dated before the start, as trackers have them
 * after an import, counts as made at the start; what a change says that it came from is taken only of the first, for a history
 * may lack changes. `now` is the value of an issue without any change.
 */
export function staysOf(changes: readonly IssueChange[], start: Instant, now: string | null): Stay[] {
  const stays: Stay[] = [];
  let [value, from] = [changes.length > 0 ? (changes[0]?.from ?? null) : now, start];
  for (const { at, to } of changes) {
    const until = Math.max(at, from);
    if (until > from) stays.push({ value, from, until });
    [value, from] = [to, until];
  }
  return [...stays, { value, from, until: Number.POSITIVE_INFINITY }];
}

/** The value just before an instant's end, so that what changed at that very instant has changed; null before the start. */
export function valueAt(stays: readonly Stay[], at: Instant): string | null {
  return stays.findLast(({ from }) => from <= at)?.value ?? null;
}
