import type { Chunk } from './chunk.ts';
import type { Descent } from './descent.ts';

type Cache = { carryOver(descent: Descent): void; forgetUnasked(): void };
const caches: Cache[] = [];

/** The chunk that is being made anew: whatever is asked of it meanwhile is carried over first. */
let making: Descent | null = null;

/** So many sweeps what nobody asks for is kept. */
const PATIENCE = 600;

/**
 * What follows from a chunk and a key: found once, when it is first asked for, for chunks never change. When a chunk is made anew it
 * is carried over at once, out of what its predecessor had, so that no question has to wait for it; null: it is found again when
 * it is asked for. A key that has not been asked for in a long time is forgotten with all that was found for it.
 */
export function perChunk<Key, Value>(
  find: (chunk: Chunk, key: Key) => Value,
  carry: ((value: Value, descent: Descent, key: Key) => Value) | null,
): (chunk: Chunk, key: Key) => Value {
  const known = new Map<Key, { values: WeakMap<Chunk, Value>; unasked: number }>();

  function carried(values: WeakMap<Chunk, Value>, chunk: Chunk, key: Key): Value | undefined {
    if (carry === null || making?.chunk !== chunk) return undefined;
    const before = values.get(making.before);
    return before === undefined ? undefined : carry(before, making, key);
  }

  caches.push({
    carryOver({ chunk }) {
      for (const [key, { values }] of known) {
        if (values.has(chunk)) continue;
        const value = carried(values, chunk, key);
        if (value !== undefined) values.set(chunk, value);
      }
    },
    forgetUnasked() {
      for (const [key, of] of known) {
        of.unasked += 1;
        if (of.unasked > PATIENCE) known.delete(key);
      }
    },
  });
  return (chunk, key) => {
    const of = known.get(key) ?? { values: new WeakMap<Chunk, Value>(), unasked: 0 };
    known.set(key, of);
    if (making === null) of.unasked = 0;
    const before = of.values.get(chunk);
    if (before !== undefined) return before;
    const value = carried(of.values, chunk, key) ?? find(chunk, key);
    of.values.set(chunk, value);
    return value;
  };
}

/** Carries over whatever is known of a chunk to the one made out of it. */
export function carryOver(descent: Descent): void {
  making = descent;
  try {
    for (const cache of caches) cache.carryOver(descent);
  } finally {
    making = null;
  }
}

/** Called about once a second. */
export function forgetUnasked(): void {
  for (const cache of caches) cache.forgetUnasked();
}
