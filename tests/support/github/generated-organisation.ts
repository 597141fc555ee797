import { Chance, DAY, instant } from './chance.ts';
import { type Cast, generatedCast } from './generated-cast.ts';
import { deliver } from './generated-delivery.ts';
import { growMainline } from './generated-mainline.ts';
import { generatedPullRequest } from './generated-pull-request.ts';
import type { FakeOrganisation } from './organisation.ts';
import { type FakeRepository, repository } from './repository.ts';

export type Wanted = {
  seed: number;
  login: string;
  repositories: number;
  pullRequests: number;
  /** ISO days or instants: the first pull request is opened after `from`, nothing happens after `until`. */
  from: string;
  until: string;
  /** Share of pull requests with over 50 commits or over 50 reviews. */
  many?: number;
};

const services = ['shop', 'billing', 'search', 'mail', 'login', 'stock', 'maps', 'reports', 'mobile', 'docs'];

/** An organisation that has worked for a while: the same for the same wishes, on every machine. */
export function generateOrganisation(wanted: Wanted): FakeOrganisation {
  const { seed, login, repositories, pullRequests } = wanted;
  const cast = generatedCast(Math.max(12, repositories));
  const shares = sharesOf(pullRequests, repositories);
  const all = shares.map((share, at) =>
    generatedRepository(wanted, cast, at, share, new Chance(seed * 1000 + at)),
  );
  return { login, kind: 'Organization', repositories: all, teams: cast.teams };
}

function generatedRepository(
  { login, from, until, many = 0.02 }: Wanted,
  cast: Cast,
  at: number,
  share: number,
  chance: Chance,
): FakeRepository {
  const begin = Date.parse(from);
  const end = Date.parse(until);
  const service = services[at % services.length] ?? 'shop';
  const databaseId = 1000 + at;
  const made = repository({
    owner: login,
    name: at < services.length ? service : `${service}-${Math.floor(at / services.length) + 1}`,
    databaseId,
    isArchived: at % 20 === 19,
    isFork: at % 30 === 29,
    isPrivate: at % 7 !== 6,
    createdAt: instant(begin - 30 * DAY),
  });
  let ids = databaseId * 1_000_000;
  const setting = {
    ...{ chance, cast, from: begin, until: end, many },
    repository: `${login}/${made.name}`,
    nextId: () => {
      ids += 1;
      return ids;
    },
  };
  const openings = Array.from({ length: share }, () => begin + chance.below(end - begin)).sort(
    (a, b) => a - b,
  );
  // Issues take numbers too.
  let number = 0;
  for (const opened of openings) {
    number += chance.between(1, 2);
    made.pullRequests.push(generatedPullRequest(setting, number, opened));
  }
  const mainline = growMainline(made, chance, begin - 30 * DAY);
  made.pushedAt = instant(mainline.main.at(-1)?.at ?? begin);
  deliver(made, mainline, chance, end);
  return made;
}

/** A few repositories have most of the work; every one has some, as far as it goes round. */
function sharesOf(pullRequests: number, repositories: number): number[] {
  const weights = Array.from({ length: repositories }, (_, at) => 1 / (at + 3));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => Math.floor((pullRequests * weight) / sum));
  const left = pullRequests - shares.reduce((total, share) => total + share, 0);
  return shares.map((share, at) => share + (at < left ? 1 : 0));
}
