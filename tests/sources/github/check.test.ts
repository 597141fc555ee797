import { describe, expect, test } from 'vitest';
import { HOUR } from '../../../server/model/instant.ts';
import { checkGithub } from '../../../server/sources/github/check.ts';
import type { GithubSourceConfig } from '../../../server/sources/github/config.ts';
import type { GithubOutside } from '../../../server/sources/github/reading.ts';
import type { FakeGithub } from '../../support/github/fake-github.ts';
import { acme, startedGithub } from '../../support/github/started.ts';
import { outsideOf } from './read.ts';
import { shopOf } from './shop.ts';

const NOW = Date.UTC(2026, 10, 1, 12);

function started(): Promise<FakeGithub> {
  return startedGithub({ organisations: [acme(shopOf(3))], now: () => NOW });
}

async function checked(
  fake: FakeGithub,
  over: Partial<GithubOutside> = {},
  config: GithubSourceConfig = { owner: 'acme' },
): Promise<Record<string, string>> {
  const checks = await checkGithub(config, outsideOf(fake, over));
  return Object.fromEntries(checks.map(({ what, ok, says }) => [`${what}${ok ? '' : ' FAILED'}`, says]));
}

describe('The doctor', () => {
  test('says of GitHub who asks, with what rights, and what there is', async () => {
    const fake = await started();
    expect(await checked(fake)).toEqual({
      token: 'ada',
      scopes: 'repo, read:org',
      clock: "as GitHub's, to 0 s",
      limit: '4999 of 5000 points left until 2026-11-01T13:00:00Z',
      repositories: '1 to be read',
      teams: '0',
    });
  });

  test.each([
    ['a proxy', { kind: 'proxy-page' } as const, /a proxy or a sign-in/],
    ['a wrong address', { kind: 'not-found' } as const, /is not the address of GitHub's API/],
    ['a bad token', { kind: 'bad-credentials' } as const, /wrong, expired or revoked/],
    ['an answer 502', { kind: 'server-error', status: 502 } as const, /could not answer/],
  ])('stops at %s, after one request', async (_, fault, says) => {
    const fake = await started();
    fake.faults.plan = () => fault;
    expect(await checked(fake)).toEqual({ 'token FAILED': expect.stringMatching(says) });
    expect(fake.tally.requests).toBe(1);
  });

  test('names scopes that are missing, and what they are for', async () => {
    const fake = await started();
    fake.faults.scopes = [];
    expect(await checked(fake)).toMatchObject({
      'scopes FAILED':
        'The token lacks repo (without it private repositories stay unseen) and read:org (without it no teams). Add it at GitHub.',
      repositories: '0 to be read',
      'teams FAILED': expect.stringMatching(/^Not read: the teams of acme/),
    });
  });

  test('names single sign-on with its address', async () => {
    const fake = await started();
    fake.faults.sso = ['acme'];
    expect(await checked(fake)).toMatchObject({
      token: 'ada',
      'repositories FAILED': expect.stringContaining('https://github.com/orgs/acme/sso'),
    });
  });

  test('names an owner or a repository that is not there', async () => {
    const fake = await started();
    expect(await checked(fake, {}, { owner: 'acne' })).toMatchObject({
      'repositories FAILED': expect.stringContaining('"acne"'),
    });
    expect(await checked(fake, {}, { repositories: ['acme/shop', 'acme/shoe'] })).toMatchObject({
      repositories: '1 to be read',
      'not found FAILED': expect.stringMatching(/^acme\/shoe is not on/),
    });
  });

  test('notices a clock that is wrong, and a limit that is used up', async () => {
    const fake = await started();
    expect(await checked(fake, { now: () => NOW + HOUR })).toMatchObject({
      'clock FAILED': expect.stringContaining('60 minutes ahead'),
    });
    fake.limits.graphql.exhaust();
    expect(await checked(fake)).toEqual({ 'token FAILED': expect.stringContaining('hourly limit') });
  });

  test('says on what day the token expires', async () => {
    const fake = await started();
    const real = fetch;
    const dated: typeof fetch = async (input, init) => {
      const response = await real(input, init);
      const headers = new Headers(response.headers);
      headers.set('github-authentication-token-expiration', '2026-12-01 12:00:00 UTC');
      return new Response(await response.text(), { headers });
    };
    expect((await checked(fake, { fetch: dated })).token).toBe('ada; it expires on 2026-12-01 12:00:00 UTC');
  });
});
