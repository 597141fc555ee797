import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { MINUTE } from '../../../server/model/instant.ts';
import { httpFetch } from '../../../server/net/http.ts';
import type { Fault } from '../../support/jira/faults.ts';
import { finished, NOON, smallSite, startedJira } from '../../support/jira/started.ts';
import { freeStore, read } from './read.ts';

async function started(deployment: 'Cloud' | 'Server' = 'Cloud') {
  const site = smallSite(deployment);
  for (let n = 0; n < 5; n += 1) finished(site);
  return startedJira({ site });
}

test.each<[string, Fault, string, RegExp]>([
  [
    'a token that is not known',
    { kind: 'wrong-token' },
    'bad-token',
    /JIRA_EMAIL to the e-mail of its account/,
  ],
  ['a CAPTCHA', { kind: 'captcha' }, 'captcha', /Sign in once in a browser/],
  ['a page to sign in', { kind: 'proxy-page' }, 'proxy-page', /"Sign in to the company network"/],
  ['being sent on', { kind: 'login-redirect' }, 'wrong-url', /it sends on to http:\/\/127/],
  ['a call that is gone', { kind: 'gone' }, 'gone', /no longer offers .*Update Uptake/],
  ['no Jira there', { kind: 'not-found' }, 'wrong-url', /is not the address of a Jira/],
  ['no right', { kind: 'forbidden' }, 'forbidden', /read:jira-work/],
  ['an answer that is always broken', { kind: 'garbage' }, 'unanswered', /cut or no JSON/],
  [
    'a server that is down',
    { kind: 'server-error', status: 502 },
    'unanswered',
    /several times in a row.*502/,
  ],
])('%s is told as what it is, with what to do, and loses nothing', async (_, fault, code, says) => {
  const fake = await started();
  const store = await freeStore();
  await read(fake, store);
  const before = await store.digest();
  // The first request, and the search for what has changed.
  for (const from of [1, 8]) {
    fake.requests.clear();
    fake.faults.plan = ({ n }) => (n >= from ? fault : null);
    const run = await read(fake, store);
    expect(run.failed).toContainEqual(
      expect.objectContaining({ code, message: expect.stringMatching(says) }),
    );
    expect(inspect(run)).not.toContain('good-token');
    expect(await store.digest()).toBe(before);
  }
});

test('a wrong token, which Cloud takes for nobody, is no empty site', async () => {
  const fake = await started();
  const run = await read(fake, await freeStore(), {}, { env: { JIRA_TOKEN: 'stolen' } });
  expect(run.failed).toMatchObject([{ code: 'bad-token' }]);
  fake.requests.clear();
  fake.faults.revokedFrom = 9;
  const late = await read(fake, await freeStore());
  expect(late.failed).toMatchObject([{ code: 'bad-token' }]);
});

test('nobody at the address is told after five tries', async () => {
  const fake = await started();
  await fake.close();
  const waited: number[] = [];
  const run = await read(fake, await freeStore(), {}, { waited });
  expect(run.failed).toMatchObject([{ code: 'no-answer', message: expect.stringMatching(/ECONNREFUSED/) }]);
  expect(waited).toEqual([1000, 2000, 4000, 8000]);
  await fake.listen();
});

test('a limit is waited for as long as Jira says, and one that lasts too long stops the run', async () => {
  const fake = await started();
  const waited: number[] = [];
  fake.faults.plan = ({ n }) => (n === 9 ? { kind: 'rate-limit', retryAfter: 17 } : null);
  const run = await read(fake, await freeStore(), {}, { waited });
  expect(run).toMatchObject({ failed: [], read: { issues: 5 } });
  expect(waited).toEqual([17_000]);
  expect(run.usage).toMatchObject([{ waits: [{ seconds: 17 }] }]);
  fake.faults.plan = () => ({ kind: 'rate-limit', retryAfter: 7200 });
  const long = await read(fake, await freeStore());
  expect(long).toMatchObject({ failed: [], stopped: [{ code: 'stopped-early' }] });
});

test.each([
  ['SELF_SIGNED_CERT_IN_CHAIN', 'bad-certificate', /NODE_EXTRA_CA_CERTS/],
  ['EPROTO', 'wrong-url', /does not speak TLS/],
  ['ENOTFOUND', 'host-not-found', /could not be resolved/],
])('the error %s of the network is told in words', async (code, expected, says) => {
  const failing: typeof fetch = () =>
    Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code }) }));
  const run = await read(await started(), await freeStore(), {}, { fetch: failing });
  expect(run.failed).toMatchObject([{ code: expected, message: expect.stringMatching(says) }]);
});

test('a field of another shape is named', async () => {
  const fake = await started();
  const strange: typeof fetch = async (input, init) => {
    const answer = await httpFetch(input, init);
    if (!String(input).endsWith('/search/jql')) return answer;
    return new Response((await answer.text()).replaceAll('"key":"SHOP', '"kex":"SHOP'), answer);
  };
  const run = await read(fake, await freeStore(), {}, { fetch: strange });
  expect(run.failed).toContainEqual(
    expect.objectContaining({
      code: 'unexpected-answer',
      message: expect.stringMatching(/issues\.0\b.*key/),
    }),
  );
});

test('one project that fails loses nothing of the others', async () => {
  const fake = await started();
  fake.site.create({ project: 'TEAM' });
  fake.faults.plan = ({ body }) =>
    String(body.jql).startsWith('project = 10000') ? { kind: 'server-error', status: 503 } : null;
  const run = await read(fake, await freeStore());
  expect(run.failed).toMatchObject([{ code: 'unanswered' }]);
  expect(run.read.issues).toBe(1);
});

test('projects that are named and not there are told, and others are left out by name', async () => {
  const fake = await started();
  const run = await read(fake, await freeStore(), { projects: ['SH*', 'GONE'] });
  expect(run.projects).toHaveLength(1);
  expect(run.leftOut.unseen).toEqual([
    expect.stringMatching(/^Of .* 2 projects 1 are left out by name/),
    expect.stringMatching(/^There is no project GONE/),
  ]);
});

test('a clock that is wrong is said', async () => {
  const fake = await started();
  fake.faults.clockOff = -12 * MINUTE;
  const run = await read(fake, await freeStore());
  expect(run.leftOut.unseen).toEqual([
    expect.stringMatching(/^This machine's clock is 12 minutes ahead of Jira's/),
  ]);
  expect(fake.site.now()).toBe(NOON);
});

test('a Data Center that shortens histories is said to', async () => {
  const fake = await started('Server');
  const short: typeof fetch = async (input, init) => {
    const answer = await httpFetch(input, init);
    return new Response((await answer.text()).replaceAll('"total":3', '"total":99'), answer);
  };
  const run = await read(fake, await freeStore(), {}, { fetch: short });
  expect(run.leftOut.unseen).toEqual([
    expect.stringMatching(/^SHOP: Of 5 issues .* only a part of the history/),
  ]);
});
