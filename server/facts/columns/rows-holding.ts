import type { Chunk } from './chunk.ts';
import type { Dictionaries } from './column.ts';
import { impliedBy, impliedId } from './fact-id.ts';

/** Ids that rows are looked for by. */
export type Wanted = {
  /** A bit where a row with such a number and repository may be wanted: most rows are passed over without more ado. */
  sieve: Uint32Array;
  /** Numbers by repository. */
  numbers: ReadonlyMap<number, ReadonlySet<number>>;
  ids: ReadonlySet<string>;
};

const SIEVE = 2 ** 19;

export function wantedIds({ repositories }: Dictionaries, ids: readonly string[]): Wanted {
  const sieve = new Uint32Array(SIEVE / 32);
  const numbers = new Map<number, Set<number>>();
  for (const id of ids) {
    const implied = impliedBy(id);
    const repository = implied === null ? undefined : repositories.find(implied.repositoryId);
    if (implied === null || repository === undefined) continue;
    const hole = holeOf(repository, implied.number);
    sieve[hole >>> 5] = (sieve[hole >>> 5] ?? 0) | (1 << (hole & 31));
    const known = numbers.get(repository);
    if (known === undefined) numbers.set(repository, new Set([implied.number]));
    else known.add(implied.number);
  }
  return { sieve, numbers, ids: new Set(ids) };
}

/**
 * The rows that hold facts of these ids. Looks through all of them: an index by id would be as large as the columns themselves, and
 * this costs some milliseconds at a million.
 */
export function rowsHolding(
  { slices, number, ids }: Chunk,
  { sieve, numbers, ids: own }: Wanted,
): Set<number> {
  const rows = new Set<number>();
  for (const { repository, kind, from, until } of slices) {
    const wanted = numbers.get(repository);
    if (wanted === undefined || kind === 'push') continue;
    for (let row = from; row < until; row++) {
      const its = number[row] ?? 0;
      const hole = holeOf(repository, its);
      if ((((sieve[hole >>> 5] ?? 0) >>> (hole & 31)) & 1) === 0) continue;
      if (wanted.has(its) && !ids.has(row)) rows.add(row);
    }
  }
  for (const [row, id] of ids) if (own.has(id)) rows.add(row);
  return rows;
}

function holeOf(repository: number, number: number): number {
  return (number + repository * 7919) & (SIEVE - 1);
}

/** The id of the fact in a row. */
export function idOf({ repositories }: Dictionaries, chunk: Chunk, row: number): string {
  const repositoryId = repositories.values[chunk.repository[row] ?? -1] ?? '';
  return chunk.ids.get(row) ?? impliedId({ repositoryId, number: chunk.number[row] ?? 0 }) ?? '';
}
