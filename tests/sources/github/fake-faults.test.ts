import { describe, expect, test } from 'vitest';
import { ask, askRest } from '../../support/github/ask.ts';
import type { FakeGithub } from '../../support/github/fake-github.ts';
import type { Fault, Heard } from '../../support/github/faults.ts';
import { pullRequest } from '../../support/github/pull-request.ts';
import { randomFaults } from '../../support/github/random-faults.ts';
import { acme, shop, startedGithub } from '../../support/github/started.ts';

const page = `query Page($first: Int = 10) { repository(owner: "acme", name: "shop") { pullRequests(first: $first) {
  totalCount nodes { number commits(first: 50) { totalCount pageInfo { hasNextPage } nodes { commit { oid } } } } } } }`;

async function started(): Promise<FakeGithub> {
  const pullRequests = Array.from({ length: 10 }, (_, at) => pullRequest({ number: at + 1 }));
  return startedGithub({ organisations: [acme(shop({ pullRequests }))] });
}

/** The fake's answer while every request meets this. */
async function under(fake: FakeGithub, fault: Fault) {
  fake.faults.plan = () => fault;
  return ask(fake, page);
}

describe('A fault of the fake GitHub', () => {
  test('may be a page of a broken server or of a proxy, garbage or nothing', async () => {
    const fake = await started();
    for (const status of [500, 502, 503, 504] as const) {
      const reply = await under(fake, { kind: 'server-error', status });
      expect([reply.status, reply.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    }
    const timeout = await under(fake, { kind: 'server-error', status: 502, body: 'json' });
    expect(timeout.errors[0]?.message).toMatch(/^Something went wrong while executing your query/);
    const proxy = await under(fake, { kind: 'proxy-page' });
    expect([proxy.status, proxy.text.slice(0, 15)]).toEqual([200, '<!DOCTYPE html>']);
    expect((await under(fake, { kind: 'empty' })).text).toBe('');
    const garbage = await under(fake, { kind: 'garbage' });
    expect(garbage.status).toBe(200);
    expect(() => JSON.parse(garbage.text)).toThrow();
    fake.faults.plan = null;
    expect((await ask(fake, page)).at('repository', 'pullRequests', 'totalCount')).toBe(10);
  });

  test('may be a connection that ends early, is refused, or is slow', async () => {
    const fake = await started();
    await expect(under(fake, { kind: 'reset' })).rejects.toThrow('fetch failed');
    await expect(under(fake, { kind: 'cut' })).rejects.toThrow('terminated');
    expect((await under(fake, { kind: 'slow', ms: 5 })).at('repository', 'pullRequests', 'totalCount')).toBe(
      10,
    );
    fake.faults.plan = null;
    const { url } = fake;
    await fake.close();
    await expect(ask(fake, page)).rejects.toThrow('fetch failed');
    await fake.listen();
    expect(fake.url).toBe(url);
    expect((await ask(fake, page)).status).toBe(200);
    expect(fake.tally.log.map(({ status, fault }) => [status, fault])).toEqual([
      [0, 'reset'],
      [200, 'cut'],
      [200, 'slow'],
      [200, null],
    ]);
  });

  test('may be a page that is too large, for its own kind of page', async () => {
    const fake = await started();
    fake.faults.largestPage = 5;
    const statuses = [];
    for (const first of [10, 6, 5]) statuses.push((await ask(fake, page, { first })).status);
    expect(statuses).toEqual([502, 502, 200]);
    const repositories = '{ organization(login: "acme") { repositories(first: 50) { nodes { name } } } }';
    expect((await ask(fake, repositories)).status).toBe(200);
    expect(fake.tally.points).toBe(4);
  });

  test('may be one of the two limits, in all the ways they come', async () => {
    const fake = await started();
    for (const status of [200, 403, 429] as const) {
      const reply = await under(fake, { kind: 'secondary-limit', status, retryAfter: 7 });
      expect([reply.status, reply.headers.get('retry-after')]).toEqual([status, '7']);
      expect(reply.text).toMatch(/secondary rate limit/);
    }
    const primary = await under(fake, { kind: 'primary-limit' });
    expect(primary.errors).toEqual([
      { type: 'RATE_LIMITED', message: 'API rate limit exceeded for user ID 1.' },
    ]);
    fake.faults.plan = null;
    const still = await ask(fake, page);
    expect([still.errors[0]?.type, still.headers.get('x-ratelimit-remaining')]).toEqual([
      'RATE_LIMITED',
      '0',
    ]);
    fake.limits.graphql.refill();
    expect((await ask(fake, page)).errors).toEqual([]);
  });

  test('may be a query that took too much: half of the page is null, or all of it', async () => {
    const fake = await started();
    const half = await under(fake, { kind: 'resource-limit', says: 'limits-exceeded' });
    const path = ['repository', 'pullRequests', 'nodes'];
    expect(half.errors).toEqual([
      { type: 'RESOURCE_LIMITS_EXCEEDED', path, message: 'Resource limits for this query exceeded.' },
    ]);
    const nodes = half.at(...path);
    expect(Array.isArray(nodes) && nodes.map((node) => node === null)).toEqual([
      ...Array(5).fill(false),
      ...Array(5).fill(true),
    ]);
    const all = await under(fake, { kind: 'resource-limit', says: 'something-went-wrong' });
    expect(JSON.parse(all.text)).toMatchObject({
      data: null,
      errors: [{ message: /^Something went wrong/ }],
    });
  });

  test('may be a silence: nested items are missing while their counts stay', async () => {
    const fake = await started();
    const reply = await under(fake, { kind: 'truncated' });
    expect(reply.errors).toEqual([]);
    const commits = (at: number) => reply.at('repository', 'pullRequests', 'nodes', at, 'commits');
    expect(commits(0)).toEqual({ totalCount: 1, pageInfo: { hasNextPage: false }, nodes: [] });
    expect(commits(4)).toMatchObject({ totalCount: 1, nodes: [{ commit: {} }] });
    const numbers = Array.from({ length: 10 }, (_, at) =>
      reply.at('repository', 'pullRequests', 'nodes', at, 'number'),
    );
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('may last: a revoked token, a wrong address, a clock that is off', async () => {
    const fake = await started();
    fake.faults.revokedFrom = 2;
    fake.faults.clockOff = 600_000;
    const before = Math.floor(
      (Date.parse((await ask(fake, page)).headers.get('date') ?? '') - fake.now()) / 60_000,
    );
    expect([9, 10]).toContain(before);
    const revoked = await ask(fake, page);
    expect([revoked.status, revoked.at('message')]).toEqual([401, 'Bad credentials']);
    expect((await askRest(fake, '/user')).status).toBe(401);
    fake.faults.revokedFrom = null;
    expect((await ask(fake, page, {}, 'bad-token')).status).toBe(401);
    fake.faults.nothingHere = true;
    expect((await ask(fake, page)).status).toBe(404);
    expect((await askRest(fake, '/rate_limit')).status).toBe(404);
  });

  test('drawn from a seed never comes more than three times in a row to one request, and is the same again', () => {
    const heard = (n: number): Heard => ({
      n,
      operation: 'Page',
      kind: 'graphql',
      pageSize: 25 - (n % 25),
      ofPullRequests: true,
      variables: { first: 25 - (n % 25), after: n % 2 === 0 ? 'a' : 'b' },
      body: '',
    });
    const drawn = (seed: number) => {
      const plan = randomFaults(seed, { rate: 0.9 });
      return Array.from({ length: 400 }, (_, n) => plan(heard(n))?.kind ?? null);
    };
    const faults = drawn(3);
    for (const parity of [0, 1]) {
      const ofOne = faults.filter((_, n) => n % 2 === parity);
      expect(ofOne.map((fault) => (fault === null ? '.' : 'x')).join('')).not.toMatch(/xxxx/);
    }
    expect(new Set(faults).size).toBeGreaterThan(8);
    expect(drawn(3)).toEqual(faults);
    expect(drawn(4)).not.toEqual(faults);
  });
});
