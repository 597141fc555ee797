import { hostOf, loginIdentity } from '../model/identity.ts';
import type { OrganisationRows } from '../model/organisation.ts';
import type { RosterSpell } from '../model/roster.ts';
import { weekOfDate } from '../model/week.ts';
import { personOf } from './organisation.ts';
import { teamIds } from './team-id.ts';

/**
 * Who is on the roster of which team and when, by the rules that place their work (`teamsOf`): who has any stated membership is there
 * by these alone, all others by what a forge tells.
 */
export function rosterOf({ persons, spells, teams, accountTeams }: OrganisationRows): RosterSpell[] {
  const stated = spells.map(
    ({ teamId, identity, from, to }): RosterSpell => ({
      person: personOf(identity, persons),
      teamId,
      basis: 'stated',
      from: from === null ? Number.NEGATIVE_INFINITY : weekOfDate(from),
      to: to === null ? Number.POSITIVE_INFINITY : weekOfDate(to),
    }),
  );
  const placed = new Set(stated.map(({ person }) => person));
  const idOf = teamIds(teams);
  const assumed = accountTeams.flatMap(({ id, name, members }) =>
    members.map(
      (login): RosterSpell => ({
        person: personOf(loginIdentity(hostOf(id), login), persons),
        teamId: idOf(name),
        basis: 'assumed',
        from: Number.NEGATIVE_INFINITY,
        to: Number.POSITIVE_INFINITY,
      }),
    ),
  );
  return [...stated, ...assumed.filter(({ person }) => !placed.has(person))];
}
