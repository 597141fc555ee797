import { type Cell, type Group, groupOf } from './contributors.ts';
import { FEWEST, few } from './too-close.ts';

/** A team that may be asked for: `own` are those of its people who are in no other such team. */
export type OfferedTeam = Group & { id: string; own: ReadonlySet<number> };

type Team = Group & { id: string };

/**
 * The teams that may be asked for, alone and in any combination; all others are shown only within the total. Each has five
 * people of its own, whom it shares with no other of them: so any two combinations differ by five people or more. What the
 * total has beside them is nobody's, or that of five people, too. Where one team would be folded alone, the smallest of the
 * others is folded with it, for the total less the others would show it.
 */
export function offeredTeams(teams: readonly Team[], everything: readonly Cell[]): OfferedTeam[] {
  let offered = teams.filter(({ people }) => people.size >= FEWEST).sort(bySize);
  const folded = () => teams.filter((team) => team.people.size > 0 && !offered.includes(team));
  for (;;) {
    const own = ownPeople(offered);
    const out = worst(offered, own) ?? (shows(offered, folded().length, everything) ? offered[0] : undefined);
    if (out === undefined) return offered.map((team) => ({ ...team, own: own.get(team) ?? new Set() }));
    offered = offered.filter((team) => team !== out);
  }
}

/** The smallest first; two of one size by their ids, so that the same data are always folded alike. */
export function bySize(one: Team, other: Team): number {
  return one.people.size - other.people.size || (one.id < other.id ? -1 : 1);
}

/** Of each team, the people who are in no other. */
function ownPeople(teams: readonly Team[]): Map<Team, Set<number>> {
  const sharing = teamsOfPeople(teams);
  return new Map(
    teams.map((team) => [team, new Set([...team.people].filter((one) => sharing.get(one)?.length === 1))]),
  );
}

function teamsOfPeople(teams: readonly Team[]): Map<number, Team[]> {
  const found = new Map<number, Team[]>();
  for (const team of teams) {
    for (const person of team.people) {
      const known = found.get(person);
      if (known === undefined) found.set(person, [team]);
      else known.push(team);
    }
  }
  return found;
}

/**
 * Of teams that have too few people of their own: the one whose folding helps most of them, itself included, the smallest of
 * several. So a team of everybody is folded rather than all the teams within it.
 */
function worst(teams: readonly Team[], own: ReadonlyMap<Team, ReadonlySet<number>>): Team | undefined {
  const lacking = teams.filter((team) => (own.get(team)?.size ?? 0) < FEWEST);
  if (lacking.length === 0) return undefined;
  const sharing = teamsOfPeople(teams);
  const help = new Map(teams.map((team) => [team, lacking.includes(team) ? 1 : 0]));
  for (const team of lacking) {
    const given = new Map<Team, number>();
    for (const person of team.people) {
      const others = (sharing.get(person) ?? []).filter((other) => other !== team);
      for (const other of others) given.set(other, (given.get(other) ?? 0) + 1 / others.length);
    }
    const needed = FEWEST - (own.get(team)?.size ?? 0);
    for (const [other, people] of given)
      help.set(other, (help.get(other) ?? 0) + Math.min(1, people / needed));
  }
  const most = Math.max(...help.values());
  return teams.find((team) => (help.get(team) ?? 0) >= most - 1e-9);
}

/** Whether the total less all offered teams shows a single folded team, or one to four people. */
function shows(offered: readonly Team[], folded: number, everything: readonly Cell[]): boolean {
  if (folded === 1) return true;
  const within = new Set(offered.flatMap(({ cells }) => cells));
  const rest = groupOf(everything.filter((cell) => !within.has(cell)));
  const known = groupOf([...within]);
  const apart = [...rest.people].filter((person) => !known.people.has(person)).length;
  return few(apart) || (apart === 0 && few(rest.people.size));
}
