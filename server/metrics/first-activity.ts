import { UNKNOWN } from '../facts/columns/column.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';

const known = new WeakMap<Snapshot, Int32Array>();

/** The week of each person's first pull request, by the person's number; UNKNOWN: none. Found once for each snapshot. */
export function firstActivity(snapshot: Snapshot): Int32Array {
  const before = known.get(snapshot);
  if (before !== undefined) return before;
  const first = new Int32Array(snapshot.people.values.length).fill(UNKNOWN);
  // Chunks are in the order of their weeks.
  for (const { week, person } of snapshot.chunks) {
    for (let row = 0; row < person.length; row++) {
      const who = person[row] ?? UNKNOWN;
      if (who !== UNKNOWN && first[who] === UNKNOWN) first[who] = week;
    }
  }
  known.set(snapshot, first);
  return first;
}
