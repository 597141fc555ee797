import type { Placed, UnplacedFact } from '../facts/pull-request-fact.ts';
import type { OrganisationRows } from '../model/organisation.ts';
import { type Organisation, organisationFrom, personOf, teamsOf } from '../people/organisation.ts';

/** Adds whose work a fact is and which teams' it was then. `byProgram`: it is no person's, whatever its identity. */
export type Place = (fact: UnplacedFact, byProgram: boolean, rows: OrganisationRows) => Placed;

/** Builds the organisation once for as long as its rows are the same object. Throws ConfigError when the zone is unknown. */
export function placer(zone: string): Place {
  let held: { rows: OrganisationRows; organisation: Organisation } | null = null;
  return (fact, byProgram, rows) => {
    if (held?.rows !== rows) held = { rows, organisation: organisationFrom(rows, zone) };
    return placed(fact, byProgram, held.organisation);
  };
}

function placed(fact: UnplacedFact, byProgram: boolean, organisation: Organisation): Placed {
  const person = byProgram || fact.author === null ? null : personOf(fact.author, organisation.persons);
  const at = fact.openedAt ?? fact.mergedAt ?? fact.firstCommitAt;
  if (at === null) return { person, teams: [], teamBasis: null };
  const { teams, basis } = teamsOf(person, fact.repositoryId, at, organisation);
  return { person, teams, teamBasis: basis };
}
