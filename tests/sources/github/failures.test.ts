import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../server/model/instant.ts';
import { fetchWithin } from '../../../server/net/http.ts';
import { repository } from '../../support/github/repository.ts';
import { acme, startedGithub } from '../../support/github/started.ts';
import { read } from './read.ts';
import { pullRequests, shopOf } from './shop.ts';
import { webServer } from './web-server.ts';

async function started(count = 60) {
  return startedGithub({ organisations: [acme(shopOf(count))] });
}

/** A fetch that fails as Node's does. */
function failing(code: string): typeof fetch {
  const cause = Object.assign(new Error(`getaddrinfo ${code} github.example.com`), { code });
  return () => Promise.reject(new TypeError('fetch failed', { cause }));
}

describe('What ends the source is said in a sentence with what to do', () => {
  test('a bad token', async () => {
    const fake = await started();
    const { ended } = await read(fake, undefined, { outside: { auth: { token: 'bad-token-1' } } });
    expect(ended).toMatchObject({
      code: 'bad-token',
      message: expect.stringMatching(
        /does not accept the token \("Bad credentials.*"\): wrong, expired or revoked\. Make a new token and set GITHUB_TOKEN\.$/,
      ),
    });
    expect(fake.tally.requests).toBe(1);
  });

  test('a token revoked half-way, thrown by the walk and once more by the reading', async () => {
    const fake = await started();
    fake.faults.revokedFrom = 4;
    const { rows, ended, failures } = await read(fake);
    expect(ended).toMatchObject({ code: 'bad-token' });
    expect(failures).toEqual([ended]);
    expect(rows.pullRequests.size).toBe(25);
    fake.faults.revokedFrom = null;
    await read(fake, undefined, { rows });
    expect(rows.pullRequests.size).toBe(60);
  });

  test('single sign-on that the token is not authorised for, with the address where it is', async () => {
    const fake = await started();
    fake.faults.sso = ['acme'];
    const { ended } = await read(fake);
    expect(ended).toMatchObject({
      code: 'sso-required',
      message: expect.stringContaining(
        'Authorise it at https://github.com/orgs/acme/sso?authorization_request=ABC, then run again.',
      ),
    });
  });

  test('single sign-on of a single repository only leaves that one out', async () => {
    const fake = await started();
    fake.organisations.push({
      ...{ login: 'closed', kind: 'Organization' as const, teams: [] },
      repositories: [repository({ owner: 'closed', name: 'vault', databaseId: 99 })],
    });
    fake.faults.sso = ['closed'];
    const { rows, ended } = await read(fake, { repositories: ['acme/shop', 'closed/vault'] });
    expect(ended).toBeNull();
    expect(rows.pullRequests.size).toBe(60);
    expect(rows.leftOut).toEqual([
      expect.stringMatching(
        /^closed\/vault cannot be read: its organisation wants single sign-on; authorise the token at https:/,
      ),
    ]);
  });

  test('an owner who is not there', async () => {
    const { ended } = await read(await started(), { owner: 'acne' });
    expect(ended).toMatchObject({
      code: 'owner-not-found',
      message: expect.stringContaining('knows no organisation or user "acne"'),
    });
  });

  test('a wrong address', async () => {
    const fake = await started();
    fake.faults.nothingHere = true;
    const { ended } = await read(fake);
    expect(ended).toMatchObject({
      code: 'wrong-url',
      message: expect.stringContaining('https://HOST/api/v3'),
    });
  });

  test('an address of something else that speaks JSON', async () => {
    const fake = await started();
    const apiUrl = await webServer((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end('{"hello":"world"}');
    });
    const { ended } = await read(fake, undefined, { outside: { apiUrl } });
    expect(ended).toMatchObject({
      code: 'wrong-url',
      message: expect.stringContaining("not as GitHub's API does"),
    });
  });

  test("a proxy's page in place of JSON", async () => {
    const fake = await started();
    fake.faults.plan = () => ({ kind: 'proxy-page' });
    const { ended } = await read(fake);
    expect(ended).toMatchObject({
      code: 'proxy-page',
      message: expect.stringMatching(
        /a web page answered at http:.* \("Sign in to the company network"\): .* NODE_USE_ENV_PROXY=1\.$/,
      ),
    });
    expect(fake.tally.requests).toBe(1);
  });

  test.each([
    [
      'a name that cannot be resolved',
      'ENOTFOUND',
      'host-not-found',
      /could not be resolved \(ENOTFOUND\)\. Check GITHUB_API_URL/,
    ],
    [
      'a certificate that is not trusted',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'bad-certificate',
      /set NODE_EXTRA_CA_CERTS/,
    ],
    [
      'a certificate without its issuer',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'bad-certificate',
      /set NODE_EXTRA_CA_CERTS/,
    ],
    ['a port that does not speak TLS', 'ERR_SSL_WRONG_VERSION_NUMBER', 'wrong-url', /it does not speak TLS/],
  ])('%s', async (_, code, expected, says) => {
    const fake = await started();
    const { ended } = await read(fake, undefined, { outside: { fetch: failing(code) } });
    expect(ended).toMatchObject({ code: expected, message: expect.stringMatching(says) });
  });

  test('nobody at the address', async () => {
    const fake = await started();
    await fake.close();
    const waited: number[] = [];
    const { ended } = await read(fake, undefined, { outside: { waited } });
    expect(ended).toMatchObject({ code: 'no-answer', message: expect.stringContaining('(ECONNREFUSED)') });
    expect(waited).toEqual([1000, 2000, 4000, 8000]);
    await fake.listen();
  });

  test('a field that an old server does not have', async () => {
    const fake = await started();
    const problem = {
      ...{ message: "Field 'isDraft' doesn't exist on type 'PullRequest'", path: ['query', 'node'] },
      extensions: { code: 'undefinedField' },
    };
    const real = fetch;
    const old: typeof fetch = async (input, init) =>
      String(init?.body).includes('query PullRequests(')
        ? Response.json({ errors: [problem] })
        : real(input, init);
    const { failures, ended } = await read(fake, undefined, { outside: { fetch: old } });
    expect(ended).toMatchObject({
      code: 'refused-query',
      message: expect.stringMatching(/"Field 'isDraft' doesn't exist.* On GitHub Enterprise Server check/),
    });
    expect(failures).toEqual([ended]);
  });

  test('a configuration that names nothing to read', async () => {
    await expect(read(await started(), {})).rejects.toMatchObject({ code: 'nothing-asked' });
  });

  test('GitHub being down: after two repositories nobody asks for the third', async () => {
    const others = ['a', 'b', 'c'].map((name, at) =>
      repository({ owner: 'acme', name, databaseId: 50 + at, pullRequests: pullRequests(5) }),
    );
    const fake = await startedGithub({ organisations: [acme(...others)] });
    fake.faults.plan = ({ operation }) =>
      operation === 'Repositories' || operation === 'Teams' ? null : { kind: 'server-error', status: 503 };
    const { failures, ended } = await read(fake);
    expect(failures.length).toBe(2);
    expect(ended).toBe(failures[1]);
    expect(ended).toMatchObject({
      code: 'unanswered',
      message: expect.stringMatching(/several times in a row.*503/),
    });
  });
});

describe('A request that hangs', () => {
  test('is given up after its time limit, and sent again', async () => {
    const fake = await started();
    let slow = 0;
    fake.faults.plan = ({ operation }) =>
      operation === 'PullRequests' && slow++ === 1 ? { kind: 'slow', ms: 2000 } : null;
    const { rows } = await read(fake, undefined, { outside: { fetch: fetchWithin(500) } });
    expect(rows.pullRequests.size).toBe(60);
    const sizes = fake.tally.log
      .filter(({ operation }) => operation === 'PullRequests')
      .map(({ pageSize }) => pageSize);
    expect(sizes).toContain(12);
  });
});

describe('A clock that is wrong', () => {
  test.each([
    [
      12 * MINUTE,
      "This machine's clock is 12 minutes ahead of GitHub's, whose times are used. Set it right, for example by NTP.",
    ],
    [
      3 * 60 * MINUTE,
      "This machine's clock is 3 hours ahead of GitHub's, whose times are used. Set it right, for example by NTP.",
    ],
    [
      -7 * MINUTE,
      "This machine's clock is 7 minutes behind GitHub's, whose times are used. Set it right, for example by NTP.",
    ],
  ])('by %i ms is said', async (off, sentence) => {
    const now = Date.UTC(2026, 10, 1, 12);
    const fake = await startedGithub({ organisations: [acme(shopOf(3))], now: () => now });
    const { rows } = await read(fake, undefined, { outside: { now: () => now + off } });
    expect(rows.leftOut).toEqual([sentence]);
  });

  test('by less than five minutes is nothing to speak of', async () => {
    const now = Date.UTC(2026, 10, 1, 12);
    const fake = await startedGithub({ organisations: [acme(shopOf(3))], now: () => now });
    const { rows } = await read(fake, undefined, { outside: { now: () => now + 4 * MINUTE } });
    expect(rows.leftOut).toEqual([]);
  });
});

describe('The token', () => {
  test('stands in no error, however deep one looks', async () => {
    const fake = await started();
    const kinds = [
      () => ({ kind: 'bad-credentials' as const }),
      () => ({ kind: 'proxy-page' as const }),
      () => ({ kind: 'server-error' as const, status: 502 as const }),
      () => ({ kind: 'reset' as const }),
      () => ({ kind: 'secondary-limit' as const, status: 403 as const, retryAfter: 999_999 }),
    ];
    for (const plan of kinds) {
      fake.faults.plan = plan;
      const { ended } = await read(fake);
      expect(ended).not.toBeNull();
      expect(inspect(ended, { depth: null, showHidden: true })).not.toContain('good-token');
    }
  });
});

describe('A signal', () => {
  test('ends a wait at once', async () => {
    const fake = await started();
    fake.faults.plan = () => ({ kind: 'secondary-limit', status: 403, retryAfter: 600 });
    const stop = new AbortController();
    const reading = read(fake, undefined, {
      signal: stop.signal,
      outside: {
        wait: (_, signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason));
            stop.abort(new Error('enough'));
          }),
      },
    });
    expect((await reading).ended?.message).toBe('enough');
    expect(fake.tally.requests).toBe(1);
  });

  test('ends a request at once', async () => {
    const stop = new AbortController();
    const apiUrl = await webServer(() => stop.abort(new Error('enough')));
    const fake = await started();
    const { ended } = await read(fake, undefined, { signal: stop.signal, outside: { apiUrl } });
    expect(ended?.message).toBe('enough');
  });

  test('that came before lets nothing be sent', async () => {
    const fake = await started();
    const { ended } = await read(fake, undefined, { signal: AbortSignal.abort(new Error('enough')) });
    expect(ended?.message).toBe('enough');
    expect(fake.tally.requests).toBe(0);
  });
});
