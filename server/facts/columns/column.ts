import { type Instant, MINUTE } from '../../model/instant.ts';
import type { TeamBasis } from '../../model/organisation.ts';
import type { Level } from '../attribution/evidence.ts';
import type { Trace } from '../attribution/trace.ts';
import type { IssueLeftOut } from '../issue-fact.ts';
import type { LeftOut } from '../pull-request-fact.ts';
import { type Dictionary, dictionary } from './dictionary.ts';
import type { Item, ItemKind } from './item.ts';

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
/** The same of issues, which are told apart from pull requests by what kind of items the columns hold. */
export const ISSUE_LEFT_OUT = [
  null,
  'epic',
  'sub-task',
  'deleted',
] as const satisfies readonly (IssueLeftOut | null)[];
export const TEAM_BASES = [
  null,
  'stated',
  'assumed',
  'repository',
] as const satisfies readonly (TeamBasis | null)[];

/** What the codes of `aiLevel` stand for: from most to least; 0 is not looked at yet. */
export const AI_LEVELS = [
  null,
  'agent',
  'assisted',
  'suggestion',
  'reviewed',
  'none',
] as const satisfies readonly (Level | null)[];

/** What the codes of `aiTrace` stand for; 0 is not looked at yet. */
export const AI_TRACES = [
  null,
  'certain',
  'strong',
  'trace',
  'none',
] as const satisfies readonly (Trace | null)[];

const FIRST_PUSH = LEFT_OUT.indexOf('direct-push');

/** Whether a code of `leftOut` stands for what never was a pull request: those come last, behind all codes of issues. */
export function isPush(code: number): boolean {
  return code >= FIRST_PUSH;
}

/** What the numbers in columns stand for. A team set is the JSON text of its team ids, sorted, a tool set that of its tools; of issues projects are `repositories`. */
export type Dictionaries = Record<
  'repositories' | 'authors' | 'people' | 'teamSets' | 'toolSets',
  Dictionary
> & {
  kind: ItemKind;
};

export function dictionaries(kind: ItemKind): Dictionaries {
  return {
    kind,
    repositories: dictionary(),
    authors: dictionary(),
    people: dictionary(),
    teamSets: dictionary(),
    toolSets: dictionary(),
  };
}

type Column = {
  name: string;
  /** Which items have it; columns of the other kind of items leave it empty. */
  of: ItemKind | 'both';
  /** The field of the item that it holds. */
  holds: keyof Item;
  pack(item: Item, dictionaries: Dictionaries): number;
};

/**
 * The one table of columns: packing, copying and the drift test follow it. Instants are whole minutes since 1970 and
 * never durations, so that a new phase needs no new column; only draft spans, which have many instants, are lengths.
 * The id is not here: it is text (`Chunk.ids`).
 */
