import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { HOUR } from '../../../server/model/instant.ts';
import { Credentials } from '../../support/github/credentials.ts';
import { type CopilotState, reportOf, startCopilot, userLine } from '../../support/vendors/copilot.ts';
import { readUsage, told } from '../../support/vendors/read-usage.ts';
import { machineNow, recentDays } from '../../support/vendors/recent-days.ts';
import { freeStore } from '../jira/read.ts';

const [DAY = ''] = recentDays(1, 3);
const asked = { source: 'copilot', config: { owner: 'acme', days: 10 } } as const;

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});
const SECRETS = { GITHUB_APP_ID: '77', GITHUB_APP_PRIVATE_KEY: privateKey };

/** An App is signed for by the machine's clock, so that all here goes by it. */
function withApp({ allowed = true, account = 'Acme' } = {}): CopilotState {
  const app = { id: 77, slug: 'uptake', publicKey, installations: [{ id: 2, account }] };
  return {
    reports: new Map([[DAY, reportOf([userLine('Ada')])]]),
    seats: [{ login: 'Ada', since: '2026-06-01T09:00:00Z', lastActive: null }],
    app: { credentials: new Credentials('nobody', app, machineNow), allowed },
  };
}

test('the use of Copilot is read by the installation of a GitHub App for the owner', async () => {
  const fake = await startCopilot(withApp());
  const store = await freeStore();
  expect(await readUsage(store, asked, fake.url, { secrets: SECRETS, now: machineNow })).toMatchObject({
    failed: [],
  });
  expect(told(store)).toEqual([
    `${DAY} copilot login:forge/ada active 12`,
    'seat copilot login:forge/ada 2026-06-01 to now',
  ]);
  const tokens = fake.heard.filter(({ path }) => path.endsWith('/access_tokens'));
  expect(tokens.map(({ path }) => path)).toEqual(['/app/installations/2/access_tokens']);
  const signed = fake.heard.filter(({ path }) => path.startsWith('/signed/'));
  expect(signed.map(({ headers }) => headers.authorization)).toEqual([undefined]);
});

test('a token that ends while a long history is read is replaced', async () => {
  const state = withApp();
  const fake = await startCopilot(state);
  const granted = () => fake.heard.filter(({ path }) => path.endsWith('/access_tokens')).length;
  let ahead = 0;
  fake.counted = () => {
    if (granted() === 1) ahead = 0.95 * HOUR;
  };
  const store = await freeStore();
  const summary = await readUsage(store, asked, fake.url, {
    secrets: SECRETS,
    now: () => machineNow() + ahead,
  });
  expect(summary).toMatchObject({ failed: [] });
  expect(granted()).toBeGreaterThan(1);
});

test('an App that may not read it is told which permissions it needs, and what else would do', async () => {
  const fake = await startCopilot(withApp({ allowed: false }));
  const { failed } = await readUsage(await freeStore(), asked, fake.url, {
    secrets: SECRETS,
    now: machineNow,
  });
  const [{ message = '' } = {}] = failed;
  expect(message).toContain('the App needs the organization permissions "GitHub Copilot Business" (read)');
  expect(message).toContain('Or set COPILOT_TOKEN, which goes before the App.');
});

test('an App that is not installed for the owner is told so', async () => {
  const fake = await startCopilot(withApp({ account: 'elsewhere' }));
  const { failed } = await readUsage(await freeStore(), asked, fake.url, {
    secrets: SECRETS,
    now: machineNow,
  });
  expect(failed[0]?.message).toContain('The GitHub App 77 is not installed for "acme"');
});

test('a token for Copilot goes before the App, and the App before a token of GitHub', async () => {
  const fake = await startCopilot(withApp());
  const both = { ...SECRETS, COPILOT_TOKEN: 'copilot-reader' };
  await readUsage(await freeStore(), asked, fake.url, { secrets: both, now: machineNow });
  expect(fake.heard.some(({ path }) => path.startsWith('/app/'))).toBe(false);
  const other = { ...SECRETS, GITHUB_TOKEN: 'copilot-reader' };
  await readUsage(await freeStore(), asked, fake.url, { secrets: other, now: machineNow });
  expect(fake.heard.some(({ path }) => path.startsWith('/app/'))).toBe(true);
});
