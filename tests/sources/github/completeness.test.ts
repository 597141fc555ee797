import { describe, expect, test } from 'vitest';
import type { PullRequest } from '../../../server/model/pull-request.ts';
import { user } from '../../support/github/account.ts';
import type { FakeGithub } from '../../support/github/fake-github.ts';
import type { FakePullRequest } from '../../support/github/pull-request.ts';
import { pullRequest } from '../../support/github/pull-request.ts';
import { acme, shop, startedGithub } from '../../support/github/started.ts';
import type { KeptRows } from './kept-rows.ts';
import { read } from './read.ts';
import { longOne, minute, pullRequests } from './shop.ts';

function reviews(count: number, from = 1): FakePullRequest['reviews'] {
  return Array.from({ length: count }, (_, at) => ({
    id: from + at,
    author: user('ben'),
    state: 'COMMENTED' as const,
    body: '',
    createdAt: minute(at),
    submittedAt: minute(at),
  }));
}

function threads(count: number, comments: number): FakePullRequest['reviewThreads'] {
  return Array.from({ length: count }, (_, thread) => ({
    ...{ id: 1000 + thread, path: 'a.ts', isResolved: false },
    comments: Array.from({ length: comments }, (_, at) => ({
      ...{
        id: 10_000 + thread * 100 + at,
        author: user('ben'),
        createdAt: minute(at),
        body: '',
        reviewId: 1,
      },
    })),
  }));
}

function files(count: number): FakePullRequest['files'] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ path: `src/${at}.ts`, additions: 1, deletions: 0, changeType: 'MODIFIED' as const },
  }));
}

function numbered(rows: KeptRows, number: number): PullRequest {
  const found = [...rows.pullRequests.values()].find((one) => one.number === number);
  if (found === undefined) throw new Error(`No pull request ${number}`);
  return found;
}

function limitsIn(rows: KeptRows): readonly string[] {
  return [...rows.kept.values()].flatMap(({ end }) => end?.limits ?? []);
}

function truncating(fake: FakeGithub, when: (operation: string, n: number) => boolean): void {
  let n = 0;
  fake.faults.plan = ({ operation }) => {
    n += 1;
    return when(operation, n) ? { kind: 'truncated' } : null;
  };
}

const all = { owner: 'acme', ask: { files: 'always', checks: 'always', comments: 'always' } } as const;

