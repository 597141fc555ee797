import { describe, expect, test } from 'vitest';
import { ask, searched } from '../../support/jira/ask.ts';
import type { FakeJira } from '../../support/jira/fake.ts';
import type { Fault, Heard } from '../../support/jira/faults.ts';
import { randomFaults } from '../../support/jira/random-faults.ts';
import { finished, NOON, smallSite, startedJira } from '../../support/jira/started.ts';

const jql = 'project = SHOP ORDER BY created ASC';
const asked = { jql, fields: ['id'], maxResults: 2 };

async function started(deployment: 'Cloud' | 'Server' = 'Cloud'): Promise<FakeJira> {
  const site = smallSite(deployment);
  for (let n = 0; n < 6; n += 1) finished(site, NOON - n * 1000);
  return startedJira({ site });
}

/** The answer while every request meets this. */
async function under(fake: FakeJira, fault: Fault, body?: object) {
  fake.faults.plan = () => fault;
  const call = fake.site.deployment === 'Cloud' ? '3/search/jql' : '2/search';
  return ask(fake, call, body ?? asked).finally(() => {
    fake.faults.plan = null;
  });
}

describe('A fault of the fake Jira', () => {
  test('may be a broken server, a proxy, garbage, half of the body or nothing', async () => {
    const fake = await started();
    for (const status of [500, 502, 503, 504] as const)
      expect((await under(fake, { kind: 'server-error', status })).status).toBe(status);
    const page = await under(fake, { kind: 'server-error', status: 502, body: 'html' });
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    const wait = await under(fake, { kind: 'server-error', status: 503, retryAfter: 9 });
    expect(wait.headers.get('retry-after')).toBe('9');
    const proxy = await under(fake, { kind: 'proxy-page' });
    expect([proxy.status, proxy.text.slice(0, 15)]).toEqual([200, '<!DOCTYPE html>']);
    const elsewhere = await under(fake, { kind: 'login-redirect' });
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([
      302,
      expect.stringContaining('login.jsp'),
    ]);
    for (const kind of ['garbage', 'truncated', 'empty'] as const) {
      const { status, text } = await under(fake, { kind });
      expect(status).toBe(200);
      expect(() => JSON.parse(text)).toThrow();
    }
  });

  test('may be a connection that ends early, is refused or is slow', async () => {
    const fake = await started();
    await expect(under(fake, { kind: 'reset' })).rejects.toThrow('fetch failed');
    await expect(under(fake, { kind: 'cut' })).rejects.toThrow('terminated');
    expect((await under(fake, { kind: 'slow', ms: 5 })).each('issues')).toHaveLength(2);
    const { url } = fake;
    await fake.close();
    await expect(ask(fake, '3/myself')).rejects.toThrow('fetch failed');
    await fake.listen();
    expect(fake.url).toBe(url);
    expect(fake.requests.log.map(({ status, fault }) => [status, fault])).toEqual([
      [0, 'reset'],
      [200, 'cut'],
      [200, 'slow'],
    ]);
  });

  test('may be a refusal in each of its forms', async () => {
    const cloud = await started();
    const server = await started('Server');
    const limited = await under(cloud, { kind: 'rate-limit', retryAfter: 7 });
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    expect(limited.headers.get('ratelimit-reason')).toBe('jira-quota-tenant-based');
    expect(limited.headers.get('x-ratelimit-reset')).toBe('2026-03-03T11:00Z');
    const silent = await under(server, { kind: 'rate-limit', retryAfter: null });
    expect([silent.status, silent.headers.get('retry-after')]).toEqual([429, null]);
    expect(silent.headers.get('x-ratelimit-fillrate')).toBe('10');
    expect((await under(cloud, { kind: 'wrong-token' })).status).toBe(401);
    expect((await under(server, { kind: 'wrong-token' })).headers.get('x-seraph-loginreason')).toMatch(
      /FAILED/,
    );
    expect((await under(server, { kind: 'captcha' })).status).toBe(403);
    expect((await under(cloud, { kind: 'forbidden' })).at('errors')).toEqual({});
    expect((await under(cloud, { kind: 'not-found' })).status).toBe(404);
    expect((await under(cloud, { kind: 'gone' })).status).toBe(410);
  });

  test('may be a limit that comes by itself, and passes', async () => {
    const fake = await started();
    fake.limit.limit = 2;
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await ask(fake, '3/myself')).status);
    const refused = await ask(fake, '3/myself');
    expect([...statuses, refused.headers.get('retry-after')]).toEqual([200, 200, 429, '60']);
    fake.site.now = () => NOON + 60_000;
    expect((await ask(fake, '3/myself')).headers.get('x-ratelimit-remaining')).toBe('1');
  });

  test('may spoil the pages of a search', async () => {
    const fake = await started();
    const first = await ask(fake, '3/search/jql', asked);
    const next = { ...asked, nextPageToken: first.at('nextPageToken') };
    const repeated = await under(fake, { kind: 'repeated-token' }, next);
    expect(repeated.at('nextPageToken')).toBe(next.nextPageToken);
    const twice = await under(fake, { kind: 'duplicates' }, next);
    expect(twice.each('issues', 'id')[0]).toBe(first.at('issues', 0, 'id'));
    const empty = await under(fake, { kind: 'empty-page' }, next);
    expect(empty.at('issues')).toEqual([]);
    const after = await ask(fake, '3/search/jql', { ...asked, nextPageToken: empty.at('nextPageToken') });
    expect(after.text).toContain((await ask(fake, '3/search/jql', next)).at('issues', 0, 'id'));
    expect((await under(fake, { kind: 'expired-token' }, next)).status).toBe(400);
    let n = 0;
    fake.faults.plan = () =>
      [null, { kind: 'duplicates' } as const, { kind: 'empty-page' } as const][n++ % 3] ?? null;
    const { ids } = await searched(fake, { ...asked, maxResults: 4 });
    expect(new Set(ids).size).toBe(6);
    expect(ids.length).toBeGreaterThan(6);
  });

  test('may spread the history of an issue over pages, and write its instants as numbers', async () => {
    const fake = await started();
    fake.faults.historiesPerPage = 4;
    fake.faults.created = 'mixed';
    const body = { issueIdsOrKeys: ['10001', '10002', '10003'], fieldIds: ['status'] };
    const created: unknown[] = [];
    const pages: unknown[][] = [];
    for (let token: unknown = null; ; ) {
      const more = token === null ? {} : { nextPageToken: token };
      const reply = await ask(fake, '3/changelog/bulkfetch', { ...body, ...more });
      pages.push(reply.each('issueChangeLogs', 'issueId'));
      for (const histories of reply.each('issueChangeLogs', 'changeHistories'))
        if (Array.isArray(histories)) for (const history of histories) created.push(history.created);
      token = reply.at('nextPageToken');
      if (token === null) break;
    }
    expect(pages).toEqual(
      [['10003', '10002', '10001'], ['10003', '10002', '10001'], ['10001']].map((ids) =>
        expect.arrayContaining(ids),
      ),
    );
    expect(created).toHaveLength(9);
    expect(new Set(created.map((at) => typeof at))).toEqual(new Set(['string', 'number']));
    const one = { issueIdsOrKeys: ['10001'], fieldIds: ['status'], maxResults: 2 };
    const begin = await ask(fake, '3/changelog/bulkfetch', one);
    const rest = { ...one, nextPageToken: begin.at('nextPageToken') };
    fake.faults.created = 'milliseconds';
    fake.faults.plan = () => ({ kind: 'duplicates' });
    const again = await ask(fake, '3/changelog/bulkfetch', rest);
    const histories = (...keys: (string | number)[]) =>
      again.at('issueChangeLogs', 0, 'changeHistories', ...keys);
    expect(histories(0, 'id')).toBe(begin.at('issueChangeLogs', 0, 'changeHistories', 0, 'id'));
    expect(histories(0, 'created')).toBeTypeOf('number');
    fake.faults.plan = null;
    const tooMany = { issueIdsOrKeys: Array.from({ length: 1001 }, (_, n) => String(n)) };
    expect((await ask(fake, '3/changelog/bulkfetch', tooMany)).status).toBe(400);
    const tooWide = { ...body, fieldIds: Array.from({ length: 11 }, (_, n) => `f${n}`) };
    expect((await ask(fake, '3/changelog/bulkfetch', tooWide)).status).toBe(400);
  });

  test('may be what comes along with a change that was asked for', async () => {
    const fake = await started();
    const issue = fake.site.issue('SHOP-1');
    fake.site.edit(issue, { labels: ['ui'] });
    const body = { issueIdsOrKeys: ['SHOP-1'], fieldIds: ['status'] };
    const fields = async () => {
      const reply = await ask(fake, '3/changelog/bulkfetch', body);
      const histories = reply.at('issueChangeLogs', 0, 'changeHistories');
      if (!Array.isArray(histories)) throw new Error(reply.text);
      return histories.map(({ items }) => items.map(({ fieldId }: { fieldId: string }) => fieldId).join());
    };
    expect(await fields()).toEqual(['status', 'status', 'resolution,status']);
    fake.faults.changes = 'asked';
    expect(await fields()).toEqual(['status', 'status', 'status']);
  });

  test('may last: a call that is gone, a proxy, a status that only histories know', async () => {
    const fake = await started();
    fake.faults.gone = ['GET status'];
    expect((await ask(fake, '3/statuses/search')).status).toBe(410);
    expect((await ask(fake, '3/issuetype')).status).toBe(200);
    fake.site.removeStatus('10002');
    fake.faults.gone = [];
    expect((await ask(fake, '3/status')).text).not.toContain('"10002"');
    const changes = await ask(fake, '3/changelog/bulkfetch', { issueIdsOrKeys: ['10001'] });
    expect(changes.text).toContain('"to":"10002"');
    fake.faults.proxy = true;
    expect((await ask(fake, '3/serverInfo')).headers.get('content-type')).toMatch(/^text\/html/);
  });

  test('drawn from a seed never comes more than three times in a row to one request, and is the same again', () => {
    const heard = (n: number): Heard => ({
      n,
      call: n % 2 === 0 ? 'POST search/jql' : 'GET status',
      body: n % 2 === 0 ? { jql, nextPageToken: `t${n}` } : {},
    });
    const drawn = (seed: number) => {
      const plan = randomFaults(seed, { rate: 0.9 });
      return Array.from({ length: 400 }, (_, n) => plan(heard(n))?.kind ?? null);
    };
    const faults = drawn(3);
    for (const parity of [0, 1]) {
      const ofOne = faults.filter((_, n) => n % 2 === parity);
      expect(ofOne.map((fault) => (fault === null ? '.' : 'x')).join('')).not.toMatch(/xxxx/);
    }
    expect(new Set(faults).size).toBeGreaterThan(12);
    expect(faults.filter((fault, n) => n % 2 === 1 && fault === 'duplicates')).toEqual([]);
    expect(drawn(3)).toEqual(faults);
    expect(drawn(4)).not.toEqual(faults);
  });
});
