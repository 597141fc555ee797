import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../server/model/instant.ts';
import { STOPPED_EARLY } from '../../../server/net/source-error.ts';
import { repository } from '../../support/github/repository.ts';
import { acme, startedGithub } from '../../support/github/started.ts';
import { read } from './read.ts';
import { pullRequests, shopOf } from './shop.ts';

const NOW = Date.UTC(2026, 10, 1, 12);

/** A forge and a clock that goes on by what is waited. */
async function started(count = 100) {
  const clock = { now: NOW };
  const mail = repository({ owner: 'acme', name: 'mail', databaseId: 20, pullRequests: pullRequests(30) });
  const fake = await startedGithub({ organisations: [acme(mail, shopOf(count))], now: () => clock.now });
  const waited: number[] = [];
  const wait = async (ms: number): Promise<void> => {
    waited.push(ms);
    clock.now += ms;
  };
  return { fake, clock, waited, outside: { wait } };
}

describe("GitHub's hourly limit", () => {
  test('is waited for until its reset when that is within the patience, and nothing is lost', async () => {
    const { fake, waited, outside } = await started();
    const undisturbed = await read(fake);
    fake.limits.graphql.exhaust();
    const { rows, usage, ended, failures } = await read(fake, { owner: 'acme', patience: 90 }, { outside });
    expect([ended, failures]).toEqual([null, []]);
    expect(rows.pullRequests.size).toBe(undisturbed.rows.pullRequests.size);
    expect(waited).toEqual([HOUR + 1000]);
    expect(usage.waits).toEqual([{ why: "for GitHub's hourly limit", seconds: 3601 }]);
  });

  test('beyond the patience ends the run cleanly, and the next one carries on', async () => {
    const { fake, clock, waited, outside } = await started();
    fake.faults.plan = ({ operation, n }) => {
      if (operation === 'PullRequests' && n > 6) fake.limits.graphql.exhaust();
      return null;
    };
    const { rows, ended, failures } = await read(fake, undefined, { outside });
    expect(ended).toMatchObject({ code: STOPPED_EARLY });
    expect(ended?.message).toBe(
      "GitHub's hourly limit lasts another 61 minutes, and of the 30 minutes that a run may wait too little is left: stopped early, 1 of 2 repositories done; the next run carries on.",
    );
    // The walk that it struck has thrown the very same error.
    expect(failures).toEqual([ended]);
    expect(waited).toEqual([]);
    const before = rows.pullRequests.size;
    fake.faults.plan = null;
    clock.now += HOUR;
    rows.forget();
    const next = await read(fake, undefined, { rows, outside });
    expect(next.ended).toBeNull();
    expect(rows.pullRequests.size).toBe(130);
    expect(rows.read.pullRequests.length).toBe(130 - before);
  });

  test('of REST arrives as a 403 and is waited for as well', async () => {
    const { fake, waited, outside } = await started(3);
    fake.limits.core.exhaust();
    const deployed = { from: 'workflow' as const, workflow: 'deploy.yml' };
    const { ended, failures } = await read(fake, { owner: 'acme', patience: 90, deployed }, { outside });
    expect([ended, failures]).toEqual([null, []]);
    expect(waited).toEqual([HOUR + 1000]);
  });

  test('is spent in all: several waits share the patience', async () => {
    const { fake, outside, waited } = await started();
    let strikes = 0;
    fake.faults.plan = ({ operation }) =>
      operation === 'PullRequests' && strikes++ < 3
        ? { kind: 'secondary-limit', status: 403, retryAfter: 600 }
        : null;
    const { ended } = await read(fake, { owner: 'acme', patience: 25 }, { outside });
    expect(waited).toEqual([10 * MINUTE, 10 * MINUTE]);
    expect(ended).toMatchObject({ code: STOPPED_EARLY });
  });
});

