import type { Week } from '../model/week.ts';
import type { Seen, Weeks } from './seen-weeks.ts';
import type { Place } from './work.ts';

/** Weeks in which a repository is one place. */
export type Stretch = Weeks & { place: number };

/** The places of some repositories and, of each repository by its number, the weeks that are one of them. */
export type PlacedWeeks = { places: readonly Place[]; of: readonly (readonly Stretch[])[] };

/** @param always a week that each repository is in, within the total as well where it is in it at all; null: none */
export function placedWeeks(
  seenOf: ReadonlyMap<number, Seen>,
  repositories: number,
  always: Week | null = null,
): PlacedWeeks {
  const places: Place[] = [];
  const of: Stretch[][] = Array.from({ length: repositories }, () => []);
  for (const [repository, seen] of seenOf) {
    const weeks = apart(seen);
    if (always !== null) weeks[seen.isWithin ? 'both' : 'own'].push({ from: always, to: always });
    for (const name of SEEN_IN) {
      if (weeks[name].length === 0) continue;
      const place = places.push({ repository, seen: name }) - 1;
      of[repository]?.push(...weeks[name].map((some) => ({ ...some, place })));
    }
  }
  return { places, of };
}

const SEEN_IN = ['both', 'total', 'own'] as const;

/** The weeks of the total and of the repository by itself, put apart by which of them they are. */
function apart({ total, own }: Seen): Record<Place['seen'], Weeks[]> {
  const [inTotal, inOwn] = [total ?? NEVER, own ?? NEVER];
  const both = { from: Math.max(inTotal.from, inOwn.from), to: Math.min(inTotal.to, inOwn.to) };
  const isSome = ({ from, to }: Weeks) => from <= to;
  const without = ({ from, to }: Weeks) =>
    isSome(both)
      ? [
          { from, to: both.from - 1 },
          { from: both.to + 1, to },
        ]
      : [{ from, to }];
  return {
    both: [both].filter(isSome),
    total: without(inTotal).filter(isSome),
    own: without(inOwn).filter(isSome),
  };
}

const NEVER: Weeks = { from: 1, to: 0 };
