import type { Chunk } from '../../facts/columns/chunk.ts';
import { type Dictionaries, UNKNOWN } from '../../facts/columns/column.ts';
import { impliedBy, placeOf } from '../../facts/columns/fact-id.ts';
import type { Cursor } from './cursor.ts';

/** Where an item stands in a sorted list; no two stand at the same place. */
export type Place = {
  /** What the list is sorted by. */
  key: number;
  /** Of several with one key: by repository, in the order of their ids. */
  rank: number;
  /** Then by number; what has none by its id. */
  number: number;
  ownId: string;
};

/** Below zero where one stands before the other. */
export function byPlace(one: Place, other: Place): number {
  if (one.key !== other.key) return one.key - other.key;
  if (one.rank !== other.rank) return one.rank - other.rank;
  if (one.number !== other.number) return one.number - other.number;
  return one.ownId === other.ownId ? 0 : one.ownId < other.ownId ? -1 : 1;
}

export type Places = {
  of(chunk: Chunk, row: number, key: number): Place;
  /** Where an item stands or stood; it may be gone since. */
  at(cursor: Cursor): Place;
};

/**
 * The order of ids is the same whenever the columns are built; that of the dictionary is not. Issues stand by their tracker, since
 * they keep their number in it when they move to another project.
 */
export function placesIn({ repositories, kind }: Dictionaries): Places {
  const own = repositories.values.map((id) => placeOf(id, kind));
  const rankOf = new Map([...new Set(own)].sort().map((place, rank) => [place, rank]));
  const ranks = Int32Array.from(own, (place) => rankOf.get(place) ?? 0);
  return {
    of: (chunk, row, key) => ({
      key,
      rank: ranks[chunk.repository[row] ?? 0] ?? 0,
      number: chunk.number[row] ?? UNKNOWN,
      ownId: chunk.ids.get(row) ?? '',
    }),
    at({ key, id }) {
      const implied = impliedBy(id, kind);
      const [place, number, ownId] =
        implied === null
          ? [id.slice(0, Math.max(0, id.lastIndexOf('@'))), UNKNOWN, id]
          : [implied.place, implied.number, ''];
      return { key, rank: rankOf.get(place) ?? -1, number, ownId };
    },
  };
}
