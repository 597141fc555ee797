import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import type { ItemsQuestion } from './items-question.ts';

/** Comes behind every value, in either order. */
export const LAST = 2 ** 31 - 1;

/** What rows are sorted by, ascending whatever the order: whole numbers. */
export function sortKey(question: ItemsQuestion): (chunk: Chunk, row: number) => number {
  const valueAt = sorted(question);
  const sign = question.asked.order === 'asc' ? 1 : -1;
  return (chunk, row) => {
    const value = valueAt(chunk, row);
    return value === UNKNOWN ? LAST : sign * value;
  };
}

function sorted({ asked: { sort }, durations }: ItemsQuestion): (chunk: Chunk, row: number) => number {
  if (sort === 'opened') return ({ openedAt }, row) => openedAt[row] ?? UNKNOWN;
  if (sort === 'merged') return ({ mergedAt }, row) => mergedAt[row] ?? UNKNOWN;
  if (sort === 'lines') return ({ lines }, row) => lines[row] ?? UNKNOWN;
  return durations[sort].itemValue;
}
