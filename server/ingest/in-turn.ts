import type { Instant } from '../model/instant.ts';
import { type Asked, nameOf } from './sources.ts';

/**
 * Who has waited longest goes first, so that a budget which is always spent by one source starves no other; those that were never
 * begun before all, in their own order.
 * @param begun when each was begun last, by its name
 */
export function inTurn(all: readonly Asked[], begun: ReadonlyMap<string, Instant>): Asked[] {
  const last = (asked: Asked) => begun.get(nameOf(asked)) ?? Number.NEGATIVE_INFINITY;
  return all.toSorted((one, other) => {
    const [mine, theirs] = [last(one), last(other)];
    return mine === theirs ? 0 : mine - theirs;
  });
}
