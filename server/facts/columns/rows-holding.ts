import type { Chunk } from './chunk.ts';
import type { Dictionaries } from './column.ts';
import { impliedBy, impliedId, placeOf } from './fact-id.ts';

/** Ids that rows are looked for by. */
export type Wanted = {
  /** A bit where a row with such a number and place may be wanted: most rows are passed over without more ado. */
  sieve: Uint32Array;
  /** By repository, the numbers wanted in its place, and what that place adds to find their holes in the sieve. */
  numbers: ReadonlyMap<number, { of: ReadonlySet<number>; salt: number }>;
  ids: ReadonlySet<string>;
};

const SIEVE = 2 ** 19;

export function wantedIds({ repositories, kind }: Dictionaries, ids: readonly string[]): Wanted {
  const sieve = new Uint32Array(SIEVE / 32);
  const places = new Map<string, { of: Set<number>; salt: number }>();
  for (const id of ids) {
    const implied = impliedBy(id, kind);
    if (implied === null) continue;
    const place = places.get(implied.place) ?? { of: new Set(), salt: 7919 * places.size };
    places.set(implied.place, place);
    place.of.add(implied.number);
    const hole = holeOf(place.salt, implied.number);
    sieve[hole >>> 5] = (sieve[hole >>> 5] ?? 0) | (1 << (hole & 31));
  }
  const numbers = new Map<number, { of: Set<number>; salt: number }>();
  if (places.size > 0) {
    repositories.values.forEach((id, repository) => {
      const place = places.get(placeOf(id, kind));
      if (place !== undefined) numbers.set(repository, place);
    });
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
      const hole = holeOf(wanted.salt, its);
      if ((((sieve[hole >>> 5] ?? 0) >>> (hole & 31)) & 1) === 0) continue;
      if (wanted.of.has(its) && !ids.has(row)) rows.add(row);
    }
  }
  for (const [row, id] of ids) if (own.has(id)) rows.add(row);
  return rows;
}

function holeOf(salt: number, number: number): number {
  return (number + salt) & (SIEVE - 1);
}

/** The id of the fact in a row. */
export function idOf({ repositories, kind }: Dictionaries, chunk: Chunk, row: number): string {
  const repositoryId = repositories.values[chunk.repository[row] ?? -1] ?? '';
  return chunk.ids.get(row) ?? impliedId({ repositoryId, number: chunk.number[row] ?? 0 }, kind) ?? '';
}
