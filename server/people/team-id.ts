import type { AccountTeam } from '../model/account-team.ts';
import type { Team } from '../model/organisation.ts';
import { opaqueId } from './opaque-id.ts';

/** A name as it is compared: letter case and the width of spaces mean nothing. */
export function plainName(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/**
 * The team that a name stands for: one that bears it now, else the one that was first known by it, which has another name by
 * now or is new. So a list written before a team was renamed still means that team, and teams of several owners on a forge
 * that bear one name are one team.
 */
export function teamIds(teams: readonly Team[]): (name: string) => string {
  const ids = new Map(teams.map(({ id, name }) => [plainName(name), id]));
  return (name) => ids.get(plainName(name)) ?? opaqueId(`team ${plainName(name)}`);
}

/** Every known team by its id; what somebody named goes before the name on a forge. */
export function teamNames(
  teams: readonly Team[],
  accountTeams: readonly AccountTeam[],
): ReadonlyMap<string, string> {
  const idOf = teamIds(teams);
  return new Map([
    ...accountTeams.map(({ name }): [string, string] => [idOf(name), name.trim()]),
    ...teams.map(({ id, name }): [string, string] => [id, name]),
  ]);
}
