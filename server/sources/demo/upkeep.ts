import { DAY, HOUR, type Instant, MINUTE } from '../../model/instant.ts';
import { chance, cycled, purpose, seedOf } from './chance.ts';
import { sha } from './commits.ts';
import { type Kind, type Landed, recent } from './kinds.ts';
import type { Opening } from './opening.ts';
import type { Organisation } from './organisation.ts';
import { mondayOf, teamIn, weekOf } from './people.ts';
import type { DemoRepository } from './repositories.ts';
import { wholeSecond } from './second.ts';
import { LOCK_FILES } from './sizes.ts';
import type { Story } from './story.ts';
import { atWork } from './working-hours.ts';

/** Pull requests of a repository's own, besides its people's work: when each is opened. */
export type Upkeep = { seed: number; at: Instant; is: 'dependency' | 'back-port' };

/** A week and repository. */
const UPDATES = 0.62;
const BACK_PORTS = 0.3;
const SUPERSEDED = 0.15;
const IGNORED = 0.03;
const PACKAGES = [
  'eslint',
  'fastify',
  'lodash',
  'pytest',
  'requests',
  'testify',
  'typescript',
  'vite',
  'zod',
];
const DEPENDABOT = {
  account: { login: 'dependabot', kind: 'bot' },
  author: { name: 'dependabot[bot]', email: '49699333+dependabot[bot]@users.noreply.github.com' },
} as const;

export function upkeepOf(
  { first, last, demo }: Organisation,
  { seed, maintained }: DemoRepository,
): Upkeep[] {
  const all: Upkeep[] = [];
  for (let week = first; week <= last; week++) {
    const place = week - first;
    const draws = chance(seed, purpose.dependency, place);
    const monday = mondayOf(week);
    if (draws.yes(UPDATES)) {
      const at = wholeSecond(monday + 4 * HOUR + draws.between(0, 40) * MINUTE);
      all.push({ seed: seedOf(seed, purpose.dependency, place, 1), at, is: 'dependency' });
    }
    if (maintained !== null && draws.yes(BACK_PORTS)) {
      const at = wholeSecond(monday + draws.below(5) * DAY + draws.between(8, 16) * HOUR);
      all.push({ seed: seedOf(seed, purpose.backPort, place), at, is: 'back-port' });
    }
  }
  return all.filter(({ at }) => at < demo.until);
}

/** Somebody of the team takes over what landed in the last weeks; null when nothing did or nobody is there. */
export function backPortOf(
  organisation: Organisation,
  repository: DemoRepository,
  { seed, at }: Upkeep,
  landed: readonly Landed[],
): { opening: Opening; kind: Kind } | null {
  const of = recent(landed, at, 21 * DAY, chance(seed, 1).unit());
  const there = (organisation.members[repository.team] ?? []).filter(
    (one) => teamIn(one, weekOf(at)) !== null,
  );
  if (of === null || there.length === 0) return null;
  const person = cycled(there, seed);
  const when = wholeSecond(atWork(person.hours, at, of.mergedAt, organisation.demo.until, 0.5));
  const team = teamIn(person, weekOf(when)) ?? repository.team;
  return { opening: { seed, at: when, person, team, repository }, kind: { is: 'back-port', of } };
}

/** A new version of a package, merged by a person within days, or closed when a newer one comes. */
export function dependencyUpdate(
  organisation: Organisation,
  repository: DemoRepository,
  { seed, at }: Upkeep,
  number: number,
): Story {
  const draws = chance(seed);
  const name = cycled(PACKAGES, draws.below(PACKAGES.length));
  const [major, minor] = [1 + draws.below(9), draws.below(30)];
  const title = `Bump ${name} from ${major}.${minor}.0 to ${major}.${minor + 1}.0`;
  const told = draws.unit();
  const end = told < IGNORED ? 'left-open' : told < IGNORED + SUPERSEDED ? 'closed' : 'merged';
  const target = at + Math.exp(Math.log(26) + 1.1 * draws.normal()) * HOUR;
  const merger = organisation.members[repository.team]?.find((one) => teamIn(one, weekOf(at)) !== null);
  const hours = merger?.hours;
  const moved =
    hours === undefined ? target : atWork(hours, target, at + HOUR, target + 30 * DAY, draws.unit());
  const endsAt = end === 'left-open' ? Number.POSITIVE_INFINITY : wholeSecond(moved);
  const reviewed = merger !== undefined && draws.yes(0.8) && end === 'merged';
  const id = `${repository.row.id}#${number}`;
  const lock = LOCK_FILES[repository.ending] ?? 'package-lock.json';
  return {
    ...{ repository, number, title, ...DEPENDABOT, openedAt: at },
    body: `Bumps ${name} from ${major}.${minor}.0 to ${major}.${minor + 1}.0.`,
    base: repository.row.defaultBranch,
    branch: `dependabot/${name}-${major}.${minor + 1}.0`,
    ...{ assignees: [], labels: ['dependencies'], closes: [], reverts: [], forcePushedAt: null },
    fate: { end, endsAt, slowness: 0, readyAt: null, draftAgain: null },
    files: [{ path: lock, additions: 4 + draws.below(40), deletions: 4 + draws.below(30) }],
    reviewing: {
      reviews: reviewed
        ? [
            {
              id: `${id}!review:1`,
              account: { login: merger.login, kind: 'user' },
              state: 'approved',
              submittedAt: endsAt - MINUTE,
            },
          ]
        : [],
      ...{ comments: [], sentBackAt: [], reviewer: null, askedAt: at },
    },
    commits: [
      {
        repositoryId: repository.row.id,
        sha: sha(repository.seed, number, 0),
        parents: null,
        author: DEPENDABOT.author,
        authorLogin: null,
        authoredAt: at - MINUTE,
        committer: { name: 'GitHub', email: 'noreply@github.com' },
        committedAt: at - MINUTE,
        message: title,
        reverts: [],
      },
    ],
    trailers: [],
    mergedBy: { login: merger?.login ?? 'northwind', kind: merger === undefined ? 'organization' : 'user' },
    ...{ checks: 'success', firstChecks: 'success', reworked: 0 },
  };
}
