import { describe, expect, test } from 'vitest';
import { ask } from '../../support/github/ask.ts';
import type { FakeGithub } from '../../support/github/fake-github.ts';
import { generateOrganisation } from '../../support/github/generated-organisation.ts';
import { acme, shop, startedGithub } from '../../support/github/started.ts';

async function priceOf(fake: FakeGithub, fields: string, variables: Record<string, unknown> = {}, head = '') {
  const query = `query Price${head} { rateLimit(dryRun: true) { cost nodeCount } ${fields} }`;
  const reply = await ask(fake, query, variables);
  if (reply.errors.length > 0) return reply.errors[0]?.type;
  return [reply.at('rateLimit', 'cost'), reply.at('rateLimit', 'nodeCount')];
}

/** The pages that the price of a query is made of, around `below`. */
const owner = (below: string) => `repositoryOwner(login: "acme") { ${below} }`;

describe('The price of a query', () => {
  // docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api, "Predicting the point value of a query"
  test('is the documented one: 100 repositories of 50 issues of 60 labels are 5,101 requests and 51 points', async () => {
    const fake = await startedGithub({ organisations: [acme(shop())] });
    const fields = owner(`repositories(first: 100) { edges { node { id
      issues(first: 50) { edges { node { id labels(first: 60) { edges { node { id name } } } } } } } } }`);
    expect(await priceOf(fake, fields)).toEqual([51, 100 + 5_000 + 300_000]);
  });

  // The same page, "Calculating nodes in a call".
  test('counts the nodes as documented: 22,060', async () => {
    const fake = await startedGithub({ organisations: [acme(shop())] });
    const comments = 'comments(first: 10) { edges { node { bodyHTML } } }';
    const fields = `${owner(`repositories(first: 50) { edges { node { name
      pullRequests(first: 20) { edges { node { title ${comments} } } }
      issues(first: 20) { totalCount edges { node { title bodyHTML ${comments} } } } } } }`)}
      user(login: "ada") { followers(first: 10) { edges { node { login } } } }`;
    expect(await priceOf(fake, fields)).toEqual([21, 22_060]);
  });

  test('is a point for 25 pull requests with five connections, and for 50 repositories asked at once', async () => {
    const fake = await startedGithub({ organisations: [acme(shop())] });
    const nested =
      'labels(first: 20) { nodes { name } } reviews(first: 50) { nodes { id } } commits(first: 50) { nodes { id } }';
    const five = `${nested} closingIssuesReferences(first: 5) { nodes { number } } files(first: 50) { nodes { path } }`;
    const pages = `repository(owner: "acme", name: "shop") { pullRequests(first: $n) { nodes { ${five} } } }`;
    expect(await priceOf(fake, pages, { n: 25 }, '($n: Int!)')).toEqual([1, 25 + 25 * 175]);
    expect(await priceOf(fake, pages, { n: 100 }, '($n: Int!)')).toEqual([5, 100 + 100 * 175]);
    const many = Array.from(
      { length: 50 },
      (_, at) =>
        `r${at}: repository(owner: "acme", name: "shop") { pullRequests(first: 1) { nodes { id } } }`,
    );
    expect(await priceOf(fake, many.join(' '))).toEqual([1, 50]);
    const ids = `nodes(ids: $ids) { ... on PullRequest { reviews(first: 100) { nodes { id } } } }`;
    expect(await priceOf(fake, ids, { ids: Array(20).fill('x') }, '($ids: [ID!]!)')).toEqual([1, 20 + 2_000]);
  });

  test('leaves out what a directive leaves out', async () => {
    const fake = await startedGithub({ organisations: [acme(shop())] });
    const fields = `repository(owner: "acme", name: "shop") { pullRequests(first: 100) { nodes { id
      reviews(first: 50) @include(if: $more) { nodes { id } } commits(first: 50) @skip(if: $more) { nodes { id } }
      files(first: 50) @include(if: $more) { nodes { path } } } } }`;
    const head = '($more: Boolean = false)';
    expect(await priceOf(fake, fields, { more: true }, head)).toEqual([2, 100 + 2 * 5_000]);
    expect(await priceOf(fake, fields, {}, head)).toEqual([1, 100 + 5_000]);
  });

  test('is not asked for: pages over 100 or without a bound, and more than 500,000 nodes', async () => {
    const fake = await startedGithub({ organisations: [acme(shop())] });
    const page = (bounds: string, below = 'id') =>
      `repository(owner: "acme", name: "shop") { pullRequests${bounds} { totalCount nodes { ${below} } } }`;
    expect(await priceOf(fake, page('(first: 101)'))).toBe('EXCESSIVE_PAGINATION');
    expect(await priceOf(fake, page('(first: 0)'))).toBe('ARGUMENT_LIMIT');
    expect(await priceOf(fake, page(''))).toBe('MISSING_PAGINATION_BOUNDARIES');
    expect(await priceOf(fake, page('(first: 5, last: 5)'))).toBe('BAD_PAGINATION');
    const deep = 'reviews(first: 100) { nodes { comments(first: 100) { nodes { id } } } }';
    expect(await priceOf(fake, page('(first: 49)', deep))).toEqual([50, 49 + 4_900 + 490_000]);
    expect(await priceOf(fake, page('(first: 50)', deep))).toBe('MAX_NODE_LIMIT_EXCEEDED');
    expect(
      await priceOf(fake, 'nodes(ids: $ids) { id }', { ids: Array(101).fill('x') }, '($ids: [ID!]!)'),
    ).toBe('ARGUMENT_LIMIT');
    const onlyCounted = 'repository(owner: "acme", name: "shop") { pullRequests { totalCount } }';
    expect(await priceOf(fake, onlyCounted)).toEqual([1, 0]);
  });

  test('of a dry run is told, but neither paid nor worked for', async () => {
    const fake = await startedGithub({ organisations: [acme(shop())] });
    const dry = await ask(fake, '{ rateLimit(dryRun: true) { cost remaining } viewer { login } }');
    expect(dry.at()).toEqual({ rateLimit: { cost: 1, remaining: 5000 } });
    expect(fake.tally.points).toBe(0);
    const real = await ask(fake, '{ rateLimit { cost remaining used limit } viewer { login } }');
    expect(real.at()).toEqual({
      rateLimit: { cost: 1, remaining: 4999, used: 1, limit: 5000 },
      viewer: { login: 'ada' },
    });
    expect(real.headers.get('x-ratelimit-remaining')).toBe('4999');
    expect(fake.tally.points).toBe(1);
  });

  test('is paid from a budget that ends, and begins anew with the hour', async () => {
    let now = Date.parse('2026-03-03T08:00:00Z');
    const fake = await startedGithub({ organisations: [acme(shop())], now: () => now });
    fake.limits.graphql.limit = 2;
    const cheap = '{ viewer { login } }';
    expect((await ask(fake, cheap)).errors).toEqual([]);
    expect((await ask(fake, cheap)).errors).toEqual([]);
    now += 60_000;
    const refused = await ask(fake, cheap);
    expect([refused.status, refused.errors[0]?.type]).toEqual([200, 'RATE_LIMITED']);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(Date.parse('2026-03-03T09:00:00Z') / 1000));
    expect(refused.headers.get('date')).toBe('Tue, 03 Mar 2026 08:01:00 GMT');
    now = Date.parse('2026-03-03T09:00:00Z');
    expect((await ask(fake, cheap)).at('viewer', 'login')).toBe('ada');
    expect(fake.tally.points).toBe(3);
  });

  test('is charged once for each request, and the tally knows which', async () => {
    const wishes = {
      login: 'acme',
      repositories: 1,
      pullRequests: 60,
      from: '2025-01-01',
      until: '2025-02-01',
    };
    const fake = await startedGithub({ organisations: [generateOrganisation({ seed: 1, ...wishes })] });
    const query = `query Titles($first: Int!) { repository(owner: "acme", name: "shop") {
      pullRequests(first: $first) { nodes { title reviews(first: 50) { totalCount } } } } }`;
    await ask(fake, query, { first: 40 });
    await ask(fake, query, { first: 10 });
    await ask(fake, '{ viewer { login } }');
    expect(fake.tally).toMatchObject({
      requests: 3,
      graphql: 3,
      rest: 0,
      points: 3,
      operations: { Titles: 2, '': 1 },
    });
    expect(fake.tally.log.map(({ operation, pageSize, status }) => [operation, pageSize, status])).toEqual([
      ['Titles', 40, 200],
      ['Titles', 10, 200],
      ['', 0, 200],
    ]);
  });
});
