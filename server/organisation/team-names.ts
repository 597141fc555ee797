import { QuestionError } from '../model/errors.ts';
import { plainName, teamIds, teamNames } from '../people/team-id.ts';
import { changedOwners } from './changed-owners.ts';
import type { Decide } from './decided.ts';
import { teamNameFault } from './team-name.ts';

/** Another name for a team; its id, its members and its past stay. The old name still means this team in a roster. */
export function teamName(id: string, name: string): Decide {
  return ({ rows }) => {
    const names = teamNames(rows.teams, rows.accountTeams);
    const before = names.get(id);
    if (before === undefined) throw new QuestionError('unknown-team', `There is no team "${id}".`, 'team');
    const fault = teamNameFault(name);
    if (fault !== null) throw new QuestionError('bad-name', `The name "${name}" ${fault}.`, 'name');
    const meant = teamIds(rows.teams)(name);
    const bears = [...names].find(([other, known]) => other !== id && plainName(known) === plainName(name));
    if (bears !== undefined || (meant !== id && names.has(meant))) {
      throw new QuestionError('name-in-use', `"${name}" is, or was, the name of another team.`, 'name');
    }
    if (before === name.trim()) return { edit: null, notes: [] };
    const renamed = { id, name: name.trim() };
    const teams = [...rows.teams.filter((one) => one.id !== id), renamed];
    return {
      notes: [],
      edit: {
        kind: 'team-name',
        summary: `The team "${before}" is called "${name.trim()}" now.`,
        before: { id, name: before },
        teams: [renamed],
        changes: { identities: [], repositories: changedOwners(rows, { ...rows, teams }) },
      },
    };
  };
}
