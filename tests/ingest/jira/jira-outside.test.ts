import { expect, test } from 'vitest';
import { jiraOutside } from '../../../server/ingest/jira-outside.ts';
import { testWorld } from '../../support/world.ts';

const URL = 'https://acme.atlassian.net';
const account = { JIRA_EMAIL: 'reader@example.com', JIRA_TOKEN: 'T' };
const outside = (env: Record<string, string>, site?: string) => {
  const world = testWorld({ env, secret: (name) => env[name] ?? null });
  const { auth, url } = jiraOutside(site === undefined ? {} : { site }, world);
  return { auth, url };
};

test('an account with its token asks Cloud, and a token alone a Data Center', () => {
  const auth = { email: 'reader@example.com', token: 'T' };
  expect(outside({ JIRA_URL: `${URL}/`, ...account })).toEqual({ url: URL, auth });
  expect(outside({ JIRA_URL: 'https://example.com/jira', JIRA_BEARER: 'B' })).toEqual({
    url: 'https://example.com/jira',
    auth: { bearer: 'B' },
  });
  expect(outside({ JIRA_URL: URL, ...account, JIRA_BEARER: 'B' }).auth).toEqual(auth);
});

test('an address copied from a page is cut to the site, and that of scoped tokens is kept', () => {
  expect(outside({ JIRA_URL: `${URL}/jira/your-work`, ...account }).url).toBe(URL);
  expect(outside({ JIRA_URL: `${URL}/browse/SHOP-1`, ...account }).url).toBe(URL);
  const gateway = 'https://api.atlassian.com/ex/jira/1111';
  expect(outside({ JIRA_URL: gateway, ...account }).url).toBe(gateway);
});

test('a second site has an address and a token of its own', () => {
  const env = { JIRA_URL: URL, ...account, JIRA_OPS_URL: 'https://ops.example.com', JIRA_OPS_BEARER: 'B' };
  expect(outside(env, 'OPS')).toEqual({ url: 'https://ops.example.com', auth: { bearer: 'B' } });
  expect(() => outside({ JIRA_URL: URL, ...account }, 'OPS')).toThrow(/set JIRA_OPS_URL/);
});

test.each([
  [{}, /set JIRA_URL/],
  [{ JIRA_URL: URL }, /set JIRA_EMAIL and JIRA_TOKEN .* or JIRA_BEARER/],
  [{ JIRA_URL: URL, JIRA_TOKEN: 'T' }, /JIRA_EMAIL, .* is not\. .*JIRA_BEARER/],
  [{ JIRA_URL: URL, JIRA_EMAIL: 'reader@example.com' }, /JIRA_TOKEN .* is not/],
  [{ JIRA_URL: 'acme', ...account }, /which is no address/],
  [{ JIRA_URL: 'http://acme.example.com', ...account }, /Use https/],
  [{ JIRA_URL: 'https://me:secret@acme.example.com', ...account }, /Leave them out/],
])('%j is refused with what to do', (env, says) => {
  expect(() => outside(env)).toThrow(says);
  expect(() => outside(env)).not.toThrow(/secret@/);
});

test('an address on this machine may do without https', () => {
  for (const url of ['http://127.0.0.1:4000', 'http://localhost:4000/jira', 'http://[::1]:4000'])
    expect(outside({ JIRA_URL: url, ...account }).url).toBe(url);
});
