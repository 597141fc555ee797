import { createHash } from 'node:crypto';
import { UNKNOWN } from '../facts/columns/column.ts';
import type { Freshness } from '../model/repository.ts';
import { type Works, worksOf } from './contributors.ts';
import { type Judged, type Judging, judgedGroups, type Offered } from './judged-groups.ts';
import type { Held } from './live.ts';
import { remembered } from './remembered.ts';
import { askedRepositories } from './repositories.ts';
import { seenWeeks } from './seen-weeks.ts';
import type { AskedWindow } from './span.ts';

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

const known = new WeakMap<Held, (window: AskedWindow) => Groups>();
const sameWorks = remembered<Groups>(WINDOWS);

/** Found once for each window and state of the data, and only where people have work in other places than before. */
export function groupsOf(held: Held, window: AskedWindow): Groups {
  const before = known.get(held);
  if (before !== undefined) return before(window);
  const windows = remembered<Groups>(WINDOWS);
  const judging = judgingOf(held);
  const find = ({ window: name, from, to }: AskedWindow) =>
    windows(`${name} ${from} ${to}`, () => {
      const seen = seenWeeks(held, askedRepositories(held, null), { window: name, from, to });
      const works = worksOf(held.snapshot, seen);
      return sameWorks(digestOf(works, judging), () => judged(works, judging));
    });
  known.set(held, find);
  return find(window);
}

/** Where only one repository is stored there is nothing that it could be told from, so that it may always be asked for. */
export function onlyOne(held: Held): boolean {
  return askedRepositories(held, null).freshness.length === 1;
}

/**
 * What may be asked for is so by week of merge and by week of opening, for the figures of one page show both: whichever has no
 * work at all in one of them is judged by the other.
 */
function judged(works: Works, judging: Judging): Groups {
  const [merged, opened] = [judgedGroups(works.merge, judging), judgedGroups(works.opening, judging)];
  const both = (one: Offered, other: Offered) =>
    new Set([...one.offered].filter((id) => other.offered.has(id) || !other.sizes.get(id)));
  const teams = both(merged.teams, opened.teams);
  const repositories = both(merged.repositories, opened.repositories);
  const alone = repositories.size > 0 && judging.repositories.length === 1;
  const within = () => {
    const found = new Map([...teams].map((team) => [team, new Set(alone ? repositories : [])]));
    for (const { team, repository } of pairsOfBoth(merged, opened)) {
      if (repositories.has(repository.id)) found.get(team.id)?.add(repository.id);
    }
    return found;
  };
  return lazyGroups(
    { teams, repositories, people: { teams: merged.teams.sizes, repositories: merged.repositories.sizes } },
    within,
  );
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

function pairsOfBoth(merged: Judged, opened: Judged) {
  const offered = new Set(opened.pairs().map(({ id }) => id));
  return merged.pairs().filter((pair) => offered.has(pair.id) || !opened.hasWork(pair));
}

/** All that judging depends on. */
function digestOf(works: Works, judging: Judging): string {
  const digest = createHash('sha256').update(JSON.stringify(judging));
  const { placements, places } = works.merge;
  digest.update(JSON.stringify(places));
  for (const part of [placements.person, placements.teamSet, works.merge.words, works.opening.words]) {
    digest.update(`${part.length} `).update(part);
  }
  return digest.digest('base64');
}
