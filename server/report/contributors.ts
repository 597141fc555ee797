import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import type { Slice } from '../facts/columns/slice.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import { NOBODY, placementsOf } from './placements.ts';
import type { Seen, Weeks } from './seen-weeks.ts';
import { noWork, type SeenIn, type Work } from './work.ts';

/** The same work by the week of its merge and by that of its opening. */
export type Works = { merge: Work; opening: Work };

/** Who has work in some repositories, by their numbers; work of unknown people is nobody's. */
export function worksOf(snapshot: Snapshot, seenOf: ReadonlyMap<number, Seen>): Works {
  const placements = placementsOf(snapshot);
  const many = snapshot.repositories.values.length;
  const stretchesOf = Array.from({ length: many }, (_, number) => stretches(seenOf.get(number)));
  const apart = stretchesOf.some((some) => some.some(({ seen }) => seen !== 'both'));
  const works = { merge: noWork(placements, many, apart), opening: noWork(placements, many, apart) };
  for (const chunk of snapshot.chunks) {
    const placed = placements.rowsOf(chunk);
    for (const slice of chunk.slices) {
      for (const stretch of stretchesOf[slice.repository] ?? []) gather(works, chunk, slice, placed, stretch);
    }
  }
  return works;
}

/** Weeks in which a repository is seen alike. */
type Stretch = Weeks & { seen: SeenIn };

function stretches({ total, own }: Seen = { total: null, own: null }): Stretch[] {
  const [inTotal, inOwn] = [total ?? NEVER, own ?? NEVER];
  const both = { from: Math.max(inTotal.from, inOwn.from), to: Math.min(inTotal.to, inOwn.to) };
  const without = ({ from, to }: Weeks) =>
    both.from > both.to
      ? [{ from, to }]
      : [
          { from, to: both.from - 1 },
          { from: both.to + 1, to },
        ];
  return [
    { seen: 'both' as const, ...both },
    ...without(inTotal).map((weeks) => ({ seen: 'total' as const, ...weeks })),
    ...without(inOwn).map((weeks) => ({ seen: 'own' as const, ...weeks })),
  ].filter(({ from, to }) => from <= to);
}

const NEVER: Weeks = { from: 1, to: 0 };

function gather(works: Works, chunk: Chunk, slice: Slice, placed: Int32Array, stretch: Stretch): void {
  const { seen, from, to } = stretch;
  const { merge, opening } = works;
  const { repository, kind, from: first, countedUntil } = slice;
  const { week, mergeWeek } = chunk;
  const [wide, word, bit] = [merge.wide, repository >>> 5, 1 << (repository & 31)];
  const isOpened = kind === 'opened' && week >= from && week <= to;
  const [byMerge, byOpening] = [merge[seen], opening[seen]];
  for (let row = first; row < countedUntil; row++) {
    const placement = placed[row] ?? NOBODY;
    if (placement === NOBODY) continue;
    const at = placement * wide + word;
    const merged = mergeWeek[row] ?? UNKNOWN;
    if (merged >= from && merged <= to) byMerge[at] = (byMerge[at] ?? 0) | bit;
    if (isOpened) byOpening[at] = (byOpening[at] ?? 0) | bit;
  }
}
