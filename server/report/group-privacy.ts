import { createHash } from 'node:crypto';
import { UNKNOWN } from '../facts/columns/column.ts';
import type { Freshness } from '../model/repository.ts';
import { openWorksOf, worksOf } from './contributors.ts';
import { type Judged, type Judging, judgedGroups, type Offered } from './judged-groups.ts';
import type { Held } from './live.ts';
import type { Pair } from './offered-pairs.ts';
import { remembered } from './remembered.ts';
import { askedRepositories } from './repositories.ts';
import type { AskedWindow } from './span.ts';
import type { Work } from './work.ts';

/** Which groups of people may be asked for over one window; all others are shown only within the total. */
export type Groups = {
  /** Teams that may be asked for, alone and in any combination. */
  readonly teams: ReadonlySet<string>;
  readonly repositories: ReadonlySet<string>;
  /** Repositories within which a team may be asked for, by its id; found when they are asked for. */
  readonly within: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many people have work in a team or in a repository. */
  readonly people: { teams: ReadonlyMap<string, number>; repositories: ReadonlyMap<string, number> };
};

/** So many windows are remembered of one state of the data; of several states those in which the same people work. */
const WINDOWS = 16;

/** Groups of some works that are judged together: found once for each window and state of the data. */
export function groupsBy(worksIn: (held: Held, window: AskedWindow) => Record<string, Work>) {
  const known = new WeakMap<Held, (window: AskedWindow) => Groups>();
  const sameWorks = remembered<Groups>(WINDOWS);
  return (held: Held, window: AskedWindow): Groups => {
    const before = known.get(held);
    if (before !== undefined) return before(window);
    const windows = remembered<Groups>(WINDOWS);
    const judging = judgingOf(held);
    const find = ({ window: name, from, to }: AskedWindow) =>
      windows(`${name} ${from} ${to}`, () => {
        const works = Object.values(worksIn(held, { window: name, from, to }));
        // Judged again only where people have work in other places than before.
        return sameWorks(digestOf(works, judging), () => judged(works, judging));
      });
    known.set(held, find);
    return find(window);
  };
}

/** Which groups may be asked for by what was opened or merged. */
export const groupsOf = groupsBy(worksOf);

/**
 * Which of these may be asked for by what is open as well. They are fewer, for little is open at a time: so they are judged apart, and
 * only figures of open work are refused for the others.
 */
export const groupsOfOpen = groupsBy((held, window) => ({
  ...worksOf(held, window),
  ...openWorksOf(held, window),
}));

/** Where only one repository is stored there is nothing that it could be told from, so that it may always be asked for. */
export function onlyOne(held: Held): boolean {
  return askedRepositories(held, null).freshness.length === 1;
}

/**
 * What may be asked for is so of each of the works, for the figures of one page show all of them: whichever has none of one work is
 * judged by the others.
 */
function judged(works: readonly Work[], judging: Judging): Groups {
  const each = works.map((work) => judgedGroups(work, judging));
  const teams = offeredBy(each.map((one) => one.teams));
  const repositories = offeredBy(each.map((one) => one.repositories));
  const alone = repositories.size > 0 && judging.repositories.length === 1;
  const within = () => {
    const found = new Map([...teams].map((team) => [team, new Set(alone ? repositories : [])]));
    for (const { team, repository } of pairsOf(each)) {
      if (repositories.has(repository.id)) found.get(team.id)?.add(repository.id);
    }
    return found;
  };
  const people = {
    teams: largest(each.map((one) => one.teams)),
    repositories: largest(each.map((one) => one.repositories)),
  };
  return lazyGroups({ teams, repositories, people }, within);
}

/** Those that some work offers and no other has without offering them. */
function offeredBy(works: readonly Offered[]): Set<string> {
  const may = (id: string) => works.every(({ offered, sizes }) => offered.has(id) || !sizes.get(id));
  return new Set(works.flatMap(({ offered }) => [...offered].filter(may)));
}

function largest(works: readonly Offered[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { sizes } of works) {
    for (const [id, size] of sizes) found.set(id, Math.max(size, found.get(id) ?? 0));
  }
  return found;
}

/** Apart from where it is judged, so that all it was found from is let go when nothing is left to be found. */
function lazyGroups(found: Omit<Groups, 'within'>, findWithin: () => Groups['within']): Groups {
  let [within, find]: [Groups['within'], typeof findWithin | null] = [new Map(), findWithin];
  return {
    ...found,
    get within() {
      if (find !== null) [within, find] = [find(), null];
      return within;
    },
  };
}

function judgingOf(held: Held): Judging {
  const { snapshot, teamNames } = held;
  const all = askedRepositories(held, null);
  const teams = [...teamNames.keys()];
  const places = new Map(teams.map((id, place) => [id, place]));
  const sets = snapshot.teamSets.values.map((set) => {
    const ids: readonly string[] = JSON.parse(set);
    return ids.flatMap((id) => places.get(id) ?? []);
  });
  const numbered = ({ repositoryId: id }: Freshness) => ({
    id,
    number: snapshot.repositories.find(id) ?? UNKNOWN,
  });
  return { teams, sets, repositories: all.freshness.map(numbered), beside: all.leftOut.map(numbered) };
}

function pairsOf(each: readonly Judged[]): Pair[] {
  const works = each.map((one) => ({ ...one, offered: new Map(one.pairs().map((pair) => [pair.id, pair])) }));
  const all = new Map(works.flatMap(({ offered }) => [...offered]));
  return [...all.values()].filter((pair) =>
    works.every(({ offered, hasWork }) => offered.has(pair.id) || !hasWork(pair)),
  );
}

/** All that judging depends on. */
function digestOf(works: readonly Work[], judging: Judging): string {
  const digest = createHash('sha256').update(JSON.stringify(judging));
  for (const { placements, places, words } of works) {
    digest.update(JSON.stringify(places));
    for (const part of [placements.person, placements.teamSet, words])
      digest.update(`${part.length} `).update(part);
  }
  return digest.digest('base64');
}
