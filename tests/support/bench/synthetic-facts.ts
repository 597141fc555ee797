import { type Marked, NO_QUALITY, type PullRequestFact } from '../../../server/facts/pull-request-fact.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../../server/model/instant.ts';
import type { Repository } from '../../../server/model/repository.ts';
import { seededRandom } from '../random-history.ts';

/** How large an organisation is that exists in facts alone. */
export type Size = { facts: number; repositories: number; people: number; teams: number };

/** From a hundred people in a dozen repositories to thousands in three hundred, each with about 120 items a year. */
export function sizeOf(facts: number): Size {
  const people = Math.ceil(facts / 250);
  const repositories = Math.min(300, Math.max(12, Math.round(facts / 2000)));
  return { facts, repositories, people, teams: Math.ceil(people / 9) };
}

const WEEKS = 104;
const BEGIN: Instant = Date.UTC(2024, 10, 4);
/** The instant that the facts reach. */
export const END: Instant = BEGIN + WEEKS * 7 * DAY + 2 * DAY;

export function syntheticRepository(index: number): Repository {
  return {
    id: `github:github.com/acme/service-${index}`,
    name: `acme/service-${index}`,
    source: 'github',
    defaultBranch: 'main',
    externalId: `R_${index}`,
    deployedBy: index % 3 === 0 ? null : 'deployments:production',
    codeOwners: null,
  };
}

/** One in 25 is a push that never was a pull request. */
export function isPush(index: number): boolean {
  return index % 25 === 24;
}

export function shaOf(index: number): string {
  return index.toString(16).padStart(40, '0');
}

/** Whose it is: some do twice as much as others. */
function personOf(index: number, { people }: Size): number {
  return Math.floor(seededRandom(index)() ** 1.3 * people);
}

/** A team works in three repositories, on most days in the first of them, and now and then elsewhere. */
export function repositoryOf(index: number, size: Size): number {
  const chance = seededRandom(index + 500_009)();
  const home = (personOf(index, size) % size.teams) * 3;
  if (chance < 0.08) return Math.floor((chance / 0.08) * size.repositories);
  return (home + (chance < 0.6 ? 0 : chance < 0.85 ? 1 : 2)) % size.repositories;
}

/**
 * The fact with a number, the same whenever it is asked for; another `edition` of it tells other sizes and reviews. Durations are
 * spread like real ones: half within a day, a few months long. A week has more and fewer of them, its weekend hardly any.
 */
export function syntheticFact(index: number, size: Size, edition = 0): PullRequestFact {
  const repository = syntheticRepository(repositoryOf(index, size));
  const random = seededRandom(index + 1_000_003);
  const openedAt = opening(random);
  const changed = seededRandom(index * 31 + edition);
  const about = (hours: number) => Math.round(hours * 60 * Math.exp(1.5 * normal(changed))) * MINUTE;
  const person = personOf(index, size);
  const firstCommitAt = random() < 0.03 ? null : openedAt - about(9);
  const known = {
    repositoryId: repository.id,
    author: `login:github.com/p${person}`,
    ...placed(person, size),
    agent: random() < 0.08,
    firstCommitAt,
    ownerCheckedAt: null,
    firstBotResponseAt: openedAt + 4 * MINUTE,
    ...{ draftInPickup: 0, draftInReview: 0, draftInMerge: 0 },
    lines: Math.round(40 * Math.exp(1.4 * normal(changed))),
    files: 1 + Math.floor(changed() * 9),
    issues: index % 5 === 0 ? 0 : 1,
    ...markedBy(person),
    ...NO_QUALITY,
  };
  if (isPush(index)) {
    const unknown = { openedAt: null, readyAt: null, firstReviewAt: null, approvedAt: null, closedAt: null };
    const push = { number: null, landing: null, leftOut: 'direct-push', mergedAt: openedAt } as const;
    return { id: `${repository.id}@${shaOf(index)}`, ...known, ...unknown, ...push, deployedAt: null };
  }
  const readyAt = openedAt + (random() < 0.15 ? about(6) : 0);
  const reviewed = changed() < 0.12 ? null : readyAt + about(4);
  const approved = reviewed === null || changed() < 0.08 ? null : reviewed + about(5);
  const ended = (approved ?? reviewed ?? readyAt) + about(2);
  const fate = random();
  const mergedAt = fate < 0.88 && ended < END ? ended : null;
  return {
    id: `${repository.id}#${index + 1}`,
    number: index + 1,
    landing: mergedAt === null ? null : 'squash',
    leftOut: fate < 0.07 ? 'automation' : fate < 0.08 ? 'back-port' : null,
    ...known,
    openedAt,
    readyAt,
    firstReviewAt: reviewed,
    approvedAt: approved,
    mergedAt,
    closedAt: fate >= 0.88 && fate < 0.96 ? ended : null,
    deployedAt: mergedAt === null || repository.deployedBy === null ? null : mergedAt + about(7),
  };
}

/** People keep to one tool, and half of them use none. */
const UNNOTED = { linesByAi: null, linesNoted: null };

function markedBy(person: number): Marked {
  if (person % 2 === 0) return { aiLevel: 'none', aiTools: [], aiTrace: 'none', ...UNNOTED };
  const tool = ['claude-code', 'cursor', 'github-copilot'][person % 3] ?? '';
  return {
    aiLevel: person % 5 === 0 ? 'agent' : 'assisted',
    aiTools: [tool],
    aiTrace: 'certain',
    ...UNNOTED,
  };
}

/** By day, on working days mostly; every thirteenth week is a quiet one. */
function opening(random: () => number): Instant {
  const week = Math.floor(random() * WEEKS);
  const day = random() < 0.05 ? 5 + Math.floor(random() * 2) : Math.floor(random() * 5);
  const at = BEGIN + (week % 13 === 12 && random() < 0.6 ? week - 1 : week) * 7 * DAY + day * DAY + 7 * HOUR;
  return at + Math.floor(random() * 11 * 60) * MINUTE;
}

/** Most people are in one team, one in eight in two, some in none. */
function placed(person: number, { teams }: Size): Pick<PullRequestFact, 'person' | 'teams' | 'teamBasis'> {
  const set = person % 19 === 0 ? [] : [person % teams, ...(person % 8 === 0 ? [(person + 1) % teams] : [])];
  return {
    person: `person-${person}`,
    teams: [...new Set(set.map(teamId))].sort(),
    teamBasis: set.length === 0 ? null : 'stated',
  };
}

export function teamId(team: number): string {
  return `team-${team}`;
}

/** Box and Muller's. */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
