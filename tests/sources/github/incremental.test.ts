import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/model/instant.ts';
import type { FakeGithub } from '../../support/github/fake-github.ts';
import { generateOrganisation } from '../../support/github/generated-organisation.ts';
import { pullRequest } from '../../support/github/pull-request.ts';
import { repository } from '../../support/github/repository.ts';
import { acme, startedGithub } from '../../support/github/started.ts';
import { read } from './read.ts';
import { pullRequests, shopOf } from './shop.ts';

const NOW = Date.UTC(2026, 10, 1, 12);

/** A clock that only the test moves. */
async function atNoon(...repositories: Parameters<typeof acme>) {
  const clock = { now: NOW };
  const fake = await startedGithub({ organisations: [acme(...repositories)], now: () => clock.now });
  return { fake, clock };
}

function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

function oneOf(fake: FakeGithub, number: number) {
  const found = fake.organisations[0]?.repositories[0]?.pullRequests.find((one) => one.number === number);
  if (found === undefined) throw new Error(`No pull request ${number}`);
  return found;
}

describe('A repository that was read before', () => {
  test('in which nothing has changed ends at once, fresh as of now', async () => {
    const { fake, clock } = await atNoon(shopOf(60));
    const { rows } = await read(fake);
    rows.forget();
    clock.now += DAY;
    fake.tally.operations = {};
    await read(fake, undefined, { rows });
    expect(fake.tally.operations).toEqual({ Repositories: 1, Teams: 1, Newest: 1 });
    expect(rows.read.pullRequests).toEqual([]);
    expect([...rows.kept.values()][0]?.end?.coveredUntil).toBe(NOW + DAY);
  });

  test('is read down to what the last walk has seen, ten minutes of overlap included', async () => {
    const { fake, clock } = await atNoon(shopOf(60));
    oneOf(fake, 5).updatedAt = iso(NOW - 9 * MINUTE);
    oneOf(fake, 6).updatedAt = iso(NOW - 11 * MINUTE);
    const { rows } = await read(fake);
    rows.forget();
    clock.now += DAY;
    oneOf(fake, 7).title = 'Changed';
    oneOf(fake, 7).updatedAt = iso(NOW + HOUR);
    await read(fake, undefined, { rows });
    expect(rows.read.pullRequests.map((id) => id.split('#')[1])).toEqual(['7', '5']);
    expect([...rows.pullRequests.values()].find(({ number }) => number === 7)?.title).toBe('Changed');
  });

  test('with more changes than were looked at is read by pages, as far as they go', async () => {
    const { fake, clock } = await atNoon(shopOf(200));
    const { rows } = await read(fake);
    rows.forget();
    clock.now += DAY;
    for (let number = 1; number <= 40; number++) oneOf(fake, number).updatedAt = iso(NOW + number * MINUTE);
    fake.tally.operations = {};
    await read(fake, undefined, { rows });
    expect(rows.read.pullRequests.length).toBe(40);
    expect(fake.tally.operations.PullRequests).toBe(2);
  });

  test('whose newest pull requests come empty is read by pages, not taken for unchanged', async () => {
    const { fake, clock } = await atNoon(shopOf(30));
    const { rows } = await read(fake);
    rows.forget();
    clock.now += DAY;
    oneOf(fake, 3).updatedAt = iso(NOW + HOUR);
    const real = fetch;
    const hollow: typeof fetch = async (input, init) => {
      const response = await real(input, init);
      const text = await response.text();
      const nothing = String(init?.body).includes('query Newest')
        ? text.replace(/"nodes":\[.*?\]/, '"nodes":[]')
        : text;
      return new Response(nothing, response);
    };
    await read(fake, undefined, { rows, outside: { fetch: hollow } });
    expect(rows.read.pullRequests.map((id) => id.split('#')[1])).toEqual(['3']);
  });

  test("takes for its watermark GitHub's clock before the first request, whatever ours says", async () => {
    const { fake, clock } = await atNoon(shopOf(60));
    fake.faults.plan = ({ operation }) => {
      if (operation === 'PullRequests') clock.now += HOUR;
      return null;
    };
    const { rows } = await read(fake, undefined, { outside: { now: () => NOW + 3 * DAY } });
    const end = [...rows.kept.values()][0]?.end;
    expect(end?.coveredUntil).toBe(NOW);
    expect(JSON.parse(end?.cursor ?? '')).toMatchObject({ version: 1, watermark: NOW });
  });

  test('shows in the next walk what changed while it was read', async () => {
    const { fake, clock } = await atNoon(shopOf(60));
    let page = 0;
    fake.faults.plan = ({ operation }) => {
      if (operation === 'PullRequests' && ++page === 2) {
        clock.now += HOUR;
        // It moves from a page that is still to come to one that was read.
        Object.assign(oneOf(fake, 2), { title: 'Moved up', updatedAt: iso(clock.now) });
      }
      return null;
    };
    const { rows } = await read(fake);
    expect(rows.pullRequests.size).toBe(59);
    fake.faults.plan = null;
    await read(fake, undefined, { rows });
    expect([...rows.pullRequests.values()].find(({ number }) => number === 2)?.title).toBe('Moved up');
  });

  test('is read from the beginning when its cursor was written by another version', async () => {
    const { fake } = await atNoon(shopOf(30));
    const { rows } = await read(fake);
    rows.forget();
    for (const [id, { repository, end }] of rows.kept)
      if (end) rows.kept.set(id, { repository, towards: null, end: { ...end, cursor: '{"version":0}' } });
    await read(fake, undefined, { rows });
    expect(rows.read.pullRequests.length).toBe(30);
  });
});

