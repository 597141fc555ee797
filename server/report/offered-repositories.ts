import { type Group, groupOf } from './contributors.ts';
import { bySize, type OfferedTeam } from './folded-teams.ts';
import { FEWEST, few, tooClose } from './too-close.ts';

export type Repository = Group & { id: string };

/** A team's work in one repository. */
export type Pair = Group & { id: string; team: string; repository: string };

/**
 * The repositories that may be asked for: those of five people or more that differ from the total, from every combination of
 * teams and from each other by nobody or by five people; of two that are too close the larger. What the total has beside
 * them is that of two repositories and of five people at least. `beside` are repositories that the total leaves out.
 */
export function offeredRepositories<One extends Repository>(
  repositories: readonly One[],
  beside: readonly One[],
  total: Group,
  teams: readonly OfferedTeam[],
): One[] {
  let offered = apart(repositories, [total], teams);
  for (;;) {
    const folded = repositories.filter((one) => one.people.size > 0 && !offered.includes(one));
    const [smallest, ...larger] = offered.toSorted(bySize);
    const rest = groupOf(folded.flatMap(({ cells }) => cells)).people.size;
    if (smallest === undefined || (folded.length !== 1 && !few(rest))) {
      return [...offered, ...apart(beside, [total, ...offered], teams)];
    }
    offered = larger;
  }
}

/**
 * Teams that may be asked for within one repository, by the same rules. What a team or a repository has beside them is nobody's,
 * or that of five people.
 */
export function offeredPairs(
  pairs: readonly Pair[],
  total: Group,
  teams: readonly OfferedTeam[],
  repositories: readonly Repository[],
): Pair[] {
  let offered = apart(pairs, [total, ...repositories], teams);
  for (;;) {
    const out =
      shown(offered, (pair) => pair.team, teams) ?? shown(offered, (pair) => pair.repository, repositories);
    if (out === undefined) return offered;
    offered = offered.filter((pair) => pair !== out);
  }
}

/** The largest first, each that is not too close to what may be asked for anyway or to one before it. */
function apart<One extends Repository>(
  groups: readonly One[],
  others: readonly Group[],
  teams: readonly OfferedTeam[],
): One[] {
  const taken: One[] = [];
  const owners = new Map(teams.flatMap((team) => [...team.own].map((person) => [person, team] as const)));
  for (const group of groups.toSorted(bySize).reverse()) {
    if (group.people.size < FEWEST) continue;
    if ([...others, ...taken].some((other) => tooClose(group, other))) continue;
    if (!closeToTeams(group, owners)) taken.push(group);
  }
  return taken;
}

/**
 * Whether some combination of teams is too close to a group. Of each team either its own people within the group are missing from
 * a combination, or those beyond it are added: where both would be many no combination with it is close, so few remain.
 */
function closeToTeams(group: Group, owners: ReadonlyMap<number, OfferedTeam>): boolean {
  const counts = new Map<OfferedTeam, number>();
  for (const person of group.people) {
    const team = owners.get(person);
    if (team !== undefined) counts.set(team, (counts.get(team) ?? 0) + 1);
  }
  const within = [...counts];
  const search = (at: number, taken: readonly OfferedTeam[], apart: number): boolean => {
    if (apart >= FEWEST) return false;
    const next = within[at];
    if (next === undefined) return taken.length > 0 && tooClose(group, together(taken));
    const [team, people] = next;
    return (
      search(at + 1, taken, apart + people) ||
      search(at + 1, [...taken, team], apart + team.own.size - people)
    );
  };
  return search(0, [], 0);
}

function together(teams: readonly OfferedTeam[]): Group {
  return groupOf([...new Set(teams.flatMap(({ cells }) => cells))]);
}

/** The smallest pair of a whole that, without its pairs, shows one to four people. */
function shown(
  pairs: readonly Pair[],
  wholeOf: (pair: Pair) => string,
  wholes: readonly Repository[],
): Pair | undefined {
  const partsOf = Map.groupBy(pairs, wholeOf);
  for (const whole of wholes) {
    const parts = partsOf.get(whole.id);
    if (parts === undefined) continue;
    const known = new Set(parts.flatMap(({ cells }) => cells));
    const rest = groupOf(whole.cells.filter((cell) => !known.has(cell)));
    if (few(rest.people.size)) return parts.toSorted(bySize)[0];
  }
  return undefined;
}
