import type { Instant } from '../../model/instant.ts';
import type { Week } from '../../model/week.ts';
import type { Demo } from './config.ts';
import type { TeamWeek } from './effect.ts';
import { type Person, peopleOf, teamIn, weekOf } from './people.ts';
import { type DemoRepository, repositoriesOf } from './repositories.ts';
import { WEEKS } from './rollout.ts';
import { type Team, teamsOf } from './teams.ts';

/** The whole organisation but its work, which follows from it piece by piece. */
export type Organisation = {
  demo: Demo;
  /** The first week of the data, and the one in which they end. */
  first: Week;
  last: Week;
  teams: readonly Team[];
  people: readonly Person[];
  /** By team: everybody who was ever in it. */
  members: readonly (readonly Person[])[];
  /** In the order of the teams. */
  repositories: readonly DemoRepository[];
};

export function organise(demo: Demo): Organisation {
  const last = weekOf(demo.until);
  const first = last - WEEKS;
  const teams = teamsOf(demo, first);
  const people = peopleOf(teams, demo.seed, first);
  const members: Person[][] = teams.map(() => []);
  for (const person of people) {
    for (const { team } of person.spells) members[team]?.push(person);
  }
  return { demo, first, last, teams, people, members, repositories: repositoriesOf(teams, demo.size) };
}

export function teamAt({ teams }: Organisation, index: number): Team {
  const found = teams[(index + teams.length) % teams.length];
  if (found === undefined) throw new Error(`there is no team ${index}`);
  return found;
}

export function weekAt(organisation: Organisation, team: number, at: Instant): TeamWeek {
  const found = teamAt(organisation, team).weeks[weekOf(at) - organisation.first];
  if (found === undefined) throw new Error(`${at} lies outside the data`);
  return found;
}

/** The repositories of one team. */
export function repositoriesIn({ repositories }: Organisation, team: number): DemoRepository[] {
  return repositories.filter((repository) => repository.team === team);
}

/** Somebody's team at an instant; null: not there. */
export function teamOfAt(person: Person, at: Instant): number | null {
  return teamIn(person, weekOf(at));
}
