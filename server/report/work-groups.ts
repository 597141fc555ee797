import type { PlacedPerson } from './folded-teams.ts';
import type { Whole } from './offered-pairs.ts';
import { countFew, type Group } from './too-close.ts';
import { bitsOf, hasAny, type Placed, peopleOf, placedByRepository, type Work } from './work.ts';

/** A team or a repository; a repository's number is that of the dictionary, UNKNOWN where it has nothing. */
export type Numbered = { id: string; number: number };

/** The groups of one work that filters may select. */
export type WorkGroups = {
  total: Group;
  /** Whoever is in the total. */
  everybody: readonly PlacedPerson[];
  /** All that any of some teams has. */
  together(teams: readonly Numbered[]): Group;
  team(team: Numbered): Whole;
  repository(repository: Numbered): Whole;
  /** What a repository has in its own weeks. */
  placedIn(repository: Numbered): Placed;
};

/** @param teamsOf numbers of the teams that a placement is in */
export function workGroups(work: Work, teamsOf: (placement: number) => readonly number[]): WorkGroups {
  const { placements } = work;
  const ofTotal = bitsOf(work, ({ seen }) => seen !== 'own');
  const inTotal = placements.inOrder.filter((placement) => hasAny(work, placement, ofTotal));
  const inBoth = new Map(
    work.places.flatMap(({ seen, repository }, place) => (seen === 'both' ? [[repository, place]] : [])),
  );
  const byRepository = placedByRepository(work);
  const placedIn = ({ number }: Numbered) => byRepository[number] ?? new Uint32Array(0);
  const byTeam: number[][] = [];
  for (const placement of inTotal) {
    for (const team of teamsOf(placement)) {
      const known = byTeam[team];
      if (known === undefined) byTeam[team] = [placement];
      else known.push(placement);
    }
  }
  const personOf = (placement: number) => placements.person[placement] ?? 0;

  const alone = byTeam.map(
    (placed, team): Group => ({
      people: peopleOf(placements, Uint32Array.from(placed)),
      lets: ({ seen }, placement) => seen !== 'own' && teamsOf(placement).includes(team),
    }),
  );

  function together(teams: readonly Numbered[]): Group {
    const groups = teams.flatMap(({ number }) => alone[number] ?? []);
    const [only, ...others] = groups;
    if (only !== undefined && others.length === 0) return only;
    return {
      people: Uint32Array.from(new Set(groups.flatMap(({ people }) => [...people]))).sort(),
      lets: (...at) => groups.some(({ lets }) => lets(...at)),
    };
  }

  /** Whoever has work in a team that lies in none of some repositories. */
  function* besideInTeam({ number }: Numbered, repositories: readonly Numbered[]): Generator<number> {
    const beside = ofTotal.slice();
    for (const repository of repositories) {
      const place = inBoth.get(repository.number);
      if (place !== undefined) beside[place >>> 5] = (beside[place >>> 5] ?? 0) & ~(1 << (place & 31));
    }
    for (const placement of byTeam[number] ?? []) {
      if (hasAny(work, placement, beside)) yield personOf(placement);
    }
  }

  /** Whoever has work in a repository that is in none of some teams. */
  function* besideInRepository(repository: Numbered, teams: readonly Numbered[]): Generator<number> {
    const numbers = new Set(teams.map(({ number }) => number));
    for (const placement of placedIn(repository)) {
      if (!teamsOf(placement).some((team) => numbers.has(team))) yield personOf(placement);
    }
  }

  return {
    total: { people: peopleOf(placements, inTotal), lets: ({ seen }) => seen !== 'own' },
    everybody: Array.from(inTotal, (placement) => ({
      person: personOf(placement),
      teams: teamsOf(placement),
    })),
    together,
    team: (team) => ({
      ...{ ...team, ...together([team]) },
      beside: (parts) =>
        countFew(
          besideInTeam(
            team,
            parts.map(({ repository }) => repository),
          ),
        ),
    }),
    repository: (repository) => ({
      ...repository,
      people: peopleOf(placements, placedIn(repository)),
      lets: ({ seen, repository: number }) => seen !== 'total' && number === repository.number,
      beside: (parts) =>
        countFew(
          besideInRepository(
            repository,
            parts.map(({ team }) => team),
          ),
        ),
    }),
    placedIn,
  };
}
