import { UNKNOWN } from '../facts/columns/column.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import type { Week } from '../model/week.ts';
import type { Held } from './live.ts';
import type { AskedRepositories } from './repositories.ts';
import { type AskedWindow, spanFrom } from './span.ts';

/** First and last week, both included. */
export type Weeks = { from: Week; to: Week };

/** The weeks in which a repository is seen within the total, and those in which it is asked for by itself; null: in none. */
export type Seen = { total: Weeks | null; own: Weeks | null };

/**
 * Of each repository, by its number, the weeks that a window shows of it. One whose data end earlier than the others', or begin
 * later, is shown in other weeks than the total. `all`: those that are in the total.
 */
export function seenWeeks(
  { snapshot, freshness }: Held,
  all: AskedRepositories,
  window: AskedWindow,
): Map<number, Seen> {
  const { weeks, repositories } = snapshot;
  const first = firstWeeks(snapshot);
  const shown = (known: Week, until: number | null): Weeks | null => {
    const span = spanFrom(weeks, known === UNKNOWN ? null : known, until, window);
    return span === null ? null : { from: span.from, to: span.to };
  };
  const known = first.filter((week, number) => week !== UNKNOWN && all.table[number] === 1);
  const total = shown(known.length === 0 ? UNKNOWN : Math.min(...known), all.dataUntil);
  const seen = new Map<number, Seen>();
  for (const { repositoryId, coveredUntil } of freshness) {
    const number = repositories.find(repositoryId);
    if (number === undefined) continue;
    const own = shown(first[number] ?? UNKNOWN, coveredUntil);
    seen.set(number, { total: all.table[number] === 1 ? total : null, own });
  }
  return seen;
}

/** The week of the first thing known of each repository; UNKNOWN where nothing is. */
function firstWeeks({ chunks, repositories }: Snapshot): Int32Array {
  const found = new Int32Array(repositories.values.length).fill(UNKNOWN);
  for (const { week, slices } of chunks) {
    for (const { repository } of slices) if (found[repository] === UNKNOWN) found[repository] = week;
  }
  return found;
}
