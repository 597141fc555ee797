import type { Week } from '../../model/week.ts';
import { chance, cycled, purpose, seedOf } from './chance.ts';
import type { Demo } from './config.ts';
import { type TeamWeek, teamWeek } from './effect.ts';
import { type Rollout, rollouts, WEEKS } from './rollout.ts';
import { weatherOf } from './weather.ts';

export type Team = {
  index: number;
  seed: number;
  /** `payments` */
  slug: string;
  name: string;
  /** Of its issues: `PAY` in `PAY-123`. */
  key: string;
  rollout: Rollout;
  /** One a week, from the first week of the data to the one in which they end. */
  weeks: readonly TeamWeek[];
  /** Logarithm by which everything takes longer or shorter here than elsewhere. */
  pace: number;
  /** How many times as many pull requests a person opens here. */
  output: number;
  /** Before the start, the shares of merges without a review and of pull requests that name an issue. */
  unreviewed: number;
  keyed: number;
  /** Seats. */
  people: number;
  /** Where most of its people are: one of six places. */
  home: number;
};

const NAMES =
  'Payments Checkout Search Catalogue Accounts Messaging Logistics Pricing Insights Platform Mobile Storefront'.split(
    ' ',
  );
const SEATS = [10, 9, 11, 8, 12, 10, 10, 11, 9, 10, 12, 8];

/** Twelve teams, or twelve times as many as the size says; a smaller size makes them smaller. */
export function teamsOf(demo: Demo, first: Week): Team[] {
  const dozens = Math.max(1, Math.round(demo.size));
  const crowd = Math.min(1, demo.size);
  return Array.from({ length: dozens }, (_, dozen) =>
    rollouts(demo, dozen, first).map((rollout, place) =>
      teamOf(demo, rollout, { dozen, place, crowd, first }),
    ),
  ).flat();
}

type Where = { dozen: number; place: number; crowd: number; first: Week };

function teamOf(demo: Demo, rollout: Rollout, { dozen, place, crowd, first }: Where): Team {
  const index = dozen * 12 + place;
  const seed = seedOf(demo.seed, purpose.team, index);
  const draws = chance(seed);
  const base = cycled(NAMES, place);
  const letters = base.slice(0, 3).toUpperCase();
  const name = dozen === 0 ? base : `${base} ${dozen + 1}`;
  const weeks = weatherOf(seed, WEEKS + 1).map((weather, week) =>
    teamWeek(demo, rollout, weather, first, first + week),
  );
  return {
    index,
    seed,
    slug: name.toLowerCase().replace(' ', '-'),
    name,
    key: dozen === 0 ? letters : `${letters}${dozen + 1}`,
    rollout,
    weeks,
    pace: 0.15 * draws.normal(),
    output: Math.exp(0.1 * draws.normal()),
    unreviewed: draws.between(0.03, 0.09),
    keyed: draws.between(0.55, 0.9),
    people: Math.max(1, Math.round(cycled(SEATS, place) * crowd)),
    home: draws.below(6),
  };
}
