import type Database from 'better-sqlite3';
import type { AccountTeams } from '../model/account-team.ts';
import type { Deployment } from '../model/deployment.ts';
import { hostOf, loginIdentity } from '../model/identity.ts';
import type { Repository } from '../model/repository.ts';
import { deploymentRows } from './deployment-rows.ts';
import type { DirtyMarks } from './dirty.ts';
import { organisationState } from './organisation-state.ts';
import * as schema from './schema.ts';
import * as forge from './schema-forge.ts';
import { upsert } from './upsert.ts';

type Stored = Pick<Repository, 'name' | 'defaultBranch' | 'deployedBy' | 'codeOwners'>;

export type RepositoryRows = {
  /** A change of what every fact of the repository rests on marks them all. */
  put(repository: Repository): void;
  lost(repositoryId: string, why: string): boolean;
  /** How many were new or different. */
  deployments(all: readonly Deployment[]): number;
  teams(teams: AccountTeams): boolean;
};

export function repositoryRows(db: Database.Database, mark: DirtyMarks): RepositoryRows {
  const repositories = upsert(db, schema.repository);
  const stored = db.prepare<[string], Stored>(
    `SELECT name, default_branch AS defaultBranch, deployed_by AS deployedBy, code_owners AS codeOwners
     FROM repository WHERE id = ?`,
  );
  const lose = db.prepare('UPDATE repository SET lost = ? WHERE id = ? AND lost IS NOT ?');
  const deployments = deploymentRows(db, mark);
  const teams = upsert(db, forge.accountTeam);
  const members = upsert(db, forge.accountTeamMember);
  const teamIds = db.prepare<[string], string>('SELECT id FROM account_team WHERE owner_id = ?').pluck();
  const logins = db
    .prepare<[string], string>('SELECT login FROM account_team_member WHERE team_id = ?')
    .pluck();
  const teamName = db.prepare<[string], string>('SELECT name FROM account_team WHERE id = ?').pluck();
  const withCodeOwners = db
    .prepare<[], string>(
      'SELECT repository_id FROM code_owners UNION SELECT id FROM repository WHERE code_owners IS NOT NULL',
    )
    .pluck();
  const state = organisationState(db);
  const dropTeam = db.prepare('DELETE FROM account_team WHERE id = ?');
  const dropMember = db.prepare('DELETE FROM account_team_member WHERE team_id = ? AND login = ?');

  return {
    put(repository) {
      const before = stored.get(repository.id);
      if (repositories.put({ ...repository, lost: null })) state.changed();
      if (!before) return;
      // Which team owns it may be told by its name or by a file of its own.
      if (before.name !== repository.name || before.codeOwners !== repository.codeOwners)
        mark.unplaced(repository.id);
      const same =
        before.defaultBranch === repository.defaultBranch && before.deployedBy === repository.deployedBy;
      if (same) return;
      mark.repository(repository.id);
      mark.delivery(repository.id);
    },
    lost: (repositoryId, why) => lose.run(why, repositoryId, why).changes > 0,
    deployments,
    teams({ ownerId, teams: all }) {
      const kept = new Set(all.map(({ id }) => id));
      const gone = teamIds.all(ownerId).filter((id) => !kept.has(id));
      const moved = new Map(gone.map((id) => [id, logins.all(id)]));
      for (const id of gone) dropTeam.run(id);
      const changed = all.map(({ id, name, members: today }) => {
        const [before, was] = [logins.all(id), teamName.get(id)];
        const left = before.filter((login) => !today.includes(login));
        for (const login of left) dropMember.run(id, login);
        const named = teams.put({ id, ownerId, name });
        const joined = today.filter((login) => members.put({ teamId: id, login }));
        moved.set(id, was === name ? [...left, ...joined] : [...before, ...joined]);
        return named || left.length > 0 || joined.length > 0;
      });
      if (gone.length === 0 && !changed.includes(true)) return false;
      for (const [id, accounts] of moved) {
        for (const login of accounts) mark.author(loginIdentity(hostOf(id), login));
      }
      for (const id of withCodeOwners.all()) mark.unplaced(id);
      state.changed();
      return true;
    },
  };
}