describe("GitHub's secondary limit", () => {
  test.each([200, 403, 429] as const)(
    'as a %i with Retry-After is waited for as long as it says',
    async (status) => {
      const { fake, waited, outside } = await started();
      let strikes = 0;
      fake.faults.plan = ({ operation }) =>
        operation === 'PullRequests' && strikes++ === 2
          ? { kind: 'secondary-limit', status, retryAfter: 77 }
          : null;
      const { rows, usage, ended } = await read(fake, undefined, { outside });
      expect(ended).toBeNull();
      expect(rows.pullRequests.size).toBe(130);
      expect(waited).toEqual([77_000]);
      expect(usage.waits).toEqual([
        { why: "for GitHub's limit for many requests in a short time", seconds: 77 },
      ]);
    },
  );

  test.each([200, 403, 429] as const)(
    'as a %i that does not say how long is waited for a minute, and longer each time',
    async (status) => {
      const { fake, waited, outside } = await started();
      let strikes = 0;
      fake.faults.plan = ({ operation }) =>
        operation === 'PullRequests' && strikes++ < 3
          ? { kind: 'secondary-limit', status, retryAfter: null }
          : null;
      expect((await read(fake, undefined, { outside })).rows.pullRequests.size).toBe(130);
      expect(waited).toEqual([MINUTE, 2 * MINUTE, 4 * MINUTE]);
    },
  );

  test('does not make pages smaller', async () => {
    const { fake, outside } = await started();
    let strikes = 0;
    fake.faults.plan = ({ operation }) =>
      operation === 'PullRequests' && strikes++ === 1
        ? { kind: 'secondary-limit', status: 403, retryAfter: 1 }
        : null;
    await read(fake, undefined, { outside });
    const pages = fake.tally.log.filter(({ operation }) => operation === 'PullRequests');
    expect(new Set(pages.map(({ pageSize }) => pageSize))).toEqual(new Set([25]));
  });
});

describe('A run', () => {
  test('sends no more requests than it may, and the next one carries on', async () => {
    const { fake, outside } = await started(200);
    const config = { owner: 'acme', maximumRequests: 6 };
    const first = await read(fake, config, { outside });
    expect(first.usage.requests).toBe(6);
    expect(fake.tally.requests).toBe(6);
    expect(first.ended).toMatchObject({
      code: STOPPED_EARLY,
      message: expect.stringMatching(/^The 6 requests .* stopped early, 1 of 2 repositories done/),
    });
    const { rows } = first;
    for (let run = 0; run < 3; run++) await read(fake, config, { rows, outside });
    expect(rows.pullRequests.size).toBe(230);
  });

  test('asks one thing at a time', async () => {
    const { fake, outside } = await started(200);
    let inFlight = 0;
    let most = 0;
    const real = fetch;
    const counting: typeof fetch = async (input, init) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      const response = await real(input, init);
      const text = await response.text();
      inFlight -= 1;
      return new Response(text, response);
    };
    await read(fake, undefined, { outside: { ...outside, fetch: counting } });
    expect(most).toBe(1);
  });

  test("asks github.com, whose addresses are laid out otherwise than an Enterprise Server's", async () => {
    const { fake, outside } = await started(3);
    const { rows } = await read(fake, undefined, { outside: { ...outside, apiUrl: fake.dotcomUrl } });
    expect(rows.pullRequests.size).toBe(33);
  });

  test('tells what it has cost, and of repositories and pages how far it is', async () => {
    const { fake, outside } = await started();
    const told: string[] = [];
    const { usage } = await read(fake, undefined, {
      outside,
      progress: ({ what, done, total }) => told.push(`${what}: ${done} of ${total}`),
    });
    expect(usage).toEqual({ requests: fake.tally.requests, points: fake.tally.points, waits: [] });
    expect(told).toEqual([
      'looking for repositories: 0 of null',
      'repository 1 of 2: acme/mail, pull requests: 25 of 30',
      'repository 1 of 2: acme/mail, pull requests: 30 of 30',
      ...[25, 50, 75, 100].map((done) => `repository 2 of 2: acme/shop, pull requests: ${done} of 100`),
    ]);
  });
});
