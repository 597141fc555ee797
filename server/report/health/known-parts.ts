import type { CoveragePart } from '../../contract/health.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { type ColumnName, UNKNOWN } from '../../facts/columns/column.ts';
import { type Selection, slicesAsked } from '../../metrics/selection.ts';
import type { Held } from '../live.ts';

/** Something that a column knows of an item, and that is no measure's to ask. */
export type KnownPart = Pick<CoveragePart, 'id' | 'name'> & {
  column: ColumnName;
  /** What the column holds of an item that has none. */
  none: number;
  why: string;
  todo: string;
};

/** The merged or finished items of a selection that take part in measures, and how many of them have each part. */
export function knownParts(
  { snapshot }: Held,
  selection: Selection,
  parts: readonly KnownPart[],
): { of: number; parts: CoveragePart[] } {
  const known = parts.map(() => 0);
  let of = 0;
  for (const chunk of snapshot.chunks) {
    for (const row of mergedIn(chunk, selection)) {
      of += 1;
      for (const [at, { column, none }] of parts.entries())
        if (chunk[column][row] !== none) known[at] = (known[at] ?? 0) + 1;
    }
  }
  return {
    of,
    parts: parts.map(({ id, name, why, todo }, at) => {
      const n = known[at] ?? 0;
      const missing = n === of ? [] : [{ count: of - n, why, todo }];
      return { id, name, n, of, share: of === 0 ? null : n / of, missing };
    }),
  };
}

function* mergedIn(chunk: Chunk, selection: Selection): Generator<number> {
  const { from, to } = selection;
  for (const slice of slicesAsked(chunk, selection)) {
    for (let row = slice.from; row < slice.countedUntil; row += 1) {
      const week = chunk.mergeWeek[row] ?? UNKNOWN;
      if (week >= from && week <= to) yield row;
    }
  }
}
