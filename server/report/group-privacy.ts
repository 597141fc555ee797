import type { ResolvedView } from '../contract/view.ts';
import type { Freshness } from '../model/repository.ts';
import { type Cell, cellsOf, type Group, groupOf, type Seen, type Weeks } from './contributors.ts';
import { offeredTeams } from './folded-teams.ts';
import type { Held } from './live.ts';
import { offeredPairs, offeredRepositories, type Pair, type Repository } from './offered-repositories.ts';
import { type AskedRepositories, askedRepositories } from './repositories.ts';
import { spanOf } from './span.ts';
import { FEWEST } from './too-close.ts';

type By = ResolvedView['by'];
type Window = ResolvedView['window'];

/** Which groups of people may be asked for over one window; all others are shown only within the total. */
export type Groups = {
  /** Teams that may be asked for, alone and in any combination. */
  teams: ReadonlySet<string>;
  repositories: ReadonlySet<string>;
  /** Repositories within which a team may be asked for, by its id. */
  within: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many people have work in a team or in a repository. */
  people: { teams: ReadonlyMap<string, number>; repositories: ReadonlyMap<string, number> };
};

const known = new WeakMap<Held, Map<Window, Groups>>();

/**
 * Found once for each window and state of the data. What may be asked for is so by week of merge and by week of opening, for
 * the figures of one page show both: whichever has no work at all in one of them is judged by the other.
 */
export function groupsOf(held: Held, window: Window): Groups {
  const ofHeld = known.get(held) ?? new Map<Window, Groups>();
  known.set(held, ofHeld);
  const before = ofHeld.get(window);
  if (before !== undefined) return before;
  const [merged, opened] = [judged(held, window, 'merge'), judged(held, window, 'opening')];
  const both = (one: Offered, other: Offered) =>
    new Set([...one.offered].filter((id) => other.offered.has(id) || !other.sizes.get(id)));
  const teams = both(merged.teams, opened.teams);
  const repositories = both(merged.repositories, opened.repositories);
  const alone = repositories.size > 0 && onlyOne(held);
  const within = new Map([...teams].map((team) => [team, new Set(alone ? repositories : [])]));
  for (const { id, team, repository } of merged.pairs.list) {
    if (!repositories.has(repository) || !both(merged.pairs, opened.pairs).has(id)) continue;
    within.get(team)?.add(repository);
  }
  const people = { teams: merged.teams.sizes, repositories: merged.repositories.sizes };
  const groups = { teams, repositories, within, people };
  ofHeld.set(window, groups);
  return groups;
}

type Offered = { offered: ReadonlySet<string>; sizes: ReadonlyMap<string, number> };
type Judged = { teams: Offered; repositories: Offered; pairs: Offered & { list: readonly Pair[] } };

/** Where only one repository is stored there is nothing that it could be told from, so that it may always be asked for. */
export function onlyOne(held: Held): boolean {
  return askedRepositories(held, null).freshness.length === 1;
}

function judged(held: Held, window: Window, by: By): Judged {
  const { snapshot, teamNames } = held;
  const all = askedRepositories(held, null);
  const cells = cellsOf(snapshot, seenIn(held, all, window), by);
  const inTotal = cells.filter(({ weeks }) => weeks !== 'own');
  const total = groupOf(inTotal);
  const sets = snapshot.teamSets.values.map((set): readonly string[] => JSON.parse(set));
  const ofTeams = byTeam(inTotal, sets);
  const teams = [...teamNames.keys()].map((id) => ({ id, ...groupOf(ofTeams.get(id) ?? []) }));
  const fit = offeredTeams(teams, inTotal);

  const own = Map.groupBy(
    cells.filter(({ weeks }) => weeks !== 'total'),
    ({ repository }) => repository,
  );
  const repositoryOf = ({ repositoryId: id }: Freshness): Repository => ({
    id,
    ...groupOf(own.get(snapshot.repositories.find(id) ?? -1) ?? []),
  });
  const repositories = all.freshness.map(repositoryOf);
  const beside = all.leftOut.map(repositoryOf);
  const one = onlyOne(held);
  const free = one ? [...repositories, ...beside] : offeredRepositories(repositories, beside, total, fit);
  const places = one ? [] : free.flatMap((repository) => placesOf(repository, sets));
  const enough = places.filter(({ atMost }) => atMost >= FEWEST);
  const teamsAsked = idsOf(fit);
  const candidates = enough.filter(({ team }) => teamsAsked.has(team)).map(pairOf);
  const list = offeredPairs(candidates, total, fit, free);
  return {
    teams: offered(fit, teams),
    repositories: offered(free, [...repositories, ...beside]),
    pairs: { offered: idsOf(list), sizes: new Map(places.map(({ id, atMost }) => [id, atMost])), list },
  };
}

/** A repository whose data end earlier than the others' is shown in other weeks than the total. */
function seenIn(held: Held, all: AskedRepositories, window: Window): Map<number, Seen> {
  const { snapshot, freshness } = held;
  const total = weeksOf(held, all, window);
  const seen = new Map<number, Seen>();
  for (const { repositoryId } of freshness) {
    const number = snapshot.repositories.find(repositoryId);
    if (number === undefined) continue;
    const own = weeksOf(held, askedRepositories(held, repositoryId), window);
    seen.set(number, { total: all.table[number] === 1 ? total : null, own });
  }
  return seen;
}

function weeksOf(held: Held, asked: AskedRepositories, window: Window): Weeks | null {
  const span = spanOf(held, asked, window);
  return span === null ? null : { from: span.from, to: span.running };
}

/** The cells of each team that has any. */
function byTeam(cells: readonly Cell[], sets: readonly (readonly string[])[]): Map<string, Cell[]> {
  const found = new Map<string, Cell[]>();
  for (const cell of cells) {
    for (const team of sets[cell.teamSet] ?? []) {
      const known = found.get(team);
      if (known === undefined) found.set(team, [cell]);
      else known.push(cell);
    }
  }
  return found;
}

/** The work of a team in a repository; nearly all are too small, so that nobody is counted before it is needed. */
type Place = { id: string; team: string; repository: string; cells: readonly Cell[]; atMost: number };

function placesOf({ id: repository, cells }: Repository, sets: readonly (readonly string[])[]): Place[] {
  return [...byTeam(cells, sets)].map(([team, own]) => {
    const atMost = own.reduce((sum, { people }) => sum + people.size, 0);
    return { id: `${team} ${repository}`, team, repository, cells: own, atMost };
  });
}

function pairOf({ cells, ...place }: Place): Pair {
  return { ...place, ...groupOf(cells) };
}

function offered(fit: readonly { id: string }[], all: readonly (Group & { id: string })[]): Offered {
  return {
    offered: idsOf(fit),
    sizes: new Map(all.map(({ id, people }) => [id, people.size])),
  };
}

function idsOf(groups: readonly { id: string }[]): Set<string> {
  return new Set(groups.map(({ id }) => id));
}
