import type { Pair } from './offered-pairs.ts';
import { FEWEST } from './too-close.ts';
import { type Placed, peopleOf, type Work } from './work.ts';
import type { Numbered } from './work-groups.ts';

/**
 * The work of some teams in a repository, where it is that of five people or more. Nearly all of them are too small, so that they
 * are only counted first, and by placements, which are no fewer than people.
 */
export function workPairs(
  { placements }: Work,
  teamsOf: (placement: number) => readonly number[],
  teams: readonly Numbered[],
): (repository: Numbered, placed: Placed) => Pair[] {
  const counts = new Uint32Array(1 + teams.reduce((most, { number }) => Math.max(most, number), 0));
  const known: (Numbered | undefined)[] = [];
  for (const team of teams) known[team.number] = team;

  function pair(team: Numbered, repository: Numbered, placed: Placed): Pair {
    const people = peopleOf(placements, placed);
    const id = `${team.id} ${repository.id}`;
    return {
      ...{ id, team, repository, people },
      lets: (place, placement) =>
        place.seen !== 'total' &&
        place.repository === repository.number &&
        teamsOf(placement).includes(team.number),
    };
  }

  return (repository, placed) => {
    counts.fill(0);
    for (const placement of placed) {
      for (const team of teamsOf(placement)) counts[team] = (counts[team] ?? 0) + 1;
    }
    const large = new Map<number, number[]>();
    for (const placement of placed) {
      for (const team of teamsOf(placement)) {
        if ((counts[team] ?? 0) < FEWEST) continue;
        const before = large.get(team);
        if (before === undefined) large.set(team, [placement]);
        else before.push(placement);
      }
    }
    const pairs: Pair[] = [];
    for (const [number, some] of large) {
      const team = known[number];
      if (team !== undefined) pairs.push(pair(team, repository, Uint32Array.from(some)));
    }
    return pairs;
  };
}
