import { offeredTeams, teamsOf } from './folded-teams.ts';
import { offeredPairs, type Pair } from './offered-pairs.ts';
import { offeredRepositories } from './offered-repositories.ts';
import { closeToUnions } from './team-unions.ts';
import type { Work } from './work.ts';
import { type Numbered, workGroups } from './work-groups.ts';
import { workPairs } from './work-pairs.ts';

/** What is judged: the teams there are, and repositories; `beside`: those that the total leaves out. */
export type Judging = {
  /** Ids; the number of a team is its place. */
  teams: readonly string[];
  /** Numbers of the teams of each set, by its number in the dictionary. */
  sets: readonly (readonly number[])[];
  repositories: readonly Numbered[];
  beside: readonly Numbered[];
};

/** What may be asked for, by its id, and how many people each has that there is. */
export type Offered = { offered: ReadonlySet<string>; sizes: ReadonlyMap<string, number> };

export type Judged = {
  teams: Offered;
  repositories: Offered;
  /** Judged when they are asked for: few questions are about a team within a repository. */
  pairs(): readonly Pair[];
  /** Whether a team has any work at all in a repository. */
  hasWork(pair: Pair): boolean;
};

/** Judges one work by itself. Where there is only one repository there is nothing that it could be told from. */
export function judgedGroups(work: Work, { teams, sets, repositories, beside }: Judging): Judged {
  const teamsIn = (placement: number) => sets[work.placements.teamSet[placement] ?? 0] ?? [];
  const groups = workGroups(work, teamsIn);
  const { total, everybody } = groups;
  const allTeams = teamsOf(teams, everybody);
  const fit = offeredTeams(allTeams, everybody);
  const close = closeToUnions(work, fit, groups.together);
  const [within, apart] = [repositories.map(groups.repository), beside.map(groups.repository)];
  const all = [...within, ...apart];
  const one = repositories.length === 1;
  const free = one ? all : offeredRepositories(work, within, apart, total, close);
  return {
    teams: {
      offered: idsOf(fit),
      sizes: new Map(allTeams.map(({ id, people }) => [id, people.size])),
    },
    repositories: {
      offered: idsOf(free),
      sizes: new Map(all.map(({ id, people }) => [id, people.length])),
    },
    pairs() {
      const pairsIn = workPairs(work, teamsIn, fit);
      const candidates = one ? [] : free.flatMap((place) => pairsIn(place, groups.placedIn(place)));
      return offeredPairs(work, candidates, total, fit.map(groups.team), free, close);
    },
    hasWork: ({ team, repository }) =>
      groups.placedIn(repository).some((placement) => teamsIn(placement).includes(team.number)),
  };
}

function idsOf(groups: readonly { id: string }[]): Set<string> {
  return new Set(groups.map(({ id }) => id));
}