export const columns = [
  {
    name: 'repository',
    of: 'both',
    holds: 'repositoryId',
    pack: (item, { repositories }) => repositories.add(item.repositoryId),
  },
  {
    name: 'author',
    of: 'both',
    holds: 'author',
    pack: (item, { authors }) => (item.author === null ? UNKNOWN : authors.add(item.author)),
  },
  { name: 'number', of: 'both', holds: 'number', pack: (item) => whole(item.number) },
  { name: 'landing', of: 'pull-request', holds: 'landing', pack: (item) => code(LANDINGS, item.landing) },
  {
    name: 'leftOut',
    of: 'both',
    holds: 'leftOut',
    pack: (item, { kind }) =>
      code<Item['leftOut']>(kind === 'issue' ? ISSUE_LEFT_OUT : LEFT_OUT, item.leftOut),
  },
  { name: 'agent', of: 'pull-request', holds: 'agent', pack: (item) => Number(item.agent) },
  { name: 'openedAt', of: 'both', holds: 'openedAt', pack: (item) => minutes(item.openedAt) },
  { name: 'firstCommitAt', of: 'both', holds: 'firstCommitAt', pack: (item) => minutes(item.firstCommitAt) },
  { name: 'readyAt', of: 'both', holds: 'readyAt', pack: (item) => minutes(item.readyAt) },
  { name: 'firstReviewAt', of: 'both', holds: 'firstReviewAt', pack: (item) => minutes(item.firstReviewAt) },
  {
    name: 'ownerCheckedAt',
    of: 'pull-request',
    holds: 'ownerCheckedAt',
    pack: (item) => minutes(item.ownerCheckedAt),
  },
  {
    name: 'firstBotResponseAt',
    of: 'pull-request',
    holds: 'firstBotResponseAt',
    pack: (item) => minutes(item.firstBotResponseAt),
  },
  { name: 'approvedAt', of: 'pull-request', holds: 'approvedAt', pack: (item) => minutes(item.approvedAt) },
  { name: 'mergedAt', of: 'both', holds: 'mergedAt', pack: (item) => minutes(item.mergedAt) },
  { name: 'closedAt', of: 'both', holds: 'closedAt', pack: (item) => minutes(item.closedAt) },
  { name: 'deployedAt', of: 'pull-request', holds: 'deployedAt', pack: (item) => minutes(item.deployedAt) },
  {
    name: 'draftInPickup',
    of: 'pull-request',
    holds: 'draftInPickup',
    pack: (item) => length(item.draftInPickup),
  },
  {
    name: 'draftInReview',
    of: 'pull-request',
    holds: 'draftInReview',
    pack: (item) => length(item.draftInReview),
  },
  {
    name: 'draftInMerge',
    of: 'pull-request',
    holds: 'draftInMerge',
    pack: (item) => length(item.draftInMerge),
  },
  { name: 'lines', of: 'pull-request', holds: 'lines', pack: (item) => whole(item.lines) },
  { name: 'files', of: 'pull-request', holds: 'files', pack: (item) => whole(item.files) },
  {
    name: 'person',
    of: 'both',
    holds: 'person',
    pack: (item, { people }) => (item.person === null ? UNKNOWN : people.add(item.person)),
  },
  {
    name: 'teamSet',
    of: 'both',
    holds: 'teams',
    pack: (item, { teamSets }) => teamSets.add(JSON.stringify(item.teams)),
  },
  { name: 'teamBasis', of: 'both', holds: 'teamBasis', pack: (item) => code(TEAM_BASES, item.teamBasis) },
  { name: 'issues', of: 'pull-request', holds: 'issues', pack: (item) => whole(item.issues) },
  { name: 'aiLevel', of: 'pull-request', holds: 'aiLevel', pack: (item) => code(AI_LEVELS, item.aiLevel) },
  { name: 'aiTrace', of: 'pull-request', holds: 'aiTrace', pack: (item) => code(AI_TRACES, item.aiTrace) },
  {
    name: 'toolSet',
    of: 'pull-request',
    holds: 'aiTools',
    pack: (item, { toolSets }) => toolSets.add(JSON.stringify(item.aiTools)),
  },
  {
    name: 'reviewRounds',
    of: 'pull-request',
    holds: 'reviewRounds',
    pack: (item) => whole(item.reviewRounds),
  },
  {
    name: 'reviewComments',
    of: 'pull-request',
    holds: 'reviewComments',
    pack: (item) => whole(item.reviewComments),
  },
  {
    name: 'ciPassedFirst',
    of: 'pull-request',
    holds: 'ciPassedFirst',
    pack: (item) => whole(item.ciPassedFirst),
  },
  { name: 'revertedAt', of: 'pull-request', holds: 'revertedAt', pack: (item) => minutes(item.revertedAt) },
  { name: 'filesKnown', of: 'pull-request', holds: 'filesKnown', pack: (item) => Number(item.filesKnown) },
  { name: 'hotfixedAt', of: 'pull-request', holds: 'hotfixedAt', pack: (item) => minutes(item.hotfixedAt) },
  {
    name: 'linesReworked',
    of: 'pull-request',
    holds: 'linesReworked',
    pack: (item) => whole(item.linesReworked),
  },
  {
    name: 'linesWatched',
    of: 'pull-request',
    holds: 'linesWatched',
    pack: (item) => whole(item.linesWatched),
  },
  {
    name: 'bugLinkedAt',
    of: 'pull-request',
    holds: 'bugLinkedAt',
    pack: (item) => minutes(item.bugLinkedAt),
  },
  { name: 'linesByAi', of: 'pull-request', holds: 'linesByAi', pack: (item) => whole(item.linesByAi) },
  { name: 'linesNoted', of: 'pull-request', holds: 'linesNoted', pack: (item) => whole(item.linesNoted) },
  { name: 'reopenedAt', of: 'issue', holds: 'reopenedAt', pack: (item) => minutes(item.reopenedAt ?? null) },
  {
    name: 'lastMergedAt',
    of: 'issue',
    holds: 'lastMergedAt',
    pack: (item) => minutes(item.lastMergedAt ?? null),
  },
  { name: 'activeTime', of: 'issue', holds: 'activeTime', pack: (item) => span(item.activeTime ?? null) },
  { name: 'waitingTime', of: 'issue', holds: 'waitingTime', pack: (item) => span(item.waitingTime ?? null) },
  { name: 'pullRequests', of: 'issue', holds: 'pullRequests', pack: (item) => whole(item.pullRequests ?? 0) },
] as const satisfies readonly Column[];

export type ColumnName = (typeof columns)[number]['name'];
export type Columns = Record<ColumnName, Int32Array | Uint16Array | Uint8Array>;

/** The columns that items of a kind have. */
export function columnsOf(kind: ItemKind): readonly (typeof columns)[number][] {
  return BY_KIND[kind];
}

const BY_KIND: Record<ItemKind, readonly (typeof columns)[number][]> = {
  'pull-request': columns.filter(({ of }) => of !== 'issue'),
  issue: columns.filter(({ of }) => of !== 'pull-request'),
};

function minutes(at: Instant | null): number {
  return whole(at === null ? null : Math.floor(at / MINUTE));
}

/** Milliseconds to the nearest minute. */
function length(milliseconds: number): number {
  return whole(Math.round(milliseconds / MINUTE));
}

/** As `length`, where it may be unknown. */
function span(milliseconds: number | null): number {
  return milliseconds === null ? UNKNOWN : length(milliseconds);
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
