import { type Columns, isPush, UNKNOWN } from './column.ts';

/**
 * Rows of a chunk that lie together: those of one repository and one kind. `unopened` are pull requests of which nobody knows
 * when they were opened (a clone's). Merged ones come first, and of them those that take part in measures: a scan has to look
 * at no others, and a processor that guesses what the next row is like is seldom wrong.
 */
export type Slice = {
  repository: number;
  kind: 'opened' | 'push' | 'unopened';
  /** First row, the row after the last merged one that takes part, after the last merged one, and after the last. */
  from: number;
  countedUntil: number;
  mergedUntil: number;
  until: number;
};

const KINDS = ['opened', 'push', 'unopened'] as const;
/** Merged and taking part, merged and left out, not merged. */
const PLACES = 3;

/** The rows of columns in the order in which a chunk has them, which is that of their slices. */
export function byRepository(columns: Columns, size: number): Uint32Array {
  const keys = new Uint32Array(size);
  for (let row = 0; row < size; row++) keys[row] = placeKey(columns, row);
  const next = new Uint32Array(keys.reduce((most, key) => Math.max(most, key), 0) + 2);
  for (const key of keys) next[key + 1] = (next[key + 1] ?? 0) + 1;
  for (let key = 1; key < next.length; key++) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0);
  const order = new Uint32Array(size);
  keys.forEach((key, row) => {
    const place = next[key] ?? 0;
    order[place] = row;
    next[key] = place + 1;
  });
  return order;
}

/** Grows along the rows of a chunk; what lies at the same key may lie in any order. */
export function placeKey(columns: Columns, row: number): number {
  return sliceKey(columns, row) * PLACES + placeWithin(columns, row);
}

/** The slices of columns whose rows lie in that order. */
export function slicesOf(columns: Columns): Slice[] {
  const slices: Slice[] = [];
  let current: Slice | undefined;
  let last = -1;
  for (let row = 0; row < columns.repository.length; row++) {
    const key = sliceKey(columns, row);
    if (current === undefined || key !== last) {
      const kind = KINDS[key % KINDS.length] ?? 'unopened';
      const repository = Math.floor(key / KINDS.length);
      current = { repository, kind, from: row, countedUntil: row, mergedUntil: row, until: row };
      slices.push(current);
      last = key;
    }
    current.until = row + 1;
    if (columns.mergedAt[row] === UNKNOWN) continue;
    current.mergedUntil = row + 1;
    if (columns.leftOut[row] === 0) current.countedUntil = row + 1;
  }
  return slices;
}

function sliceKey({ repository, leftOut, openedAt }: Columns, row: number): number {
  const kind = isPush(leftOut[row] ?? 0) ? 1 : openedAt[row] === UNKNOWN ? 2 : 0;
  return (repository[row] ?? 0) * KINDS.length + kind;
}

function placeWithin({ mergedAt, leftOut }: Columns, row: number): number {
  if (mergedAt[row] === UNKNOWN) return 2;
  return leftOut[row] === 0 ? 0 : 1;
}
