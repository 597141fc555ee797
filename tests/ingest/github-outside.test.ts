import { expect, test } from 'vitest';
import { githubOutside } from '../../server/ingest/github-outside.ts';
import { testWorld } from '../support/world.ts';

const outside = (env: Record<string, string>) => {
  const { auth, apiUrl } = githubOutside(testWorld({ env, secret: (name) => env[name] ?? null }));
  return { auth, apiUrl };
};

test('a token asks github.com, unless another address is given', () => {
  expect(outside({ GITHUB_TOKEN: 'T' })).toEqual({ auth: { token: 'T' }, apiUrl: 'https://api.github.com' });
  expect(outside({ GITHUB_TOKEN: 'T', GITHUB_API_URL: 'https://git.example.com/api/v3/' }).apiUrl).toBe(
    'https://git.example.com/api/v3',
  );
  expect(outside({ GITHUB_TOKEN: 'T', GITHUB_API_URL: '' }).apiUrl).toBe('https://api.github.com');
});

test("an App's credentials go before a token, with the line ends of its key restored", () => {
  const app = { GITHUB_APP_ID: '7', GITHUB_APP_PRIVATE_KEY: 'a\\nb' };
  expect(outside({ ...app, GITHUB_TOKEN: 'T' }).auth).toEqual({ appId: '7', privateKey: 'a\nb' });
  expect(outside({ ...app, GITHUB_APP_INSTALLATION_ID: '9' }).auth).toEqual({
    appId: '7',
    privateKey: 'a\nb',
    installationId: '9',
  });
});

test.each([
  [{}, /set GITHUB_TOKEN/],
  [{ GITHUB_APP_ID: '7' }, /GITHUB_APP_PRIVATE_KEY .* is not/],
  [{ GITHUB_TOKEN: 'T', GITHUB_API_URL: 'git.example.com' }, /which is no address.*https:\/\/HOST\/api\/v3/],
  [{ GITHUB_TOKEN: 'T', GITHUB_API_URL: 'ftp://git.example.com' }, /which is no address/],
  [{ GITHUB_TOKEN: 'T', GITHUB_API_URL: 'http://git.example.com/api/v3' }, /Use https/],
  [{ GITHUB_TOKEN: 'T', GITHUB_API_URL: 'https://me:secret@git.example.com' }, /Leave them out/],
])('%j is refused with what to do', (env, says) => {
  expect(() => outside(env)).toThrow(says);
  expect(() => outside(env)).not.toThrow(/secret@/);
});

test('an address on this machine may do without https', () => {
  for (const host of ['127.0.0.1:4000', 'localhost:4000', '[::1]:4000']) {
    const url = `http://${host}/api/v3`;
    expect(outside({ GITHUB_TOKEN: 'T', GITHUB_API_URL: url }).apiUrl).toBe(url);
  }
});
