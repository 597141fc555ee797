import type { Week } from '../../model/week.ts';
import type { StartingTeam } from './team-starts.ts';

/** Fewest full weeks on each side of a start (STATISTICS (a)). */
export const FEWEST_WEEKS = 8;

/** The full weeks that are known: from the first up to, without, `end`. */
export type KnownWeeks = { first: Week; end: Week };

/** A team, by its place, with as many full weeks before its start as after it. */
export type OwnWeeks = { place: number; start: Week; weeks: number };

/** The teams asked about that have begun, each with its own weeks; `most` on each side. */
export function startedWeeks(teams: readonly StartingTeam[], known: KnownWeeks, most: number): OwnWeeks[] {
  return teams.flatMap(({ start, asked }, place) =>
    asked && start !== null && start < known.end ? [ownWeeks(place, start, known, most)] : [],
  );
}

/**
 * Teams that have not begun by the end, over the weeks before and after one week for all of them: that in which the middle one of those
 * that have begun did.
 */
export function othersWeeks(
  teams: readonly StartingTeam[],
  started: readonly OwnWeeks[],
  known: KnownWeeks,
  most: number,
): OwnWeeks[] {
  const starts = started.map(({ start }) => start).sort((one, other) => one - other);
  const middle = starts[Math.floor((starts.length - 1) / 2)];
  if (middle === undefined) return [];
  return teams.flatMap(({ start }, place) =>
    start === null || start >= known.end ? [ownWeeks(place, middle, known, most)] : [],
  );
}

function ownWeeks(place: number, start: Week, { first, end }: KnownWeeks, most: number): OwnWeeks {
  return { place, start, weeks: Math.max(0, Math.min(start - first, end - start, most)) };
}

export function longEnough({ weeks }: OwnWeeks): boolean {
  return weeks >= FEWEST_WEEKS;
}
