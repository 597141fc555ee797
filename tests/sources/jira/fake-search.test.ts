import { describe, expect, test } from 'vitest';
import { ask, searched, signature } from '../../support/jira/ask.ts';
import type { FakeJira } from '../../support/jira/fake.ts';
import type { FakeSite } from '../../support/jira/site.ts';
import { HOUR, NOON, smallSite, startedJira } from '../../support/jira/started.ts';

/** SHOP-1 to SHOP-5, an hour apart; the last was created an hour before noon. */
async function fiveIssues(): Promise<{ site: FakeSite; fake: FakeJira }> {
  const site = smallSite();
  for (let n = 5; n > 0; n -= 1) site.create({ project: 'SHOP', at: NOON - n * HOUR });
  return { site, fake: await startedJira({ site }) };
}

const jql = 'project = SHOP ORDER BY created ASC';
const post = (fake: FakeJira, body: object) => ask(fake, '3/search/jql', body);
const found = async (fake: FakeJira, where: string) => {
  const reply = await post(fake, { jql: `${where} ORDER BY key`, fields: ['key'] });
  return reply.status === 200 ? reply.each('issues', 'key') : reply.at('errorMessages', 0);
};

describe("The fake Jira Cloud's search", () => {
  test('tells ids only unless asked, and has no total', async () => {
    const { fake } = await fiveIssues();
    const reply = await post(fake, { jql, maxResults: 2 });
    expect(reply.at('issues')).toEqual([{ id: '10001' }, { id: '10002' }]);
    expect([reply.at('total'), reply.at('isLast')]).toEqual([undefined, false]);
    const fields = await post(fake, { jql, fields: ['summary', 'status', 'nonsense'], maxResults: 1 });
    expect(Object.keys(Object(fields.at('issues', 0, 'fields')))).toEqual(['summary', 'status']);
    const all = await post(fake, { jql, fields: ['*all', '-summary'], maxResults: 1 });
    expect(all.at('issues', 0, 'fields', 'summary')).toBeUndefined();
    expect(all.at('issues', 0, 'fields', 'created')).toBe('2026-03-03T07:00:00.000+0100');
  });

  test('goes on by a token until there is none, each time another', async () => {
    const { fake } = await fiveIssues();
    expect(await searched(fake, { jql, maxResults: 2 })).toEqual({
      ids: [10001, 10002, 10003, 10004, 10005],
      pages: 3,
    });
    // A last page that is full is the last all the same.
    expect((await post(fake, { jql, maxResults: 5 })).at('isLast')).toBe(true);
    const [one, two] = [await post(fake, { jql, maxResults: 2 }), await post(fake, { jql, maxResults: 2 })];
    expect(one.at('nextPageToken')).not.toBe(two.at('nextPageToken'));
    const other = await post(fake, { jql: 'project = TEAM', nextPageToken: one.at('nextPageToken') });
    expect(other.status).toBe(400);
    expect((await post(fake, { jql, nextPageToken: 'nonsense' })).status).toBe(400);
    fake.faults.tokenLife = -1;
    expect((await post(fake, { jql, nextPageToken: one.at('nextPageToken') })).status).toBe(400);
  });

  test('gives at most 100 issues with fields to a page, and 5,000 of ids', async () => {
    const site = smallSite();
    for (let n = 0; n < 120; n += 1) site.create({ project: 'SHOP' });
    const fake = await startedJira({ site });
    const many = async (fields: string[]) =>
      (await post(fake, { jql, fields, maxResults: 5000 })).each('issues').length;
    expect([await many(['summary']), await many(['id']), await many(['key'])]).toEqual([100, 120, 120]);
    expect((await post(fake, { jql })).each('issues')).toHaveLength(50);
  });

  test('refuses what is unbounded, unknown or from the calls of old', async () => {
    const { fake } = await fiveIssues();
    const says = async (body: object) => (await post(fake, body)).at('errorMessages', 0);
    expect(await says({ jql: 'ORDER BY created' })).toMatch(/^Unbounded JQL queries are not allowed here/);
    expect(await says({ jql: '' })).toMatch(/^Unbounded/);
    expect(await says({ jql, startAt: 50 })).toMatch(/^Invalid request payload/);
    expect(await says({ jql: 'project = NONE' })).toBe(
      "The value 'NONE' does not exist for the field 'project'.",
    );
    expect(await says({ jql: 'colour = red' })).toMatch(/^Field 'colour' does not exist/);
    const old = await ask(fake, '3/search', { jql });
    expect([old.status, old.at('errorMessages', 0)]).toEqual([
      410,
      expect.stringContaining('/rest/api/3/search/jql'),
    ]);
    expect((await ask(fake, '2/search?jql=project%3DSHOP')).status).toBe(410);
    const raw = (type: string, body: string) => {
      const headers = { authorization: signature(fake), 'content-type': type };
      return fetch(`${fake.url}/rest/api/3/search/jql`, { method: 'POST', headers, body });
    };
    expect((await raw('text/plain', JSON.stringify({ jql }))).status).toBe(415);
    expect((await raw('application/json', '{"jql":')).status).toBe(400);
    expect((await raw('application/json', JSON.stringify({ jql }))).status).toBe(200);
    const count = await ask(fake, '3/search/approximate-count', { jql: 'ORDER BY key' });
    expect([count.status, count.at('errors')]).toEqual([400, {}]);
  });

  test('goes by the clocks of the owner of the token, or back from now', async () => {
    const { fake, site } = await fiveIssues();
    // The five were created at 7, 8, 9, 10 and 11 o'clock in Berlin, and at 6 to 10 in UTC.
    expect(await found(fake, 'created >= "2026-03-03 10:00"')).toEqual(['SHOP-4', 'SHOP-5']);
    expect(await found(fake, "updated < '2026/03/03 8:00'")).toEqual(['SHOP-1']);
    site.zone = 'America/New_York';
    expect(await found(fake, 'created >= "2026-03-03 05:00"')).toEqual(['SHOP-5']);
    const told = await post(fake, { jql, fields: ['created'] });
    expect(told.at('issues', 4, 'fields', 'created')).toBe('2026-03-03T05:00:00.000-0500');
    expect(await found(fake, 'created >= -61m')).toEqual(['SHOP-5']);
    expect(await found(fake, 'created >= "-2h" AND created < -90m')).toEqual(['SHOP-4']);
    expect(await found(fake, `created > ${NOON - 2 * HOUR}`)).toEqual(['SHOP-5']);
    expect(await found(fake, 'created >= yesterday')).toMatch(
      /^Date value 'yesterday' for field 'created' is invalid/,
    );
  });

  test('finds what has just happened a little later, unless asked to look', async () => {
    const { fake, site } = await fiveIssues();
    site.searchLag = 60_000;
    site.transition(site.issue('SHOP-1'), 'In Progress');
    const fresh = site.create({ project: 'SHOP' });
    const recent = { jql: 'project = SHOP AND updated >= -5m', fields: ['status'] };
    expect((await post(fake, recent)).at('issues')).toEqual([]);
    const old = await post(fake, { jql: 'key = SHOP-1', fields: ['status'] });
    expect(old.at('issues', 0, 'fields', 'status', 'name')).toBe('To Do');
    const told = await post(fake, { ...recent, reconcileIssues: [10001, fresh.id] });
    expect(told.each('issues', 'fields', 'status', 'name')).toEqual(['To Do', 'In Progress']);
    site.now = () => NOON + 60_000;
    expect((await post(fake, recent)).each('issues', 'id')).toEqual(['10006', '10001']);
  });

  test('never finds what was deleted, and what has moved under both keys', async () => {
    const { fake, site } = await fiveIssues();
    site.delete(site.issue('SHOP-2'));
    site.move(site.issue('SHOP-3'), 'TEAM');
    expect(await found(fake, 'project = SHOP')).toEqual(['SHOP-1', 'SHOP-4', 'SHOP-5']);
    expect(await found(fake, 'key in (SHOP-2, SHOP-3)')).toEqual(['TEAM-1']);
    const told = await ask(fake, '3/changelog/bulkfetch', { issueIdsOrKeys: ['10002', '10003'] });
    expect(told.each('issueChangeLogs', 'issueId')).toEqual(['10003']);
    const items = (at: number) => told.at('issueChangeLogs', 0, 'changeHistories', 0, 'items', at);
    expect(items(0)).toMatchObject({ fieldId: 'project', from: '10000', to: '10001' });
    expect(items(1)).toMatchObject({ field: 'Key', fromString: 'SHOP-3', toString: 'TEAM-1' });
    expect(items(2)).toMatchObject({ field: 'status', fromString: 'To Do', toString: 'To Do' });
    expect(items(3)).toMatchObject({ fieldId: 'issuetype' });
  });

  test('keeps its place while issues change between two pages', async () => {
    const { fake, site } = await fiveIssues();
    const order = { jql: 'project = SHOP ORDER BY updated ASC', maxResults: 2 };
    const first = await post(fake, order);
    site.comment(site.issue('SHOP-1'));
    site.comment(site.issue('SHOP-3'));
    const rest = await post(fake, { ...order, maxResults: 9, nextPageToken: first.at('nextPageToken') });
    expect(rest.each('issues', 'id')).toEqual(['10004', '10005', '10001', '10003']);
  });
});
