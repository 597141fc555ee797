import { UNKNOWN } from '../../facts/columns/column.ts';
import type { Snapshot } from '../../facts/columns/snapshot.ts';
import type { Selection } from '../../metrics/selection.ts';
import type { ChunkRows } from './asked-rows.ts';
import { partsByWeek } from './part-values.ts';
import type { Part } from './parting.ts';

/** Fewest owners with enough work on both sides from which a range is given (STATISTICS (a)). */
export const FEWEST_OWNERS = 8;
/** What is enough for one of them. */
export const ENOUGH_WORK = 5;

/** Whose work is whose, as numbers: differences between these are what uncertainty is judged by. */
export type Owners = {
  by: 'teams' | 'people';
  /** How many numbers there are. */
  count: number;
  /** Of each chunk's rows, in their order. */
  codes: readonly Int32Array[];
};

/**
 * Work of one team is alike, and so is that of one person: a range that takes every pull request for independent is far too narrow. So
 * the range rests on teams, where at least eight have enough work before and after, else on people. Who is in several teams counts with
 * the first of them, who is in none stands alone.
 */
export function ownersOf(
  { people, teamSets }: Snapshot,
  asked: readonly ChunkRows[],
  selection: Selection,
  parts: readonly Part[],
): Owners {
  const teamOf = firstTeams(teamSets.values);
  const teams = teamOf.reduce((most, team) => Math.max(most, team + 1), 0);
  const byTeam = teamsWithEnough(asked, selection, parts, teamOf, teams) >= FEWEST_OWNERS;
  // Nobody knows whose: one more person.
  const codes = asked.map(({ chunk: { person, teamSet }, rows }) =>
    rows.map((row) => {
      const team = byTeam ? (teamOf[teamSet[row] ?? 0] ?? UNKNOWN) : UNKNOWN;
      if (team !== UNKNOWN) return team;
      const who = person[row] ?? UNKNOWN;
      return teams + (who === UNKNOWN ? 0 : who + 1);
    }),
  );
  return { by: byTeam ? 'teams' : 'people', count: teams + people.values.length + 1, codes };
}

/** The first team of each set, as a number; UNKNOWN where a set has none. */
function firstTeams(sets: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(sets, (set) => {
    const [first]: readonly string[] = JSON.parse(set);
    if (first === undefined) return UNKNOWN;
    const known = numbers.get(first) ?? numbers.size;
    numbers.set(first, known);
    return known;
  });
}

function teamsWithEnough(
  asked: readonly ChunkRows[],
  { from, to }: Selection,
  parts: readonly Part[],
  teamOf: Int32Array,
  teams: number,
): number {
  const partOf = partsByWeek(parts, from, to);
  const counts = parts.map(() => new Int32Array(teams));
  for (const { chunk, rows, weeks } of asked) {
    const { teamSet } = chunk;
    for (let at = 0; at < rows.length; at++) {
      const team = teamOf[teamSet[rows[at] ?? 0] ?? 0] ?? UNKNOWN;
      const of = counts[partOf[weeks[at] ?? 0] ?? parts.length];
      if (team !== UNKNOWN && of !== undefined) of[team] = (of[team] ?? 0) + 1;
    }
  }
  return withEnough(counts);
}

/** How many have enough work in every part. */
export function withEnough(counts: readonly Int32Array[]): number {
  const [first, ...others] = counts;
  if (first === undefined) return 0;
  return first.filter(
    (work, owner) => work >= ENOUGH_WORK && others.every((of) => (of[owner] ?? 0) >= ENOUGH_WORK),
  ).length;
}
