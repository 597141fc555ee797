import { dayOf, isDay } from '../model/day.ts';
import { drawnOrder } from '../model/drawn-order.ts';
import { QuestionError } from '../model/errors.ts';
import { DAY, type Instant } from '../model/instant.ts';
import type { RolloutStart } from '../model/rollout.ts';
import { teamNames } from '../people/team-id.ts';
import type { Decide } from './decided.ts';
import { rolloutEdit } from './rollout-edit.ts';
import { theRollout } from './rollouts.ts';
import { several } from './roster.ts';

/** Which teams an order is drawn for; with dates, the order is laid on the calendar at once. */
export type DrawPlan = {
  teams: readonly string[];
  dates: {
    /** ISO day of the first start; after the draw. */
    first: string;
    /** Weeks from one start to the next. */
    weeksApart: number;
    /** Teams that start together. */
    together: number;
  } | null;
};

/** One team has no order. */
const FEWEST = 2;

/**
 * Draws the order in which teams start, from a seed, and keeps both. Only teams that have not started can be drawn. Their planned
 * dates give way: to those of the plan, else to none, since an order that is drawn and not obeyed is worth nothing.
 */
export function drawnRollout(id: string, plan: DrawPlan, seed: number, at: Instant, zone: string): Decide {
  return ({ rows }) => {
    const before = theRollout(rows, id);
    const today = dayOf(at, zone);
    refuseTeams(plan.teams, before.starts, teamNames(rows.teams, rows.accountTeams), today);
    if (plan.dates !== null) refuseDates(plan.dates, today);
    const order = drawnOrder(seed, plan.teams);
    const drawn = order.map((teamId, index) => ({ teamId, day: dayOfTurn(plan.dates, index) }));
    const starts = [...before.starts.filter(({ teamId }) => !order.includes(teamId)), ...drawn].sort(
      (one, other) => (one.teamId < other.teamId ? -1 : 1),
    );
    const rollout = { ...before, starts, draw: { at, seed, teams: order } };
    const again = before.draw === null ? '' : ', in place of the one drawn before';
    return {
      notes: [],
      edit: {
        ...rolloutEdit(
          rows.rollouts.map((one) => (one.id === id ? rollout : one)),
          before,
        ),
        summary: `The order of ${several(order.length, 'team')} in the rollout "${before.name}" was drawn by lot (seed ${seed})${again}.`,
      },
    };
  };
}

function refuseTeams(
  teams: readonly string[],
  starts: readonly RolloutStart[],
  names: ReadonlyMap<string, string>,
  today: string,
): void {
  if (new Set(teams).size < FEWEST) {
    throw new QuestionError('too-few-teams', 'Choose two teams or more: one team has no order.', 'teams');
  }
  for (const id of teams) {
    const name = names.get(id);
    if (name === undefined) throw new QuestionError('unknown-team', `There is no team "${id}".`, 'teams');
    const day = starts.find(({ teamId }) => teamId === id)?.day ?? null;
    if (day !== null && day <= today) {
      throw new QuestionError('has-started', `${name} has started already, on ${day}.`, 'teams');
    }
  }
}

function refuseDates({ first, weeksApart, together }: NonNullable<DrawPlan['dates']>, today: string): void {
  if (!isDay(first))
    throw new QuestionError('bad-draw', `"${first}" is no day; write it as 2026-08-10.`, 'first');
  if (first <= today) {
    throw new QuestionError(
      'bad-draw',
      `The first start has to lie after the draw: after ${today}.`,
      'first',
    );
  }
  const whole = [weeksApart, together].every(
    (count) => Number.isInteger(count) && count >= 1 && count <= 100,
  );
  if (!whole)
    throw new QuestionError('bad-draw', 'Weeks and teams are whole numbers from 1 to 100.', 'weeksApart');
}

function dayOfTurn(dates: DrawPlan['dates'], index: number): string | null {
  if (dates === null) return null;
  const weeks = Math.floor(index / dates.together) * dates.weeksApart;
  return new Date(Date.parse(`${dates.first}T00:00:00Z`) + weeks * 7 * DAY).toISOString().slice(0, 10);
}
