import type { IssueFact } from '../facts/issue-fact.ts';
import type { Placed, UnplacedFact } from '../facts/pull-request-fact.ts';
import { trackerIdentity } from '../model/identity.ts';
import type { Instant } from '../model/instant.ts';
import type { OrganisationRows } from '../model/organisation.ts';
import { type Organisation, organisationFrom, personOf, teamsOf } from '../people/organisation.ts';

export type PlacedIssue = Pick<IssueFact, 'author' | keyof Placed>;
type UnplacedIssue = { projectId: string; trackerId: string; account: string | null; placedAt: Instant };

/** Adds whose work a fact is and which teams' it was then. */
export type Placer = {
  /** `byProgram`: it is no person's, whatever its identity. */
  work(fact: UnplacedFact, byProgram: boolean, rows: OrganisationRows): Placed;
  issue(issue: UnplacedIssue, rows: OrganisationRows): PlacedIssue;
};

/** Builds the organisation once for as long as its rows are the same object. Throws ConfigError when the zone is unknown. */
export function placer(zone: string): Placer {
  let held: { rows: OrganisationRows; organisation: Organisation } | null = null;
  const from = (rows: OrganisationRows): Organisation => {
    if (held?.rows !== rows) held = { rows, organisation: organisationFrom(rows, zone) };
    return held.organisation;
  };
  return {
    work: (fact, byProgram, rows) => placed(fact, byProgram, from(rows)),
    issue: (issue, rows) => placedIssue(issue, from(rows)),
  };
}

function placed(fact: UnplacedFact, byProgram: boolean, organisation: Organisation): Placed {
  const person = byProgram || fact.author === null ? null : personOf(fact.author, organisation.persons);
  const at = fact.openedAt ?? fact.mergedAt ?? fact.firstCommitAt;
  if (at === null) return { person, teams: [], teamBasis: null };
  const { teams, basis } = teamsOf(person, fact.repositoryId, at, organisation);
  return { person, teams, teamBasis: basis };
}

/** Work of nobody known is placed by who owns the project. */
function placedIssue(
  { projectId, trackerId, account, placedAt }: UnplacedIssue,
  organisation: Organisation,
): PlacedIssue {
  const author = account === null ? null : trackerIdentity(trackerId, account);
  const person = author === null ? null : personOf(author, organisation.persons);
  const { teams, basis } = teamsOf(person, projectId, placedAt, organisation);
  return { author, person, teams, teamBasis: basis };
}
