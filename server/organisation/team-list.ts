import type { Instant } from '../model/instant.ts';
import type { OrganisationRows } from '../model/organisation.ts';
import { organisationFrom } from '../people/organisation.ts';
import { teamNames } from '../people/team-id.ts';

/** A team with how many people and repositories it has now, and what that rests on. */
export type TeamSummary = {
  id: string;
  name: string;
  members: { stated: number; assumed: number };
  repositories: number;
};

/** All teams that anybody has ever been in, or that own a repository, by name. */
export function teamList(rows: OrganisationRows, zone: string, now: Instant): TeamSummary[] {
  const { stated, assumed, owners } = organisationFrom(rows, zone);
  const list = new Map(
    [...teamNames(rows.teams, rows.accountTeams)].map(([id, name]): [string, TeamSummary] => [
      id,
      { id, name, members: { stated: 0, assumed: 0 }, repositories: 0 },
    ]),
  );
  const used = new Set<string>();
  const count = (id: string, add: (team: TeamSummary) => void) => {
    const team = list.get(id);
    used.add(id);
    if (team) add(team);
  };
  for (const spells of stated.values()) {
    for (const { teamId } of spells) used.add(teamId);
    const today = spells.filter(({ from, until }) => from <= now && now < until);
    for (const id of new Set(today.map(({ teamId }) => teamId))) {
      count(id, (team) => {
        team.members.stated += 1;
      });
    }
  }
  for (const [person, teams] of assumed) {
    if (stated.has(person)) continue;
    for (const id of teams) {
      count(id, (team) => {
        team.members.assumed += 1;
      });
    }
  }
  for (const id of [...owners.values()].flat()) {
    count(id, (team) => {
      team.repositories += 1;
    });
  }
  const known = [...list.values()].filter(({ id }) => used.has(id));
  return known.sort((one, other) => one.name.localeCompare(other.name, 'en') || (one.id < other.id ? -1 : 1));
}
