import { csvLine } from '../model/csv.ts';
import type { OrganisationRows, Team, TeamSpell } from '../model/organisation.ts';
import { personOf } from '../people/organisation.ts';
import { plainName, teamIds } from '../people/team-id.ts';
import { writeIdentity } from '../people/written-identity.ts';
import { changedOwners } from './changed-owners.ts';
import type { Decide } from './decided.ts';
import { hostsOf, trackersOf } from './hosts.ts';
import { ROSTER_HEADER, type RosterLine, rosterLines } from './roster-lines.ts';
import { duplicates, overlaps, renamed, unseen } from './roster-notes.ts';

/** The whole roster in place of the one before. */
export function roster(csv: string): Decide {
  return ({ rows, seen }) => {
    const lines = rosterLines(csv, hostsOf(rows), trackersOf(rows));
    const idOf = teamIds(rows.teams);
    const spells = inOrder(lines, idOf);
    const changed = changedIdentities(rows.spells, spells);
    const notes = [
      ...duplicates(lines, idOf),
      ...overlaps(lines, idOf, (identity) => personOf(identity, rows.persons)),
      ...renamed(lines, rows.teams),
      ...unseen(lines, seen),
    ];
    if (changed.length === 0) return { edit: null, notes };
    const people = new Set(spells.map(({ identity }) => personOf(identity, rows.persons)));
    const teams = new Set(spells.map(({ teamId }) => teamId));
    const added = newTeams(lines, rows.teams, idOf);
    return {
      notes,
      edit: {
        kind: 'roster',
        summary: `The roster has ${several(spells.length, 'membership')} of ${several(people.size, 'person', 'people')} in ${several(teams.size, 'team')} now; before it had ${several(rows.spells.length, 'membership')}.`,
        before: { spells: rows.spells },
        teams: added,
        spells,
        changes: {
          identities: changed,
          repositories: changedOwners(rows, { ...rows, teams: [...rows.teams, ...added] }),
        },
      },
    };
  };
}

/** The roster as it can be read back, by team, account and day. */
export function rosterCsv(rows: OrganisationRows): string {
  const names = new Map(rows.teams.map(({ id, name }) => [id, name]));
  const hosts = hostsOf(rows);
  const lines = rows.spells.map(({ teamId, identity, from, to }) => [
    names.get(teamId) ?? teamId,
    writeIdentity(identity, hosts),
    from ?? '',
    to ?? '',
  ]);
  const sorted = lines.toSorted((one, other) => (one.join('\n') < other.join('\n') ? -1 : 1));
  return [ROSTER_HEADER, ...sorted].map(csvLine).join('');
}

/** One of each, by team, identity and day, so that the order of a file's lines means nothing. */
function inOrder(lines: readonly RosterLine[], idOf: (name: string) => string): TeamSpell[] {
  const spells = lines.map(({ team, identity, from, to }) => ({ teamId: idOf(team), identity, from, to }));
  const byKey = new Map(spells.map((spell) => [keyOf(spell), spell]));
  const sortable = ({ teamId, identity, from, to }: TeamSpell) =>
    [teamId, identity, from ?? '', to ?? '~'].join('\n');
  return [...byKey.values()].sort((one, other) => (sortable(one) < sortable(other) ? -1 : 1));
}

function changedIdentities(before: readonly TeamSpell[], after: readonly TeamSpell[]): string[] {
  const [old, fresh] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const gone = before.filter((spell) => !fresh.has(keyOf(spell)));
  const come = after.filter((spell) => !old.has(keyOf(spell)));
  return [...new Set([...gone, ...come].map(({ identity }) => identity))];
}

function newTeams(
  lines: readonly RosterLine[],
  known: readonly Team[],
  idOf: (name: string) => string,
): Team[] {
  const ids = new Set(known.map(({ id }) => id));
  const named = new Map(lines.map(({ team }) => [plainName(team), { id: idOf(team), name: team.trim() }]));
  return [...named.values()].filter(({ id }) => !ids.has(id));
}

function keyOf({ teamId, identity, from, to }: TeamSpell): string {
  return [teamId, identity, from ?? '', to ?? ''].join('\n');
}

export function several(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
