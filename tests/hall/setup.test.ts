import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Failure } from '../../server/contract/answer.ts';
import type { BegunAnswer, CheckedSourceAnswer } from '../../server/contract/index.ts';
import { generateOrganisation } from '../support/github/generated-organisation.ts';
import { startedGithub } from '../support/github/started.ts';
import { startBenchJira } from '../support/jira/bench-jira.ts';
import { setupAsked } from '../support/setup-asked.ts';

const SECRET = 'good-token';

async function fakes() {
  const acme = generateOrganisation({
    ...{ seed: 5, login: 'acme', repositories: 2, pullRequests: 40, many: 0.05 },
    ...{ from: '2026-01-05', until: '2026-06-01' },
  });
  const [github, jira] = [await startedGithub({ organisations: [acme] }), await startBenchJira('Cloud', 60)];
  onTestFinished(() => jira.close());
  return { github, jira };
}

/** The real program in an empty folder, and what somebody may ask it under /setup. */
async function opened(env: Record<string, string> = {}, ...flags: string[]) {
  const asked = await setupAsked(env, flags);
  const put = (body: object) =>
    asked.ask<CheckedSourceAnswer & Failure>('PUT', '/api/setup/source', body).then(({ data, error }) => ({
      ...{ ...data, error },
    }));
  return { ...asked, put };
}

