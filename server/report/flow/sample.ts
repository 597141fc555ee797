import type { Chunk } from '../../facts/columns/chunk.ts';

/** A row of a chunk. */
export type Place = { chunk: Chunk; row: number };

/**
 * Some of many rows, the same whenever they are asked for: those whose ids have the smallest hashes. What is added later pushes out few,
 * and a row that is shown by a wide question is shown by every narrower one that has it.
 */
export type Sample = {
  add(chunk: Chunk, row: number): void;
  taken(): Place[];
};

/**
 * @param most how many are taken at most
 * @param of how many are expected; more may come
 */
export function sampleOf(most: number, of: number, repositories: readonly string[]): Sample {
  const seeds = Int32Array.from(repositories, textHash);
  // So that hardly any row has to be kept to be sorted away: a fifth more than wanted passes.
  let bound = of <= most ? 2 ** 32 : Math.ceil((1.2 * most * 2 ** 32) / of);
  let kept: (Place & { hash: number })[] = [];

  function narrow(): void {
    kept.sort((one, other) => one.hash - other.hash);
    kept = kept.slice(0, most);
    bound = kept.at(-1)?.hash ?? bound;
  }

  return {
    add(chunk, row) {
      const hash = mixed(
        (seeds[chunk.repository[row] ?? 0] ?? 0) ^ Math.imul(chunk.number[row] ?? 0, 0x9e3779b1),
      );
      if (hash > bound) return;
      kept.push({ chunk, row, hash });
      if (kept.length >= 4 * most) narrow();
    },
    taken() {
      narrow();
      return kept.map(({ chunk, row }) => ({ chunk, row }));
    },
  };
}

/** FNV-1a of 32 bits. */
function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** The last steps of MurmurHash3: every bit of the number moves about half of the others. */
function mixed(number: number): number {
  let hash = number ^ (number >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
