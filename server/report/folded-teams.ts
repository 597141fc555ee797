import { type SharedPeople, sharedPeople, type Team } from './shared-people.ts';
import { FEWEST, few, smallestFirst } from './too-close.ts';

/** Somebody with work in the total, and the numbers of the teams that it is placed in; a person may be placed in several ways. */
export type PlacedPerson = { person: number; teams: readonly number[] };

/** A team that may be asked for: `own` are those of its people who are in no other such team. */
export type OfferedTeam = Team & { own: ReadonlySet<number> };

/** Teams with their people; the number of each is its place. */
export function teamsOf(ids: readonly string[], everybody: readonly PlacedPerson[]): Team[] {
  const all = ids.map((id, number) => ({ id, number, people: new Set<number>() }));
  for (const { person, teams } of everybody) for (const team of teams) all[team]?.people.add(person);
  return all;
}

const bySize = smallestFirst<Team>(({ people }) => people.size);

/**
 * The teams that may be asked for, alone and in any combination; all others are shown only within the total. Each has five
 * people of its own, whom it shares with no other of them: so any two combinations differ by five people or more. What the
 * total has beside them is nobody's, or that of five people, too. Where one team would be folded alone, the smallest of the
 * others is folded with it, for the total less the others would show it.
 */
export function offeredTeams(teams: readonly Team[], everybody: readonly PlacedPerson[]): OfferedTeam[] {
  const some = teams.filter(({ people }) => people.size > 0).length;
  const offered = sharedPeople(teams.filter(({ people }) => people.size >= FEWEST).sort(bySize));
  for (;;) {
    const left = offered.teams();
    const shown = () => some - left.length === 1 || showsBeside(left, everybody);
    const out = worst(left, offered) ?? (shown() ? left[0] : undefined);
    if (out === undefined) return left.map((team) => ({ ...team, own: offered.own(team) }));
    offered.remove(out);
  }
}

/**
 * Of teams that have too few people of their own: the one whose folding helps most of them, itself included, the smallest of
 * several. So a team of everybody is folded rather than all the teams within it.
 */
function worst(teams: readonly Team[], { own, helpers }: SharedPeople): Team | undefined {
  const lacking = teams.filter((team) => own(team).size < FEWEST);
  if (lacking.length === 0) return undefined;
  const help = new Map(lacking.map((team) => [team, 1]));
  for (const team of lacking) {
    const needed = FEWEST - own(team).size;
    for (const [other, people] of helpers(team))
      help.set(other, (help.get(other) ?? 0) + Math.min(1, people / needed));
  }
  const most = Math.max(...help.values());
  return teams.find((team) => (help.get(team) ?? 0) >= most - 1e-9);
}

/** Whether the total less all offered teams shows one to four people. */
function showsBeside(offered: readonly Team[], everybody: readonly PlacedPerson[]): boolean {
  const numbers = new Set(offered.map(({ number }) => number));
  const isWithin = ({ teams }: PlacedPerson) => teams.some((team) => numbers.has(team));
  const within = new Set(everybody.filter(isWithin).map(({ person }) => person));
  const rest = new Set(everybody.filter((placed) => !isWithin(placed)).map(({ person }) => person));
  const apart = [...rest].filter((person) => !within.has(person)).length;
  return few(apart) || (apart === 0 && few(rest.size));
}
