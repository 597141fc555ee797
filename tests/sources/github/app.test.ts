import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { acme, startedGithub } from '../../support/github/started.ts';
import { read } from './read.ts';
import { shopOf } from './shop.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});

function started() {
  const installations = [
    { id: 1, account: 'other' },
    { id: 2, account: 'Acme' },
  ];
  const app = { id: 77, slug: 'uptake', publicKey, installations };
  return startedGithub({ organisations: [acme(shopOf(30))], app });
}

describe('A GitHub App', () => {
  test('reads by its installation for the owner, which it looks for itself', async () => {
    const fake = await started();
    const { rows, ended } = await read(fake, undefined, { outside: { auth: { appId: '77', privateKey } } });
    expect(ended).toBeNull();
    expect(rows.pullRequests.size).toBe(30);
    const asked = fake.tally.log.map(({ operation }) => operation);
    expect(asked.slice(0, 2)).toEqual(['GET /app/installations', 'POST /app/installations/2/access_tokens']);
  });

  test('reads by the installation that is named', async () => {
    const fake = await started();
    const auth = { appId: '77', privateKey, installationId: '1' };
    expect((await read(fake, undefined, { outside: { auth } })).rows.pullRequests.size).toBe(30);
    expect(fake.tally.log[0]?.operation).toBe('POST /app/installations/1/access_tokens');
  });

  test.each([
    [
      'a key that is none',
      { appId: '77', privateKey: 'no key' },
      'bad-private-key',
      /its first and last line included/,
    ],
    [
      'another App',
      { appId: '78', privateKey },
      'bad-token',
      /Check GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY/,
    ],
  ])('is refused with %s, in a sentence', async (_, auth, code, says) => {
    const fake = await started();
    await expect(read(fake, undefined, { outside: { auth } })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(says),
    });
  });

  test('that is not installed for the owner is told so', async () => {
    const fake = await started();
    const outside = { auth: { appId: '77', privateKey } };
    await expect(read(fake, { owner: 'elsewhere' }, { outside })).rejects.toMatchObject({
      code: 'not-installed',
      message: expect.stringMatching(/^The GitHub App 77 is not installed for "elsewhere"/),
    });
  });
});
