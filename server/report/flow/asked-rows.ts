import type { Chunk } from '../../facts/columns/chunk.ts';
import { LEFT_OUT, UNKNOWN } from '../../facts/columns/column.ts';
import type { Snapshot } from '../../facts/columns/snapshot.ts';
import type { LeftOut } from '../../facts/pull-request-fact.ts';
import { markedRows } from '../../metrics/marks.ts';
import { type Selection, slicesAsked } from '../../metrics/selection.ts';

/** Merged pull requests of one chunk that take part in measures and are asked about. */
export type ChunkRows = {
  chunk: Chunk;
  rows: Int32Array;
  /** The week of each, counted from the selection's first. */
  weeks: Uint16Array;
};

/** What takes no part and is counted beside it, by why. */
export type LeftOutCounts = Record<'automation' | 'long-lived-branch' | 'back-port', number>;

export type Asked = { chunks: readonly ChunkRows[]; leftOut: LeftOutCounts };

/** Looked for once: a question that looks at several metrics looks at the same rows for each. */
export function askedRows({ chunks }: Snapshot, selection: Selection): Asked {
  const codes = new Int32Array(LEFT_OUT.length);
  const found = chunks.map((chunk) => rowsOf(chunk, selection, codes));
  const of = (reason: LeftOut) => codes[LEFT_OUT.indexOf(reason)] ?? 0;
  return {
    chunks: found.filter(({ rows }) => rows.length > 0),
    leftOut: {
      automation: of('automation'),
      'long-lived-branch': of('long-lived-branch'),
      'back-port': of('back-port'),
    },
  };
}

/** Counts what is left out into `leftOutCounts`, by its code. */
function rowsOf(chunk: Chunk, selection: Selection, leftOutCounts: Int32Array): ChunkRows {
  const { from, to, teams, by } = selection;
  const opening = by === 'opening';
  if (opening && (chunk.week < from || chunk.week > to)) return nothingOf(chunk);
  const { mergeWeek, teamSet, leftOut, size } = chunk;
  const marked = markedRows(chunk, selection.marks);
  const rows = new Int32Array(size);
  const weeks = new Uint16Array(size);
  let found = 0;
  for (const slice of slicesAsked(chunk, selection)) {
    for (let row = slice.from; row < slice.mergedUntil; row++) {
      const week = opening ? chunk.week : (mergeWeek[row] ?? UNKNOWN);
      if (week < from || week > to) continue;
      if (teams !== null && teams[teamSet[row] ?? 0] !== 1) continue;
      if (marked !== null && marked[row] !== 1) continue;
      const code = leftOut[row] ?? 0;
      leftOutCounts[code] = (leftOutCounts[code] ?? 0) + 1;
      if (code !== 0) continue;
      rows[found] = row;
      weeks[found] = week - from;
      found += 1;
    }
  }
  return { chunk, rows: rows.subarray(0, found), weeks: weeks.subarray(0, found) };
}

function nothingOf(chunk: Chunk): ChunkRows {
  return { chunk, rows: new Int32Array(0), weeks: new Uint16Array(0) };
}
