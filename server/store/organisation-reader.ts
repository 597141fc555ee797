import type Database from 'better-sqlite3';
import type { OrganisationRows } from '../model/organisation.ts';
import { rolloutRows } from './rollout-rows.ts';

/**
 * Reads who is who and who belongs where; the same object until it has changed. To be called inside a transaction that needs
 * it to fit the rest of what is read.
 */
export function organisationReader(db: Database.Database): () => OrganisationRows {
  const version = db.prepare<[], number>('SELECT version FROM organisation_state').pluck();
  const all = <Row>(sql: string) => db.prepare<[], Row>(sql);
  const persons = db.prepare<[], [string, string]>('SELECT identity, person FROM identity_person').raw();
  const teams = all<OrganisationRows['teams'][number]>('SELECT id, name FROM team ORDER BY id');
  const spells = all<OrganisationRows['spells'][number]>(
    'SELECT team_id AS teamId, identity, from_day AS "from", to_day AS "to" FROM team_spell ORDER BY position',
  );
  const owners = all<OrganisationRows['owners'][number]>(
    'SELECT pattern, team_id AS teamId FROM repository_owner ORDER BY position',
  );
  const codeOwners = all<OrganisationRows['codeOwners'][number]>(
    'SELECT repository_id AS repositoryId, text FROM code_owners ORDER BY repository_id',
  );
  const accountTeams = all<{ id: string; ownerId: string; name: string }>(
    'SELECT id, owner_id AS ownerId, name FROM account_team ORDER BY id',
  );
  const members = db
    .prepare<[string], string>('SELECT login FROM account_team_member WHERE team_id = ? ORDER BY login')
    .pluck();
  const repositories = all<OrganisationRows['repositories'][number]>(
    'SELECT id, name, code_owners AS codeOwners FROM repository ORDER BY id',
  );
  const projects = all<OrganisationRows['projects'][number]>(
    'SELECT id, key AS name FROM issue_project ORDER BY id',
  );
  const rollouts = rolloutRows(db);
  const read = db.transaction(
    (): OrganisationRows => ({
      persons: new Map(persons.all()),
      teams: teams.all(),
      spells: spells.all(),
      accountTeams: accountTeams.all().map((team) => ({ ...team, members: members.all(team.id) })),
      owners: owners.all(),
      codeOwners: codeOwners.all(),
      repositories: repositories.all(),
      projects: projects.all(),
      rollouts: rollouts.all(),
    }),
  );
  let held: { version: number; rows: OrganisationRows } | null = null;
  return () => {
    const now = version.get() ?? 0;
    if (held?.version !== now) held = { version: now, rows: read() };
    return held.rows;
  };
}
