import { describe, expect, test } from 'vitest';
import { ask, signature } from '../../support/jira/ask.ts';
import { finished, smallSite, startedJira } from '../../support/jira/started.ts';

const failed = 'x-seraph-loginreason';
const basic = (user: string, secret: string) =>
  `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;

describe('The fake Jira Cloud, asked with a wrong token,', () => {
  test('answers as to nobody: 200 with nothing in it, and a header that tells', async () => {
    const site = smallSite();
    const issue = finished(site);
    const fake = await startedJira({ site });
    const wrong = { authorization: signature(fake, 'bad-token') };
    const projects = await ask(fake, '3/project/search', undefined, wrong);
    expect([projects.status, projects.at('total'), projects.headers.get(failed)]).toEqual([
      200,
      0,
      'AUTHENTICATED_FAILED',
    ]);
    const me = await ask(fake, '3/myself', undefined, wrong);
    expect([me.status, me.at('message')]).toEqual([
      401,
      'Client must be authenticated to access this resource.',
    ]);
    const search = await ask(fake, '3/search/jql', { jql: 'project = SHOP' }, wrong);
    expect([search.status, search.at('errorMessages', 0)]).toEqual([
      400,
      "The value 'SHOP' does not exist for the field 'project'.",
    ]);
    const statuses = await ask(fake, '3/statuses/search', undefined, wrong);
    expect([statuses.status, statuses.at('values')]).toEqual([200, []]);
    const open = await ask(fake, '3/search/jql', { jql: 'created > "2020-01-01"' }, wrong);
    expect([open.status, open.at('issues')]).toEqual([200, []]);
    const changes = await ask(fake, '3/changelog/bulkfetch', { issueIdsOrKeys: [String(issue.id)] }, wrong);
    expect([changes.status, changes.at('issueChangeLogs')]).toEqual([200, []]);
    expect(
      (await ask(fake, '3/serverInfo', undefined, { authorization: null })).headers.get(failed),
    ).toBeNull();
    const good = await ask(fake, '3/project/search');
    expect([good.at('total'), good.headers.get(failed)]).toEqual([2, null]);
  });

  test('may stop to know a token in the middle', async () => {
    const fake = await startedJira({ site: smallSite() });
    fake.faults.revokedFrom = 2;
    const statuses = [];
    for (let n = 0; n < 2; n += 1) statuses.push((await ask(fake, '3/myself')).status);
    expect(statuses).toEqual([200, 401]);
  });

  test('takes bearer tokens and scopes at the gateway, and no bearer token at the site', async () => {
    const fake = await startedJira({ site: smallSite() });
    const bearer = { authorization: 'Bearer good-token' };
    const direct = await ask(fake, '3/myself', undefined, bearer);
    expect([direct.status, direct.at('error')]).toEqual([403, 'Failed to parse Connect Session Auth Token']);
    const base = fake.gatewayUrl;
    expect((await ask(fake, '3/myself', undefined, { ...bearer, base })).status).toBe(200);
    expect((await ask(fake, '3/myself', undefined, { base })).status).toBe(200);
    const wrong = { authorization: signature(fake, 'bad-token'), base };
    expect((await ask(fake, '3/project/search', undefined, wrong)).status).toBe(401);
    fake.faults.unscoped = ['GET field'];
    const unscoped = await ask(fake, '3/field', undefined, { base });
    expect([unscoped.status, unscoped.at('message')]).toEqual([401, 'Unauthorized; scope does not match']);
  });

  test('shows no project that the owner of the token may not see', async () => {
    const site = smallSite();
    site.addProject('SECRET', { browsable: false });
    const hidden = site.create({ project: 'SECRET' });
    site.transition(hidden, 'Done');
    const fake = await startedJira({ site });
    expect((await ask(fake, '3/project/search')).each('values', 'key')).toEqual(['SHOP', 'TEAM']);
    expect((await ask(fake, '3/project/SECRET')).status).toBe(404);
    expect((await ask(fake, '3/search/jql', { jql: 'project = SECRET' })).status).toBe(400);
    const asked = { issueIdsOrKeys: [String(hidden.id)] };
    expect((await ask(fake, '3/changelog/bulkfetch', asked)).at('issueChangeLogs')).toEqual([]);
    expect((await ask(fake, '3/search/jql', { jql: 'key = SECRET-1' })).at('issues')).toEqual([]);
  });
});

describe('The fake Jira Data Center, asked with a wrong secret,', () => {
  test('turns it away, and after three passwords asks for a riddle to be solved', async () => {
    const fake = await startedJira({ site: smallSite('Server') });
    fake.credentials.secrets = { email: 'reader', token: 'good-password' };
    const login = (password: string) =>
      ask(fake, '2/myself', undefined, { authorization: basic('reader', password) });
    expect((await login('good-password')).status).toBe(200);
    const bearer = { authorization: 'Bearer bad-token' };
    for (let n = 0; n < 4; n += 1) expect((await ask(fake, '2/myself', undefined, bearer)).status).toBe(401);
    for (let n = 0; n < 3; n += 1) {
      const { status, headers } = await login('bad-password');
      expect([status, headers.get(failed)]).toEqual([401, 'AUTHENTICATED_FAILED']);
      expect(headers.get('www-authenticate')).toMatch(/^OAuth realm=/);
    }
    const locked = await login('good-password');
    expect([locked.status, locked.headers.get('x-authentication-denied-reason')]).toEqual([
      403,
      `CAPTCHA_CHALLENGE; login-url=${fake.url}/login.jsp`,
    ]);
    fake.credentials.solveCaptcha();
    expect((await login('good-password')).status).toBe(200);
  });
});
