import type { TeamBasis } from './organisation.ts';
import type { Week } from './week.ts';

/**
 * A membership in whole weeks, of every week in which it has a day; -Infinity: since ever, Infinity: still. An assumed one has
 * no beginning that anybody knows: it counts from the person's first activity.
 */
export type RosterSpell = {
  /** Opaque id. */
  person: string;
  teamId: string;
  basis: Exclude<TeamBasis, 'repository'>;
  from: Week;
  to: Week;
};