describe('From /setup alone', () => {
  test('GitHub and Jira are connected, and the import begins in place of the demo', async () => {
    const { github, jira } = await fakes();
    const { data, ask, put, setup, status, said } = await opened();
    expect(await setup()).toMatchObject({ mayEdit: true, sources: [], waiting: false });
    expect(await put({ source: 'github', owner: 'acme', address: github.url, token: SECRET })).toMatchObject({
      kept: true,
      checks: expect.arrayContaining([
        { what: 'repositories', ok: true, says: '2 to be read' },
        expect.objectContaining({ what: 'limit', says: expect.stringContaining('points left') }),
      ]),
    });
    const site = { source: 'jira', address: jira.url, email: 'reader@example.com', token: SECRET };
    expect(await put(site)).toMatchObject({ kept: true });
    expect(await setup()).toMatchObject({
      waiting: true,
      sources: [
        { name: 'github acme', address: github.url },
        { source: 'jira', address: jira.url },
      ],
    });
    expect((await ask<BegunAnswer>('POST', '/api/setup/import')).data.begun).toBe(true);
    await expect
      .poll(async () => status().catch(() => null), { timeout: 60_000 })
      .toMatchObject({ repositories: [{}, {}], running: null });
    expect(await status()).toMatchObject({ failed: null });
    expect(await setup()).toMatchObject({ soFar: expect.stringMatching(/^2 repositories in: half of pull/) });
    // What was put in does not come out, and lies where nobody else reads it.
    expect(said.join('')).not.toContain(SECRET);
    expect(readFileSync(join(data, 'uptake.yaml'), 'utf8')).not.toContain(SECRET);
    const folder = join(data, 'secrets');
    for (const name of ['GITHUB_TOKEN', 'JIRA_TOKEN']) {
      expect(readFileSync(join(folder, name), 'utf8')).toBe(`${SECRET}\n`);
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('a file that people wrote keeps what they wrote', async () => {
    const { github } = await fakes();
    const { data, put } = await opened({}, '--no-demo');
    const yaml = join(data, 'uptake.yaml');
    writeFileSync(
      yaml,
      '# Ours.\nzone: Europe/Berlin # where most of us are\nsources:\n  github:\n    # All of it.\n    - owner: acme\n      exclude: [old-*] # too old\n',
    );
    await put({ source: 'github', owner: 'acme', address: github.url, token: SECRET });
    const text = readFileSync(yaml, 'utf8');
    for (const kept of ['# Ours.', 'zone: Europe/Berlin # where', '# All of it.', '# too old', github.url])
      expect(text).toContain(kept);
  });
});

test('A source that is removed is read no more; what people wrote, what was read and the token stay', async () => {
  const { github } = await fakes();
  const { data, ask, put, setup } = await opened({}, '--no-demo');
  const yaml = join(data, 'uptake.yaml');
  writeFileSync(yaml, '# Ours.\nsources:\n  github:\n    - owner: other # not this one\n');
  await put({ source: 'github', owner: 'acme', address: github.url, token: SECRET });
  const { error } = await ask<Failure>('DELETE', '/api/setup/source', { name: 'github nobody' });
  expect(error).toMatchObject({ code: 'unknown-source', allowed: ['github other', 'github acme'] });
  await ask('DELETE', '/api/setup/source', { name: 'github acme' });
  expect((await setup()).sources.map(({ name }) => name)).toEqual(['github other']);
  expect(readFileSync(yaml, 'utf8')).toBe(
    '# Ours.\nsources:\n  github:\n    - owner: other # not this one\n',
  );
  expect(readFileSync(join(data, 'secrets', 'GITHUB_TOKEN'), 'utf8')).toBe(`${SECRET}\n`);
  await ask('DELETE', '/api/setup/source', { name: 'github other' });
  expect((await setup()).sources).toEqual([]);
});

describe('What is wrong is said with what to do, and nothing is kept', () => {
  test.each([
    ['an expired token', {}, { token: 'bad-token' }, /does not accept the token.*Make a new token/],
    ['a proxy that answers itself', { plan: () => ({ kind: 'proxy-page' }) }, {}, /a web page answered/],
    ['an owner that is not shown', {}, { owner: 'nobody' }, /knows no organisation or user "nobody"/],
    ['single sign-on that is not authorised', { sso: ['acme'] }, {}, /single sign-on.*Authorise it at https/],
    ['an address of something else', {}, { address: 'http://127.0.0.1:9' }, /could not be reached/],
    ['no address at all', {}, { address: 'acme' }, /which is no address/],
  ] as const)('%s', async (_, faults, over, says) => {
    const { github } = await fakes();
    Object.assign(github.faults, faults);
    const { data, put } = await opened({}, '--no-demo');
    const found = await put({ source: 'github', owner: 'acme', address: github.url, token: SECRET, ...over });
    expect(found).toMatchObject({ ok: false, kept: false });
    expect(found.checks.map((one) => one.says).join(' ')).toMatch(says);
    expect(readdirSync(data)).not.toContain('uptake.yaml');
  });

  test.each([
    ['a wrong Jira site', { address: 'http://127.0.0.1:9' }, /could not be reached/],
    ['a page of the site in place of its address', { address: '/browse/SHOP-1' }, /Jira|address/],
    ['a project that is not there', { projects: ['NOWHERE'] }, /no project NOWHERE/],
    ['a token that Jira does not know', { token: 'bad-token' }, /token/],
  ] as const)('%s', async (_, over, says) => {
    const { jira } = await fakes();
    const { data, put } = await opened({}, '--no-demo');
    const given = 'address' in over && over.address.startsWith('/') ? jira.url + over.address : undefined;
    const site = { source: 'jira', address: jira.url, email: 'reader@example.com', token: SECRET };
    const found = await put({ ...site, ...over, ...(given !== undefined && { address: given }) });
    expect(found).toMatchObject({ ok: false, kept: false });
    expect(found.checks.map((one) => one.says).join(' ')).toMatch(says);
    expect(readdirSync(data)).not.toContain('uptake.yaml');
  });

  test.each([
    ['owner', { source: 'github', owner: 'acme/shop', token: SECRET }, /"acme\/shop" is no organisation/],
    [
      'email',
      { source: 'jira', address: 'https://acme.atlassian.net', token: SECRET },
      /asks for the e-mail/,
    ],
    ['email', { source: 'jira', address: 'http://127.0.0.1:9', email: 'ada', token: SECRET }, /"ada" is no/],
    [
      'projects',
      { source: 'jira', address: 'http://127.0.0.1:9', projects: ['SHOP-1'], token: SECRET },
      /"SHOP-1" is no key/,
    ],
  ] as const)('%s of another form is told before anybody is asked', async (field, body, says) => {
    const { put } = await opened({}, '--no-demo');
    const { error } = await put(body);
    expect(error).toMatchObject({ field, message: expect.stringMatching(says) });
  });

  test('an owner is also understood by the address of its page', async () => {
    const { github } = await fakes();
    const { put, setup } = await opened({}, '--no-demo');
    const owner = 'https://github.com/orgs/acme/';
    await put({ source: 'github', owner, address: github.url, token: SECRET });
    expect((await setup()).sources).toMatchObject([{ name: 'github acme', owner: 'acme' }]);
  });

  test('scopes that lack and a clock that is wrong are told beside, and do not keep it away', async () => {
    const { github } = await fakes();
    github.faults.scopes = ['repo'];
    github.faults.clockOff = 3_600_000;
    const { put } = await opened({}, '--no-demo');
    const found = await put({ source: 'github', owner: 'acme', address: github.url, token: SECRET });
    expect(found).toMatchObject({
      kept: true,
      summary: expect.stringContaining('Connected, but 3 things are amiss.'),
    });
    const says = found.checks.map((one) => one.says).join(' ');
    expect(says).toContain('read:org');
    expect(says).toMatch(/clock is 60 minutes behind GitHub's.*NTP/);
  });

  test('a kept token goes to no other address, and one of the environment only to an address from there', async () => {
    const { github } = await fakes();
    const { put } = await opened({}, '--no-demo');
    await put({ source: 'github', owner: 'acme', address: github.url, token: SECRET });
    const before = github.tally.requests;
    const other = { source: 'github', owner: 'acme', address: 'http://127.0.0.1:9' };
    expect((await put(other)).error).toMatchObject({ code: 'token-again', field: 'token' });
    const named = await opened({ GITHUB_TOKEN: SECRET }, '--no-demo');
    expect((await named.put({ ...other, address: github.url })).error?.message).toContain('environment');
    expect((await named.put({ source: 'github', owner: 'acme', token: 'other' })).error).toMatchObject({
      code: 'in-environment',
    });
    expect(github.tally.requests).toBe(before);
  });

  test('nothing begins while nothing is connected', async () => {
    const { ask } = await opened({}, '--no-demo');
    const { error } = await ask<Failure>('POST', '/api/setup/import');
    expect(error.message).toContain('Nothing is connected yet');
  });
});
