import { dayOf } from './day.ts';
import type { Rollout } from './rollout.ts';

/**
 * The order of some teams that follows from a seed (a whole number of 32 bits): their ids sorted, then shuffled by Fisher and Yates with
 * Tommy Ettinger's mulberry32. Whoever has the seed can draw it again.
 */
export function drawnOrder(seed: number, teams: readonly string[]): string[] {
  const order = [...new Set(teams)].sort();
  const draw = uniform(seed);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const at = Math.floor(draw() * (last + 1));
    const [one, other] = [order[last], order[at]];
    if (one === undefined || other === undefined) break;
    order[last] = other;
    order[at] = one;
  }
  return order;
}

/**
 * Whether the starts of a rollout obey the order that was drawn for them. `none`: none was; `waiting`: no drawn team has a date yet;
 * `kept`; else what is against it, first of all: the record does not follow from its seed, a start lies before the draw or on its day,
 * or a team starts although one drawn before it has no date or a later one.
 */
export type OrderKept = 'none' | 'waiting' | 'kept' | 'not-from-seed' | 'before-draw' | 'out-of-order';

/** @param zone whose days the starts are */
export function orderKept({ starts, draw }: Pick<Rollout, 'starts' | 'draw'>, zone: string): OrderKept {
  if (draw === null) return 'none';
  const { at, seed, teams } = draw;
  if (drawnOrder(seed, teams).join() !== teams.join()) return 'not-from-seed';
  const dayOfTeam = new Map(starts.map(({ teamId, day }) => [teamId, day]));
  const days = teams.map((team) => dayOfTeam.get(team) ?? null);
  const dated = days.filter((day) => day !== null);
  if (dated.length === 0) return 'waiting';
  const drawnOn = dayOf(at, zone);
  if (dated.some((day) => day <= drawnOn)) return 'before-draw';
  const inOrder = days.every((day, index) => {
    const before = index === 0 ? '' : days[index - 1];
    return day === null || (before !== null && before !== undefined && before <= day);
  });
  return inOrder ? 'kept' : 'out-of-order';
}

/** Numbers from 0 to below 1. */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}
