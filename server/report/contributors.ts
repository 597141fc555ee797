import type { Chunk } from '../facts/columns/chunk.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import type { Slice } from '../facts/columns/slice.ts';
import type { Held } from './live.ts';
import { NOW, type OpenSpells, openSpells } from './open-spells.ts';
import { type PlacedWeeks, placedWeeks, type Stretch } from './placed-weeks.ts';
import { NOBODY, placementsOf } from './placements.ts';
import { askedRepositories } from './repositories.ts';
import { seenAtEnds, seenWeeks } from './seen-weeks.ts';
import type { AskedWindow } from './span.ts';
import { noWork, type Work } from './work.ts';

/** What was merged in a window and, by the week of opening, what of it is merged by now, and all of it. */
export type Works = Record<'merged' | 'mergedSince' | 'opened', Work>;

/** What was open and ready for review at the end of a week of the window; what was open then, or is so now, drafts too. */
export type OpenWorks = Record<'ready' | 'open', Work>;

/** Who has work where, by their numbers; work of unknown people is nobody's. */
export function worksOf(held: Held, window: AskedWindow): Works {
  const { snapshot } = held;
  const placements = placementsOf(snapshot);
  const many = snapshot.repositories.values.length;
  const { places, of } = placedWeeks(seenWeeks(held, askedRepositories(held, null), window), many);
  const works: Works = {
    merged: noWork(placements, places, many),
    mergedSince: noWork(placements, places, many),
    opened: noWork(placements, places, many),
  };
  for (const chunk of snapshot.chunks) {
    const placed = placements.rowsOf(chunk);
    for (const slice of chunk.slices) {
      for (const stretch of of[slice.repository] ?? []) gather(works, chunk, slice, placed, stretch);
    }
  }
  return works;
}

/** The same of what is open. */
export function openWorksOf(held: Held, window: AskedWindow): OpenWorks {
  const { snapshot } = held;
  const placements = placementsOf(snapshot);
  const many = snapshot.repositories.values.length;
  const all = askedRepositories(held, null);
  const atEnds = placedWeeks(seenAtEnds(held, all, seenWeeks(held, all, window)), many, NOW);
  const works: OpenWorks = {
    ready: noWork(placements, atEnds.places, many),
    open: noWork(placements, atEnds.places, many),
  };
  for (const chunk of snapshot.chunks) {
    gatherOpen(works, chunk, openSpells(chunk, snapshot.weeks), placements.rowsOf(chunk), atEnds);
  }
  return works;
}

function gather(works: Works, chunk: Chunk, slice: Slice, placed: Int32Array, stretch: Stretch): void {
  const { place, from, to } = stretch;
  const { week, mergeWeek } = chunk;
  const isOpened = slice.kind === 'opened' && week >= from && week <= to;
  for (let row = slice.from; row < slice.countedUntil; row++) {
    const placement = placed[row] ?? NOBODY;
    if (placement === NOBODY) continue;
    const merged = mergeWeek[row] ?? UNKNOWN;
    if (merged >= from && merged <= to) put(works.merged, placement, place);
    if (!isOpened) continue;
    put(works.mergedSince, placement, place);
    put(works.opened, placement, place);
  }
  if (!isOpened) return;
  for (let row = slice.mergedUntil; row < slice.until; row++) {
    const placement = placed[row] ?? NOBODY;
    if (placement !== NOBODY) put(works.opened, placement, place);
  }
}

function gatherOpen(
  { ready, open }: OpenWorks,
  { repository }: Chunk,
  { rows, opened, ...spells }: OpenSpells,
  placed: Int32Array,
  { of }: PlacedWeeks,
): void {
  rows.forEach((row, at) => {
    const placement = placed[row] ?? NOBODY;
    if (placement === NOBODY) return;
    const [readyIn, until] = [spells.ready[at] ?? 0, spells.until[at] ?? 0];
    for (const { place, from, to } of of[repository[row] ?? UNKNOWN] ?? []) {
      if (until <= from || opened > to) continue;
      put(open, placement, place);
      if (to !== NOW && readyIn <= to && readyIn < until) put(ready, placement, place);
    }
  });
}

function put({ wide, words }: Work, placement: number, place: number): void {
  const at = placement * wide + (place >>> 5);
  words[at] = (words[at] ?? 0) | (1 << (place & 31));
}
