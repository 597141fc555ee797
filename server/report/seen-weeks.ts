import { UNKNOWN } from '../facts/columns/column.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import { PATIENCE } from '../metrics/open-items.ts';
import { MINUTE } from '../model/instant.ts';
import type { Week } from '../model/week.ts';
import { dataEndOf } from './data-end.ts';
import type { Held } from './live.ts';
import type { AskedRepositories } from './repositories.ts';
import { type AskedWindow, spanFrom } from './span.ts';

/** First and last week, both included. */
export type Weeks = { from: Week; to: Week };

/**
 * The weeks in which a repository is seen within the total, and those in which it is asked for by itself; null: in none.
 * `isWithin`: it is one of those of the total, in whatever weeks.
 */
export type Seen = { total: Weeks | null; own: Weeks | null; isWithin: boolean };

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
    const isWithin = all.table[number] === 1;
    seen.set(number, { total: isWithin ? total : null, own, isWithin });
  }
  return seen;
}

/** The same of what is open at the ends of weeks: the total has it only as long as its repository tells that it is. */
export function seenAtEnds(
  held: Held,
  all: AskedRepositories,
  seenOf: ReadonlyMap<number, Seen>,
): Map<number, Seen> {
  const { ofRepository, last } = dataEndOf(held, all);
  const { weeks } = held.snapshot;
  const found = new Map<number, Seen>();
  for (const [number, seen] of seenOf) {
    const known = (ofRepository[number] ?? 0) + PATIENCE;
    const to = last <= known ? Number.POSITIVE_INFINITY : weeks.weekOf(known * MINUTE) - 1;
    found.set(number, { ...seen, total: seen.total && { ...seen.total, to: Math.min(seen.total.to, to) } });
  }
  return found;
}

/** The week of the first thing known of each repository; UNKNOWN where nothing is. */
function firstWeeks({ chunks, repositories }: Snapshot): Int32Array {
  const found = new Int32Array(repositories.values.length).fill(UNKNOWN);
  for (const { week, slices } of chunks) {
    for (const { repository } of slices) if (found[repository] === UNKNOWN) found[repository] = week;
  }
  return found;
}
