import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import type { Slice } from '../facts/columns/slice.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import type { Week } from '../model/week.ts';

/** Numbers of people in the snapshot's dictionary. */
export type People = ReadonlySet<number>;

/** First and last week, both included. */
export type Weeks = { from: Week; to: Week };

/** The weeks in which a repository is seen within the total, and those in which it is asked for by itself; null: in none. */
export type Seen = { total: Weeks | null; own: Weeks | null };

/** Whoever has counted work in one repository, placed in one set of teams. Programs are nobody. */
export type Cell = {
  repository: number;
  teamSet: number;
  /** Whether its weeks are those of the total, of the repository by itself, or of both. */
  weeks: (typeof SEEN)[number];
  people: People;
};

/** All work that a filter lets pass, and whose it is. */
export type Group = { cells: readonly Cell[]; people: People };

const SEEN = ['both', 'total', 'own'] as const;

/** The cells of some repositories, by their numbers; work of unknown people is in none. */
export function cellsOf(
  { chunks }: Snapshot,
  repositories: ReadonlyMap<number, Seen>,
  by: 'opening' | 'merge',
): Cell[] {
  const found = new Map<number, Set<number>[]>(
    [...repositories.keys()].map((repository) => [repository, []]),
  );
  for (const chunk of chunks) {
    for (const slice of chunk.slices) {
      const seen = repositories.get(slice.repository);
      const places = found.get(slice.repository);
      if (seen === undefined || places === undefined || slice.kind === 'push') continue;
      if (by === 'merge' || slice.kind === 'opened') gather(chunk, slice, seen, by, places);
    }
  }
  return [...found].flatMap(([repository, places]) =>
    // Where nobody is there is a hole, which is passed over.
    Object.entries(places).map(([key, people]) => {
      const place = Number(key);
      const weeks = SEEN[place % SEEN.length] ?? 'both';
      return { repository, teamSet: Math.floor(place / SEEN.length), weeks, people };
    }),
  );
}

/** Puts people of a slice into their places: three for each set of teams, in the order of `SEEN`. */
function gather(
  chunk: Chunk,
  { from, until }: Slice,
  { total, own }: Seen,
  by: 'opening' | 'merge',
  places: Set<number>[],
): void {
  const { week: opened, mergedAt, mergeWeek, leftOut, person, teamSet } = chunk;
  const within = (weeks: Weeks | null, week: Week) =>
    weeks !== null && week >= weeks.from && week <= weeks.to;
  for (let row = from; row < until; row++) {
    const who = person[row] ?? UNKNOWN;
    if (who === UNKNOWN || leftOut[row] !== 0 || mergedAt[row] === UNKNOWN) continue;
    const week = by === 'opening' ? opened : (mergeWeek[row] ?? UNKNOWN);
    const [inTotal, inOwn] = [within(total, week), within(own, week)];
    if (!inTotal && !inOwn) continue;
    const place = (teamSet[row] ?? 0) * SEEN.length + (inTotal && inOwn ? 0 : inTotal ? 1 : 2);
    const people = places[place];
    if (people === undefined) places[place] = new Set([who]);
    else people.add(who);
  }
}

export function groupOf(cells: readonly Cell[]): Group {
  const people = new Set<number>();
  for (const cell of cells) for (const person of cell.people) people.add(person);
  return { cells, people };
}
