import { asIndexed } from './as-indexed.ts';
import { type FakeIssue, numberOf } from './issue.ts';
import { isRelative } from './jql-date.ts';
import { fieldNamed, matcher } from './jql-match.ts';
import { type Clause, type Order, type Query, readQuery } from './jql-query.ts';
import { JqlError } from './jql-words.ts';
import type { FakeSite } from './site.ts';

/** What an issue stands by in an order; the same for two issues only if they are the same. */
export type Rank = (string | number)[];

export type Found = {
  issues: readonly FakeIssue[];
  rankOf: (issue: FakeIssue) => Rank;
  compare: (one: Rank, other: Rank) => number;
};

/** `strict`: a key of no issue is refused. */
type Finding = { anonymous: boolean; bounded: boolean; fresh?: ReadonlySet<number>; strict?: boolean };

/** Answers queries, the same one quickly as long as nothing can have changed. */
export class Finder {
  readonly #site: FakeSite;
  #kept: { key: string; found: Found } | null = null;

  constructor(site: FakeSite) {
    this.#site = site;
  }

  /** Throws a JqlError; with `bounded` also for a query without a restriction. `fresh`: issues that no lag applies to. */
  find(jql: string, asker: Finding): Found {
    const site = this.#site;
    const query = readQuery(jql);
    const { anonymous, bounded, fresh = new Set(), strict = true } = asker;
    if (bounded && query.where === null)
      throw new JqlError(
        'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
      );
    const until = site.now() - site.searchLag;
    const still = until >= site.changedAt && !asksForNow(query.where);
    const key = still ? JSON.stringify([jql, anonymous, strict, site.revision, site.zone]) : '';
    if (this.#kept !== null && key !== '' && this.#kept.key === key) return this.#kept.found;
    const found = search(site, query, { anonymous, until, fresh, strict });
    if (still) this.#kept = { key, found };
    return found;
  }
}

type Asker = { anonymous: boolean; until: number; fresh: ReadonlySet<number>; strict: boolean };

function search(site: FakeSite, { where, orders }: Query, { anonymous, until, fresh, strict }: Asker): Found {
  const matches = where === null ? () => true : matcher(where, site, anonymous, strict);
  const seen = new Set(site.projects.filter(({ browsable }) => browsable && !anonymous).map(({ id }) => id));
  const issues: FakeIssue[] = [];
  for (const now of site.issues.values()) {
    const issue = site.searchLag === 0 || fresh.has(now.id) ? now : asIndexed(now, until);
    if (issue !== null && seen.has(issue.projectId) && matches(issue)) issues.push(issue);
  }
  const ranking = rankingOf(orders, site);
  const ranked = issues.map((issue) => ({ issue, rank: ranking.rankOf(issue) }));
  ranked.sort((one, other) => ranking.compare(one.rank, other.rank));
  return { ...ranking, issues: ranked.map(({ issue }) => issue) };
}

/** Without an order the newest come first. */
function rankingOf(orders: readonly Order[], site: FakeSite): Omit<Found, 'issues'> {
  const parts = orders.map(({ field, descending }) => ({
    rank: rankBy(fieldNamed(field, site)),
    descending,
  }));
  if (parts.length === 0) parts.push({ rank: ({ id }) => [id], descending: true });
  parts.push({ rank: ({ id }) => [id], descending: false });
  const signs: number[] = [];
  for (const { rank, descending } of parts)
    for (let at = 0; at < rankLength(rank); at += 1) signs.push(descending ? -1 : 1);
  return {
    rankOf: (issue) => parts.flatMap(({ rank }) => rank(issue)),
    compare: (one, other) => {
      for (const [at, sign] of signs.entries()) {
        const [a = 0, b = 0] = [one[at], other[at]];
        if (a !== b) return a < b ? -sign : sign;
      }
      return 0;
    },
  };
}

type RankBy = (issue: FakeIssue) => Rank;

const byKey: RankBy = ({ key }) => [key.slice(0, key.lastIndexOf('-')), numberOf(key)];

function rankLength(rank: RankBy): number {
  return rank === byKey ? 2 : 1;
}

function rankBy(field: string): RankBy {
  if (field === 'issuekey') return byKey;
  if (field === 'project') return ({ key }) => [key.slice(0, key.lastIndexOf('-'))];
  if (field === 'created') return ({ createdAt }) => [createdAt];
  if (field === 'updated') return ({ updatedAt }) => [updatedAt];
  throw new JqlError(`The fake Jira does not order by '${field}'.`);
}

function asksForNow(clause: Clause | null): boolean {
  if (clause === null) return false;
  if (clause.kind === 'not') return asksForNow(clause.part);
  if (clause.kind !== 'term') return clause.parts.some(asksForNow);
  return clause.operands.some((one) => one.kind === 'call' || (one.kind === 'value' && isRelative(one.text)));
}
