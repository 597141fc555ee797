import type { Chunk } from '../../facts/columns/chunk.ts';
import { type Dictionaries, UNKNOWN } from '../../facts/columns/column.ts';
import { impliedBy } from '../../facts/columns/fact-id.ts';
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

/** The order of ids is the same whenever the columns are built; that of the dictionary is not. */
export function placesIn({ repositories }: Dictionaries): Places {
  const order = [...repositories.values.keys()].sort((one, other) =>
    (repositories.values[one] ?? '') < (repositories.values[other] ?? '') ? -1 : 1,
  );
  const ranks = new Int32Array(order.length);
  order.forEach((repository, rank) => {
    ranks[repository] = rank;
  });
  return {
    of: (chunk, row, key) => ({
      key,
      rank: ranks[chunk.repository[row] ?? 0] ?? 0,
      number: chunk.number[row] ?? UNKNOWN,
      ownId: chunk.ids.get(row) ?? '',
    }),
    at({ key, id }) {
      const implied = impliedBy(id);
      const [repositoryId, number, ownId] =
        implied === null
          ? [id.slice(0, Math.max(0, id.lastIndexOf('@'))), UNKNOWN, id]
          : [implied.repositoryId, implied.number, ''];
      return { key, rank: ranks[repositories.find(repositoryId) ?? -1] ?? -1, number, ownId };
    },
  };
}
