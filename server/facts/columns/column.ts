import { type Instant, MINUTE } from '../../model/instant.ts';
import type { TeamBasis } from '../../model/organisation.ts';
import type { LeftOut, PullRequestFact } from '../pull-request-fact.ts';
import { type Dictionary, dictionary } from './dictionary.ts';

/** Stands for unknown in every Int32 column; no instant, count or number reaches it. */
export const UNKNOWN = -(2 ** 31);

/** What the codes of `landing`, `leftOut` and `teamBasis` stand for; 0 is null. */
export const LANDINGS = [null, 'merge', 'squash', 'rebase'] as const;
export const LEFT_OUT = [
  null,
  'automation',
  'long-lived-branch',
  'back-port',
  'direct-push',
  'branch-merge',
] as const satisfies readonly (LeftOut | null)[];
export const TEAM_BASES = [
  null,
  'stated',
  'assumed',
  'repository',
] as const satisfies readonly (TeamBasis | null)[];

const FIRST_PUSH = LEFT_OUT.indexOf('direct-push');

/** Whether a code of `leftOut` stands for what never was a pull request: those come last. */
export function isPush(code: number): boolean {
  return code >= FIRST_PUSH;
}

/** A team set is the JSON text of its team ids, sorted. */
export type Dictionaries = Record<'repositories' | 'authors' | 'people' | 'teamSets', Dictionary>;

export function dictionaries(): Dictionaries {
  return {
    repositories: dictionary(),
    authors: dictionary(),
    people: dictionary(),
    teamSets: dictionary(),
  };
}

type Column = {
  name: string;
  /** The field of the fact that it holds. */
  holds: keyof PullRequestFact;
  pack(fact: PullRequestFact, dictionaries: Dictionaries): number;
};

/**
 * The one table of columns: packing, copying and the drift test follow it. Instants are whole minutes since 1970 and
 * never durations, so that a new phase needs no new column; only draft spans, which have many instants, are lengths.
 * The id is not here: it is text (`Chunk.ids`).
 */
export const columns = [
  {
    name: 'repository',
    holds: 'repositoryId',
    pack: (fact, { repositories }) => repositories.add(fact.repositoryId),
  },
  {
    name: 'author',
    holds: 'author',
    pack: (fact, { authors }) => (fact.author === null ? UNKNOWN : authors.add(fact.author)),
  },
  { name: 'number', holds: 'number', pack: (fact) => whole(fact.number) },
  { name: 'landing', holds: 'landing', pack: (fact) => code(LANDINGS, fact.landing) },
  { name: 'leftOut', holds: 'leftOut', pack: (fact) => code(LEFT_OUT, fact.leftOut) },
  { name: 'agent', holds: 'agent', pack: (fact) => Number(fact.agent) },
  { name: 'openedAt', holds: 'openedAt', pack: (fact) => minutes(fact.openedAt) },
  { name: 'firstCommitAt', holds: 'firstCommitAt', pack: (fact) => minutes(fact.firstCommitAt) },
  { name: 'readyAt', holds: 'readyAt', pack: (fact) => minutes(fact.readyAt) },
  { name: 'firstReviewAt', holds: 'firstReviewAt', pack: (fact) => minutes(fact.firstReviewAt) },
  { name: 'ownerCheckedAt', holds: 'ownerCheckedAt', pack: (fact) => minutes(fact.ownerCheckedAt) },
  {
    name: 'firstBotResponseAt',
    holds: 'firstBotResponseAt',
    pack: (fact) => minutes(fact.firstBotResponseAt),
  },
  { name: 'approvedAt', holds: 'approvedAt', pack: (fact) => minutes(fact.approvedAt) },
  { name: 'mergedAt', holds: 'mergedAt', pack: (fact) => minutes(fact.mergedAt) },
  { name: 'closedAt', holds: 'closedAt', pack: (fact) => minutes(fact.closedAt) },
  { name: 'deployedAt', holds: 'deployedAt', pack: (fact) => minutes(fact.deployedAt) },
  { name: 'draftInPickup', holds: 'draftInPickup', pack: (fact) => length(fact.draftInPickup) },
  { name: 'draftInReview', holds: 'draftInReview', pack: (fact) => length(fact.draftInReview) },
  { name: 'draftInMerge', holds: 'draftInMerge', pack: (fact) => length(fact.draftInMerge) },
  { name: 'lines', holds: 'lines', pack: (fact) => whole(fact.lines) },
  { name: 'files', holds: 'files', pack: (fact) => whole(fact.files) },
  {
    name: 'person',
    holds: 'person',
    pack: (fact, { people }) => (fact.person === null ? UNKNOWN : people.add(fact.person)),
  },
  {
    name: 'teamSet',
    holds: 'teams',
    pack: (fact, { teamSets }) => teamSets.add(JSON.stringify(fact.teams)),
  },
  { name: 'teamBasis', holds: 'teamBasis', pack: (fact) => code(TEAM_BASES, fact.teamBasis) },
] as const satisfies readonly Column[];

export type ColumnName = (typeof columns)[number]['name'];
export type Columns = Record<ColumnName, Int32Array | Uint16Array | Uint8Array>;

/** Columns that are never unknown and seldom large: two bytes a row are enough of them, but where one is not. */
const NARROW = [
  'repository',
  'teamSet',
  'draftInPickup',
  'draftInReview',
  'draftInMerge',
] as const satisfies readonly ColumnName[];

/** Columns as they are held. */
export function narrowed(all: Columns): Columns {
  const found = { ...all };
  for (const name of NARROW) {
    const wide = all[name];
    if (wide instanceof Int32Array && wide.every((value) => value >= 0 && value < 2 ** 16)) {
      found[name] = Uint16Array.from(wide);
    }
  }
  return found;
}

/** Room for `size` facts. */
export function emptyColumns(size: number): Columns {
  return {
    repository: new Int32Array(size),
    author: new Int32Array(size),
    number: new Int32Array(size),
    landing: new Uint8Array(size),
    leftOut: new Uint8Array(size),
    agent: new Uint8Array(size),
    openedAt: new Int32Array(size),
    firstCommitAt: new Int32Array(size),
    readyAt: new Int32Array(size),
    firstReviewAt: new Int32Array(size),
    ownerCheckedAt: new Int32Array(size),
    firstBotResponseAt: new Int32Array(size),
    approvedAt: new Int32Array(size),
    mergedAt: new Int32Array(size),
    closedAt: new Int32Array(size),
    deployedAt: new Int32Array(size),
    draftInPickup: new Int32Array(size),
    draftInReview: new Int32Array(size),
    draftInMerge: new Int32Array(size),
    lines: new Int32Array(size),
    files: new Int32Array(size),
    person: new Int32Array(size),
    teamSet: new Int32Array(size),
    teamBasis: new Uint8Array(size),
  };
}

function minutes(at: Instant | null): number {
  return whole(at === null ? null : Math.floor(at / MINUTE));
}

/** Milliseconds to the nearest minute. */
function length(milliseconds: number): number {
  return whole(Math.round(milliseconds / MINUTE));
}

/** Held within what an Int32 can hold: a date in the year 9000 stays far in the future instead of wrapping round. */
function whole(value: number | null): number {
  return value === null ? UNKNOWN : Math.max(UNKNOWN + 1, Math.min(value, 2 ** 31 - 1));
}

function code<Value>(values: readonly Value[], value: Value): number {
  const found = values.indexOf(value);
  if (found < 0) throw new Error(`no code for ${String(value)}`);
  return found;
}