describe('Lists within a pull request', () => {
  test('that go on are read to their end, however long', async () => {
    const one = longOne(1, 240, { reviews: reviews(130), reviewThreads: threads(23, 14), files: files(230) });
    const fake = await startedGithub({ organisations: [acme(shop({ pullRequests: [one] }))] });
    const { rows } = await read(fake, all);
    const { ownShas, forge } = numbered(rows, 1);
    expect(ownShas).toEqual(one.commits.map(({ oid }) => oid));
    expect(forge?.reviews.length).toBe(130);
    expect(new Set(forge?.comments?.map(({ id }) => id)).size).toBe(23 * 14);
    expect(forge?.files?.map(({ path }) => path)).toEqual(one.files.map(({ path }) => path));
    expect(limitsIn(rows)).toEqual([]);
  });

  test('are completed for ten long pull requests in one request, and handed over with where the walk is', async () => {
    const many = [...pullRequests(40), ...Array.from({ length: 20 }, (_, at) => longOne(100 + at, 60))];
    const fake = await startedGithub({ organisations: [acme(shop({ pullRequests: many }))] });
    const { rows } = await read(fake, all);
    expect(fake.tally.operations).toMatchObject({ PullRequests: 3, PullRequestsById: 2 });
    expect(numbered(rows, 107).ownShas?.length).toBe(60);
  });

  test('that GitHub empties without an error are asked for again', async () => {
    const many = pullRequests(30, { reviews: reviews(2), reviewThreads: threads(1, 2), labels: ['bug'] });
    const fake = await startedGithub({ organisations: [acme(shop({ pullRequests: many }))] });
    const sound = await read(fake, all);
    truncating(fake, (operation) => operation === 'PullRequests');
    const disturbed = await read(fake, all);
    expect(disturbed.rows.dump()).toEqual(sound.rows.dump());
    truncating(fake, (operation, n) => operation.startsWith('PullRequests') && n % 2 === 1);
    expect((await read(fake, all)).rows.dump()).toEqual(sound.rows.dump());
    truncating(fake, (operation, n) => operation === 'Longer' || n % 3 === 0);
    expect((await read(fake, all)).rows.dump()).toEqual(sound.rows.dump());
  });

  test('that stay short even alone are written as they are, said, and no longer said once they are whole', async () => {
    const fake = await startedGithub({
      organisations: [acme(shop({ pullRequests: pullRequests(3, { reviews: reviews(2) }) }))],
    });
    truncating(fake, (operation) => operation.startsWith('PullRequests') || operation === 'Longer');
    const { rows, failures } = await read(fake, all);
    expect(failures).toEqual([]);
    expect(rows.pullRequests.size).toBe(3);
    expect(numbered(rows, 2).forge?.reviews).toEqual([]);
    expect(limitsIn(rows)).toContain(
      'Some reviews of 3 pull requests (#1, #2, #3) are missing: GitHub gave less than it counted.',
    );
    fake.faults.plan = null;
    for (const one of fake.organisations[0]?.repositories[0]?.pullRequests ?? [])
      one.updatedAt = '2027-01-01T00:00:00Z';
    await read(fake, all, { rows });
    expect(numbered(rows, 2).forge?.reviews.length).toBe(2);
    expect(limitsIn(rows)).toEqual([]);
  });

  test('that never end are left after a page without anything new', async () => {
    const one = pullRequest({ number: 1, createdAt: minute(1), reviews: reviews(120) });
    const fake = await startedGithub({ organisations: [acme(shop({ pullRequests: [one] }))] });
    const first = Buffer.from('cursor:v2:[99]').toString('base64');
    const real = fetch;
    const circling: typeof fetch = async (input, init) => {
      const response = await real(input, init);
      const text = await response.text();
      const again = String(init?.body).includes('query Longer')
        ? text.replace(/"pageInfo":\{[^}]*\}/, `"pageInfo":{"hasNextPage":true,"endCursor":"${first}"}`)
        : text;
      return new Response(again, response);
    };
    const { rows, failures } = await read(fake, all, { outside: { fetch: circling } });
    expect(failures).toEqual([]);
    expect(fake.tally.operations.Longer).toBe(1);
    expect(numbered(rows, 1).forge?.reviews.length).toBe(120);
  });

  test('of more than GitHub ever gives are said', async () => {
    const fake = await startedGithub({ organisations: [acme(shop({ pullRequests: [longOne(1, 300)] }))] });
    const real = fetch;
    // The fake gives all commits; GitHub ends after 250.
    const ending: typeof fetch = async (input, init) => {
      const response = await real(input, init);
      const text = await response.text();
      if (!String(init?.body).includes('query Longer')) return new Response(text, response);
      const cut = JSON.parse(text, (key, value) => (key === 'nodes' ? value.slice(0, 75) : value));
      const done = JSON.stringify(cut).replace('"hasNextPage":true', '"hasNextPage":false');
      return new Response(done, response);
    };
    const { rows } = await read(fake, all, { outside: { fetch: ending } });
    expect(limitsIn(rows)).toEqual([
      'Some commits of 1 pull request (#1) are missing: GitHub gave less than it counted (it gives 250 at most).',
    ]);
  });
});

describe('A pull request that is too much for GitHub as a whole', () => {
  test('is known as far as a page shows it, and that is said, at first and in later walks', async () => {
    const fake = await startedGithub({
      organisations: [acme(shop({ pullRequests: [...pullRequests(3), longOne(9, 120)] }))],
    });
    fake.faults.plan = ({ operation, body }) =>
      operation === 'PullRequestsById' && body.includes('commits(first: 100)')
        ? { kind: 'server-error', status: 502 }
        : null;
    const said = [
      'Some commits of 1 pull request (#9) are missing: GitHub gave less than it counted (it gives 250 at most).',
    ];
    const { rows, failures } = await read(fake, all);
    expect(failures).toEqual([]);
    expect([numbered(rows, 9).ownShas?.length, limitsIn(rows)]).toEqual([50, said]);
    Object.assign(fake.organisations[0]?.repositories[0]?.pullRequests[3] ?? {}, {
      ...{ title: 'Longer still', updatedAt: '2027-01-01T00:00:00Z' },
    });
    await read(fake, all, { rows });
    expect([numbered(rows, 9).title, numbered(rows, 9).ownShas?.length]).toEqual(['Longer still', 50]);
    expect(limitsIn(rows)).toEqual(said);
  });
});

describe('Pages of pull requests that come empty', () => {
  test.each([
    ['at the top', 1],
    ['further on, where they look like the end', 3],
  ])('are not taken for the end: %s', async (_, page) => {
    const fake = await startedGithub({ organisations: [acme(shop({ pullRequests: pullRequests(60) }))] });
    const real = fetch;
    let pages = 0;
    const hollow: typeof fetch = async (input, init) => {
      const response = await real(input, init);
      const text = await response.text();
      if (!String(init?.body).includes('query PullRequests(') || ++pages !== page)
        return new Response(text, response);
      const empty = JSON.parse(text, (key, value) => (key === 'nodes' ? [] : value));
      const ended = JSON.stringify(empty).replaceAll('"hasNextPage":true', '"hasNextPage":false');
      return new Response(ended, response);
    };
    const { rows } = await read(fake, all, { outside: { fetch: hollow } });
    expect(pages).toBeGreaterThan(3);
    expect(rows.pullRequests.size).toBe(60);
  });
});
