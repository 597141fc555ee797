import type { Chunk } from '../facts/columns/chunk.ts';
import { AI_LEVELS, UNKNOWN } from '../facts/columns/column.ts';
import type { Slice } from '../facts/columns/slice.ts';
import type { Works } from './contributors.ts';
import type { Held } from './live.ts';
import { placedWeeks, type Stretch } from './placed-weeks.ts';
import { NOBODY, placementsOf } from './placements.ts';
import { askedRepositories } from './repositories.ts';
import { seenWeeks } from './seen-weeks.ts';
import type { AskedWindow } from './span.ts';
import { noWork, type Work } from './work.ts';

/** All work of one level in which one set of tools took part. */
export type MarkedCell = { level: (typeof AI_LEVELS)[number]; tools: readonly string[]; works: Works };

/** Who has work where, for each level and set of tools by itself: whatever a filter lets pass is put together of these. */
export function markedWork(held: Held, window: AskedWindow): MarkedCell[] {
  const { snapshot } = held;
  const placements = placementsOf(snapshot);
  const many = snapshot.repositories.values.length;
  const { places, of } = placedWeeks(seenWeeks(held, askedRepositories(held, null), window), many);
  const cells = new Map<number, Works>();
  const worksOf = (cell: number): Works => {
    const known = cells.get(cell);
    if (known !== undefined) return known;
    const [merged, mergedSince, opened] = [0, 0, 0].map(() => noWork(placements, places, many));
    if (!merged || !mergedSince || !opened) throw new Error('three were made');
    const made = { merged, mergedSince, opened };
    cells.set(cell, made);
    return made;
  };
  for (const chunk of snapshot.chunks) {
    const placed = placements.rowsOf(chunk);
    for (const slice of chunk.slices) {
      for (const stretch of of[slice.repository] ?? []) gather(worksOf, chunk, slice, placed, stretch);
    }
  }
  return [...cells].map(([cell, works]): MarkedCell => {
    const set = snapshot.toolSets.values[Math.floor(cell / AI_LEVELS.length)];
    const tools: readonly string[] = set === undefined ? [] : JSON.parse(set);
    return { level: AI_LEVELS[cell % AI_LEVELS.length] ?? null, tools, works };
  });
}

/** As `worksOf` gathers all of it. */
function gather(
  worksOf: (cell: number) => Works,
  chunk: Chunk,
  { kind, from: first, countedUntil, mergedUntil, until }: Slice,
  placed: Int32Array,
  { place, from, to }: Stretch,
): void {
  const { week, mergeWeek, aiLevel, toolSet } = chunk;
  const isOpened = kind === 'opened' && week >= from && week <= to;
  const cellOf = (row: number) => (toolSet[row] ?? 0) * AI_LEVELS.length + (aiLevel[row] ?? 0);
  for (let row = first; row < countedUntil; row++) {
    const placement = placed[row] ?? NOBODY;
    if (placement === NOBODY) continue;
    const merged = mergeWeek[row] ?? UNKNOWN;
    const isMerged = merged >= from && merged <= to;
    if (!isMerged && !isOpened) continue;
    const works = worksOf(cellOf(row));
    if (isMerged) put(works.merged, placement, place);
    if (!isOpened) continue;
    put(works.mergedSince, placement, place);
    put(works.opened, placement, place);
  }
  if (!isOpened) return;
  for (let row = mergedUntil; row < until; row++) {
    const placement = placed[row] ?? NOBODY;
    if (placement !== NOBODY) put(worksOf(cellOf(row)).opened, placement, place);
  }
}

function put({ wide, words }: Work, placement: number, place: number): void {
  const at = placement * wide + (place >>> 5);
  words[at] = (words[at] ?? 0) | (1 << (place & 31));
}

/** The work of some cells together; null: of none. */
export function together(works: readonly Work[]): Work | null {
  const [first, ...others] = works;
  if (first === undefined) return null;
  if (others.length === 0) return first;
  const words = first.words.slice();
  for (const other of others) {
    for (let at = 0; at < words.length; at++) words[at] = (words[at] ?? 0) | (other.words[at] ?? 0);
  }
  return { ...first, words };
}
