import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import type { Slice } from '../facts/columns/slice.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import { NOBODY, placementsOf } from './placements.ts';
import type { Seen, Weeks } from './seen-weeks.ts';
import { noWork, type Place, type Work } from './work.ts';

/** The same work by the week of its merge and by that of its opening. */
export type Works = { merge: Work; opening: Work };

/** Who has work in some repositories, by their numbers; work of unknown people is nobody's. */
export function worksOf(snapshot: Snapshot, seenOf: ReadonlyMap<number, Seen>): Works {
  const placements = placementsOf(snapshot);
  const many = snapshot.repositories.values.length;
  const places: Place[] = [];
  const stretchesOf: Stretch[][] = Array.from({ length: many }, () => []);
  for (const [repository, seen] of seenOf) {
    for (const [name, weeks] of Object.entries(apart(seen))) {
      if (weeks.length === 0) continue;
      const number =
        places.push({ repository, seen: name === 'both' || name === 'own' ? name : 'total' }) - 1;
      stretchesOf[repository]?.push(...weeks.map((some) => ({ ...some, place: number })));
    }
  }
  const works = { merge: noWork(placements, places, many), opening: noWork(placements, places, many) };
  for (const chunk of snapshot.chunks) {
    const placed = placements.rowsOf(chunk);
    for (const slice of chunk.slices) {
      for (const stretch of stretchesOf[slice.repository] ?? []) gather(works, chunk, slice, placed, stretch);
    }
  }
  return works;
}

/** Weeks in which a repository is one place. */
type Stretch = Weeks & { place: number };

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

function gather(works: Works, chunk: Chunk, slice: Slice, placed: Int32Array, stretch: Stretch): void {
  const { place, from, to } = stretch;
  const { kind, from: first, countedUntil } = slice;
  const { week, mergeWeek } = chunk;
  const { wide, words: byMerge } = works.merge;
  const { words: byOpening } = works.opening;
  const [word, bit] = [place >>> 5, 1 << (place & 31)];
  const isOpened = kind === 'opened' && week >= from && week <= to;
  for (let row = first; row < countedUntil; row++) {
    const placement = placed[row] ?? NOBODY;
    if (placement === NOBODY) continue;
    const at = placement * wide + word;
    const merged = mergeWeek[row] ?? UNKNOWN;
    if (merged >= from && merged <= to) byMerge[at] = (byMerge[at] ?? 0) | bit;
    if (isOpened) byOpening[at] = (byOpening[at] ?? 0) | bit;
  }
}
