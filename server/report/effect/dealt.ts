import { drawnOrder } from '../../model/drawn-order.ts';
import type { Rollout } from '../../model/rollout.ts';
import { isCannot, type OrCannot } from '../../stats/cannot.ts';
import { FEW_TEAMS } from '../../stats/decision/verdict-rule.ts';
import { of } from '../../stats/numbers.ts';
import { everyDeal } from '../../stats/panel/every-deal.ts';
import { meanEffect } from '../../stats/panel/mean-effect.ts';
import { randomisation } from '../../stats/panel/randomisation.ts';
import { ALL, EARLY } from '../../stats/panel/targets.ts';
import type { Comparable } from './comparison.ts';
import { isDrawn } from './grade.ts';
import type { Unit } from './units.ts';

/** How often starts that fall to other teams make as large an effect (STATISTICS (0)). */
export type Dealt = {
  /** Of the whole effect. */
  p: OrCannot<number>;
  /** Of the first periods; known where so few teams are compared that a finding needs it. */
  early: OrCannot<number>;
  teams: number;
  /** Orders that were looked at, the real one among them. */
  orders: number;
  /** They are all that there are, so p is exact. */
  isEvery: boolean;
  /** The real order was drawn by lot: the teams that the lot was drawn among. Null: it was chosen. */
  lot: number | null;
};

/** Orders that are drawn where not all can be looked at; with the real one they divide by the levels that are judged at. */
const DRAWS = { few: 999, many: 119 };

/**
 * Randomisation p of a comparison: the starts are dealt out anew among the teams that the lot was drawn among, in the way of that lot,
 * or, where the order was chosen, among all. The same rollout and teams give the same draws.
 */
export function dealtOf(
  { panel, kept, isLog }: Comparable,
  units: readonly Unit[],
  rollout: Rollout,
  zone: string,
): Dealt {
  const ids = kept.map((place) => of(units, place).id);
  const lot = isDrawn(rollout, zone) && rollout.draw !== null ? new Set(rollout.draw.teams) : null;
  const places = ids.flatMap((id, place) => (lot === null || lot.has(id) ? [place] : []));
  const own = places.map((place) => panel.starts[place] ?? 0);
  const isFew = ids.length < FEW_TEAMS;
  const every = everyDeal(own, DRAWS.few);
  const deals =
    every?.filter((deal) => deal.some((start, index) => start !== own[index])) ??
    drawnDeals(
      isFew ? DRAWS.few : DRAWS.many,
      rollout.id,
      places.map((place) => of(ids, place)),
      own,
    );
  const whole = deals.map((deal) => {
    const starts = Float64Array.from(panel.starts);
    places.forEach((place, index) => {
      starts[place] = deal[index] ?? 0;
    });
    return starts;
  });
  const pOf = (target: typeof ALL): OrCannot<number> => {
    const scale = isLog ? 'outcome' : 'percent';
    const found = randomisation(panel, whole, (dealt) => meanEffect(dealt, { ...target, scale }));
    return isCannot(found) ? found : found.p;
  };
  return {
    p: pOf(ALL),
    early: isFew ? pOf(EARLY) : { cannot: 'not identified' },
    teams: ids.length,
    orders: deals.length + 1,
    isEvery: every !== null,
    lot: lot === null ? null : places.length,
  };
}

/** The starts in orders drawn as a rollout's is, each from a seed that follows from the rollout. */
function drawnDeals(
  count: number,
  name: string,
  ids: readonly string[],
  starts: readonly number[],
): number[][] {
  const first = seedOf(name);
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const sorted = starts.toSorted((one, other) => one - other);
  return Array.from({ length: count }, (_, draw) => {
    const dealt = new Array<number>(ids.length).fill(0);
    drawnOrder((first + Math.imul(draw, 0x9e3779b1)) >>> 0, ids).forEach((id, turn) => {
      dealt[placeOf.get(id) ?? 0] = of(sorted, turn);
    });
    return dealt;
  });
}

/** 32 bits of a text (FNV-1a). */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