describe('A night in which 1 % of all pull requests have changed', () => {
  test('costs 1 % of the pages, and one request for 50 repositories', async () => {
    const wanted = { seed: 8, login: 'acme', repositories: 60, pullRequests: 5000 };
    const organisation = generateOrganisation({ ...wanted, from: '2026-01-05', until: '2026-10-01' });
    const clock = { now: NOW };
    const fake = await startedGithub({ organisations: [organisation], now: () => clock.now });
    const config = { owner: 'acme', archived: true, forks: true };
    const { rows } = await read(fake, config);
    expect(rows.pullRequests.size).toBe(5000);
    rows.forget();
    clock.now += DAY;
    const every = organisation.repositories.flatMap((one) => one.pullRequests);
    for (let at = 0; at < every.length; at += 100)
      Object.assign(every[at] ?? {}, { updatedAt: iso(NOW + HOUR) });
    fake.tally.operations = {};
    const { usage } = await read(fake, config, { rows });
    expect(rows.read.pullRequests.length).toBe(50);
    expect(fake.tally.operations).toMatchObject({ Repositories: 1, Teams: 1, Newest: 2 });
    expect(fake.tally.operations.PullRequests).toBeUndefined();
    // Two pages of 25; the rest is for the few among them that are long.
    expect(usage.requests).toBeLessThanOrEqual(4 + 2 + 4);
  });

  test('hands over each repository with its own changes alone', async () => {
    const others = ['mail', 'maps'].map((name, at) =>
      repository({ owner: 'acme', name, databaseId: 20 + at, pullRequests: pullRequests(3) }),
    );
    const { fake, clock } = await atNoon(shopOf(3), ...others);
    const { rows } = await read(fake);
    rows.forget();
    clock.now += DAY;
    others[1]?.pullRequests.push(pullRequest({ number: 9, createdAt: iso(NOW + HOUR) }));
    oneOf(fake, 1).updatedAt = iso(NOW + HOUR);
    await read(fake, undefined, { rows });
    expect(rows.read.pullRequests.map((id) => id.split('/').at(-1)).sort()).toEqual(['maps#9', 'shop#1']);
  });

  test('fails in the repository alone that has vanished meanwhile', async () => {
    const gone = repository({ owner: 'acme', name: 'mail', databaseId: 20, pullRequests: pullRequests(3) });
    const { fake, clock } = await atNoon(shopOf(3), gone);
    const { rows } = await read(fake);
    rows.forget();
    clock.now += DAY;
    for (const one of [oneOf(fake, 1), gone.pullRequests[0]])
      Object.assign(one ?? {}, { updatedAt: iso(NOW + HOUR) });
    fake.faults.plan = ({ operation }) => {
      if (operation === 'PullRequestsById') gone.state = 'gone';
      return null;
    };
    const { failures, ended } = await read(fake, undefined, { rows });
    expect(ended).toBeNull();
    expect(failures).toMatchObject([
      { code: 'repository-lost', message: expect.stringMatching(/^acme\/mail is not on/) },
    ]);
    expect(rows.read.pullRequests.map((id) => id.split('/').at(-1))).toEqual(['shop#1']);
  });
});
