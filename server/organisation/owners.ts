import { QuestionError } from '../model/errors.ts';
import type { OrganisationRows, Team } from '../model/organisation.ts';
import { codeOwnersRules, owningTeams } from '../people/code-owners.ts';
import { repositoryMatcher } from '../people/repository-glob.ts';
import { repositoryOwners } from '../people/repository-owners.ts';
import { teamIds } from '../people/team-id.ts';
import { changedOwners } from './changed-owners.ts';
import type { Decide } from './decided.ts';
import { several } from './roster.ts';
import { teamNameFault } from './team-name.ts';

/** Repositories whose name fits the pattern belong to the team, by its name. */
export type OwnerSetting = { repository: string; team: string };

export function ownerSettings({ owners, teams }: OrganisationRows): OwnerSetting[] {
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  return owners.map(({ pattern, teamId }) => ({ repository: pattern, team: names.get(teamId) ?? teamId }));
}

/** All settings in place of those before. */
export function ownerList(list: readonly OwnerSetting[]): Decide {
  return ({ rows }) => {
    const faults = list.flatMap((one, index) =>
      faultsOf(one).map((says) => `Setting ${index + 1}: ${says}.`),
    );
    if (faults.length > 0) {
      throw new QuestionError('bad-owners', ['Nothing was changed.', ...faults].join('\n'), 'repository');
    }
    const idOf = teamIds(rows.teams);
    const owners = list.map(({ repository, team }) => ({ pattern: repository.trim(), teamId: idOf(team) }));
    const notes = owners.flatMap(({ pattern }) => {
      const fits = repositoryMatcher(pattern);
      return [...rows.repositories, ...rows.projects].some(fits)
        ? []
        : [`"${pattern}" fits no repository yet.`];
    });
    if (JSON.stringify(owners) === JSON.stringify(rows.owners)) return { edit: null, notes };
    const known = new Set(rows.teams.map(({ id }) => id));
    const teams = list
      .map(({ team }): Team => ({ id: idOf(team), name: team.trim() }))
      .filter(({ id }) => !known.has(id));
    const repositories = changedOwners(rows, { ...rows, owners, teams: [...rows.teams, ...teams] });
    return {
      notes,
      edit: {
        kind: 'repository-owners',
        summary: `${several(owners.length, 'setting')} of which team owns which repositories; ${several(repositories.length, 'repository', 'repositories')} changed.`,
        before: { owners: rows.owners },
        teams,
        owners,
        changes: { identities: [], repositories },
      },
    };
  };
}

/** The CODEOWNERS of one repository; an empty text takes it away. */
export function codeOwnersText(repositoryId: string, text: string): Decide {
  return ({ rows }) => {
    const repository = rows.repositories.find(({ id }) => id === repositoryId);
    if (repository === undefined) {
      throw new QuestionError(
        'unknown-repository',
        `There is no repository "${repositoryId}".`,
        'repository',
      );
    }
    const others = rows.codeOwners.filter((one) => one.repositoryId !== repositoryId);
    const before = rows.codeOwners.find((one) => one.repositoryId === repositoryId)?.text ?? null;
    const after = text.trim() === '' ? null : text;
    const codeOwners = after === null ? others : [...others, { repositoryId, text: after }];
    const owned = repositoryOwners({ ...rows, codeOwners, owners: [] }).get(repositoryId);
    const notes = after === null ? [] : [whatItSays(after, owned)];
    if (before === after) return { edit: null, notes };
    return {
      notes,
      edit: {
        kind: 'code-owners',
        summary: `CODEOWNERS of ${repository.name} ${after === null ? 'taken away' : 'read'}.`,
        before: { repositoryId, text: before },
        codeOwners: { repositoryId, text: after },
        changes: { identities: [], repositories: changedOwners(rows, { ...rows, codeOwners }) },
      },
    };
  };
}

function whatItSays(text: string, owned: readonly string[] | undefined): string {
  const named = owningTeams(text);
  if (named.length === 0) {
    const rules = several(codeOwnersRules(text).length, 'rule');
    return `No team owns the whole repository by this file (${rules}), so it has no owner by it.`;
  }
  if (owned !== undefined) return `It belongs to ${named.join(', ')}.`;
  return `It names ${named.join(', ')}, which is no known team yet.`;
}

function faultsOf({ repository, team }: OwnerSetting): string[] {
  const unnamed = teamNameFault(team);
  return [
    ...(/^\S{1,300}$/.test(repository.trim())
      ? []
      : [`"${repository}" is no pattern like acme/shop or acme/*`]),
    ...(unnamed === null ? [] : [`the team "${team}" ${unnamed}`]),
  ];
}
