import type { Chunk } from './chunk.ts';

/** A chunk that was made out of another one. */
export type Descent = {
  before: Chunk;
  chunk: Chunk;
  /** Which row of `before` each row is, in the same order; below 0 where it was not there, or was another state of its fact. */
  source: Int32Array;
  /** The rows that are below 0 there. */
  fresh: Uint32Array;
  /** Whether all the others are in the very rows where they were, and nothing else was there. */
  stays: boolean;
};

export function descentOf(before: Chunk, chunk: Chunk, source: Int32Array): Descent {
  const fresh: number[] = [];
  let stays = before.size === chunk.size;
  for (let row = 0; row < source.length; row++) {
    const from = source[row] ?? 0;
    if (from < 0) fresh.push(row);
    else if (from !== row) stays = false;
  }
  return { before, chunk, source, fresh: Uint32Array.from(fresh), stays };
}

/** What each row of a chunk has, taken over from its predecessor's `values`: only new rows are looked at. */
export function takenOver<Values extends Int32Array | Uint8Array>(
  values: Values,
  found: Values,
  { source, fresh, stays }: Descent,
  anew: (row: number) => number,
): Values {
  if (stays) found.set(values);
  else for (let row = 0; row < source.length; row++) found[row] = values[source[row] ?? 0] ?? 0;
  for (const row of fresh) found[row] = anew(row);
  return found;
}
