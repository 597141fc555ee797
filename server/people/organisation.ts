import { hostOf, type Identity, loginIdentity } from '../model/identity.ts';
import type { Instant } from '../model/instant.ts';
import type { OrganisationRows, TeamBasis } from '../model/organisation.ts';
import { dayStarts } from '../model/week.ts';
import { personAlone } from './person.ts';
import { repositoryOwners } from './repository-owners.ts';
import { teamIds } from './team-id.ts';

/** A stated membership: from its first instant until the one after its last. */
export type Spell = { teamId: string; from: Instant; until: Instant };

/** Who belongs where and when, by person. */
export type Organisation = {
  persons: ReadonlyMap<Identity, string>;
  stated: ReadonlyMap<string, readonly Spell[]>;
  /** Teams of a forge, which tells members of today alone. */
  assumed: ReadonlyMap<string, readonly string[]>;
  /** Teams by repository. */
  owners: ReadonlyMap<string, readonly string[]>;
};

/** Team ids, sorted. */
export type Placing = { teams: readonly string[]; basis: TeamBasis | null };

/** Throws ConfigError when the zone is unknown. */
export function organisationFrom(rows: OrganisationRows, zone: string): Organisation {
  const { persons } = rows;
  const startOf = dayStarts(zone);
  const stated = new Map<string, Spell[]>();
  for (const { teamId, identity, from, to } of rows.spells) {
    const spell = {
      teamId,
      from: from === null ? Number.NEGATIVE_INFINITY : startOf(from, 0),
      until: to === null ? Number.POSITIVE_INFINITY : startOf(to, 1),
    };
    entry(stated, personOf(identity, persons), () => []).push(spell);
  }
  const idOf = teamIds(rows.teams);
  const assumed = new Map<string, Set<string>>();
  for (const { id, name, members } of rows.accountTeams) {
    for (const login of members) {
      const person = personOf(loginIdentity(hostOf(id), login), persons);
      entry(assumed, person, () => new Set()).add(idOf(name));
    }
  }
  return {
    persons,
    stated,
    assumed: new Map([...assumed].map(([person, teams]) => [person, [...teams].sort()])),
    owners: repositoryOwners(rows),
  };
}

export function personOf(identity: Identity, persons: ReadonlyMap<Identity, string>): string {
  return persons.get(identity) ?? personAlone(identity);
}

/**
 * The teams of a person at an instant. Who has any stated membership is placed by these alone: outside of them nowhere, since
 * somebody has said when they were where. Else the teams that a forge tells, which are assumed to have held since the person's
 * first activity, and so for all of their work. Else, and for work of nobody known, the teams that own the repository.
 */
export function teamsOf(
  person: string | null,
  repositoryId: string,
  at: Instant,
  organisation: Organisation,
): Placing {
  const stated = person === null ? undefined : organisation.stated.get(person);
  if (stated !== undefined) {
    const now = stated.filter(({ from, until }) => from <= at && at < until);
    if (now.length === 0) return { teams: [], basis: null };
    const teams = now.map(({ teamId }) => teamId);
    return { teams: teams.length === 1 ? teams : [...new Set(teams)].sort(), basis: 'stated' };
  }
  const assumed = person === null ? undefined : organisation.assumed.get(person);
  if (assumed !== undefined) return { teams: assumed, basis: 'assumed' };
  const owners = organisation.owners.get(repositoryId);
  return owners === undefined ? { teams: [], basis: null } : { teams: owners, basis: 'repository' };
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
