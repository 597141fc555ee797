import type { IssueFact, UnplacedIssueFact } from '../facts/issue-fact.ts';
import type { Placed, UnplacedFact } from '../facts/pull-request-fact.ts';
import { type Identity, trackerIdentity } from '../model/identity.ts';
import type { OrganisationRows } from '../model/organisation.ts';
import { type Organisation, organisationFrom, personOf, teamsOf } from '../people/organisation.ts';

export type PlacedIssue = Pick<IssueFact, 'author' | keyof Placed>;
type UnplacedIssue = Pick<UnplacedIssueFact, 'projectId' | 'account' | 'placedAt'>;

type Assignee = { author: Identity; person: string };
/** Few people have many issues: each account of each tracker is looked up once. */
type Accounts = Map<string, Map<string, Assignee>>;

/** Adds whose work a fact is and which teams' it was then. */
export type Placer = {
  /** `byProgram`: it is no person's, whatever its identity. */
  work(fact: UnplacedFact, byProgram: boolean, rows: OrganisationRows): Placed;
  issue(issue: UnplacedIssue, trackerId: string, rows: OrganisationRows): PlacedIssue;
};

/** Builds the organisation once for as long as its rows are the same object. Throws ConfigError when the zone is unknown. */
export function placer(zone: string): Placer {
  let held: { rows: OrganisationRows; organisation: Organisation; accounts: Accounts } | null = null;
  const from = (rows: OrganisationRows): { organisation: Organisation; accounts: Accounts } => {
    if (held?.rows !== rows) held = { rows, organisation: organisationFrom(rows, zone), accounts: new Map() };
    return held;
  };
  return {
    work: (fact, byProgram, rows) => placed(fact, byProgram, from(rows).organisation),
    issue(issue, trackerId, rows) {
      const { organisation, accounts } = from(rows);
      return placedIssue(issue, trackerId, organisation, accounts);
    },
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
  { projectId, account, placedAt }: UnplacedIssue,
  trackerId: string,
  organisation: Organisation,
  accounts: Accounts,
): PlacedIssue {
  const assignee = account === null ? null : assigneeOf(trackerId, account, organisation, accounts);
  const { author, person } = assignee ?? { author: null, person: null };
  const { teams, basis } = teamsOf(person, projectId, placedAt, organisation);
  return { author, person, teams, teamBasis: basis };
}

function assigneeOf(
  trackerId: string,
  account: string,
  { persons }: Organisation,
  accounts: Accounts,
): Assignee {
  const own = accounts.get(trackerId) ?? new Map<string, Assignee>();
  const known = own.get(account);
  if (known !== undefined) return known;
  const author = trackerIdentity(trackerId, account);
  const assignee = { author, person: personOf(author, persons) };
  accounts.set(trackerId, own.set(account, assignee));
  return assignee;
}
