import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../server/model/instant.ts';
import type { Held } from '../../server/report/live.ts';
import { someData, testApp } from '../support/app.ts';
import { fresh, heldOf, MONDAY } from '../support/facts.ts';

const url = '/api/series/cycle-time?window=12w';

async function tagOf(app: ReturnType<typeof testApp>['app'], address = url): Promise<string> {
  return String((await app.inject(address)).headers.etag);
}

describe('an unchanged answer', () => {
  it('is not sent again', async () => {
    const { app } = testApp();
    const tag = await tagOf(app);
    for (const known of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
      const again = await app.inject({ url, headers: { 'if-none-match': known } });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag]);
    }
    const other = await app.inject({ url, headers: { 'if-none-match': '"other"' } });
    expect([other.statusCode, other.headers['cache-control']]).toEqual([200, 'no-cache']);
  });

  it('is not even computed', async () => {
    const held = someData();
    const tag = await tagOf(testApp({ held }).app);
    const untouchable: Held = {
      ...held,
      snapshot: {
        ...held.snapshot,
        get chunks(): never {
          throw new Error('computed');
        },
      },
    };
    const { app } = testApp({ held: untouchable });
    expect((await app.inject({ url, headers: { 'if-none-match': tag } })).statusCode).toBe(304);
    expect((await app.inject(url)).statusCode).toBe(500);
  });

  it('of the status changes while an import is running', async () => {
    let done = 1;
    const running = () => ({
      source: 'git',
      startedAt: '2026-08-10T09:00:00Z',
      what: 'commits',
      done,
      total: null,
    });
    const { app } = testApp({ running });
    const [status, series] = [await tagOf(app, '/api/status'), await tagOf(app)];
    done = 2;
    expect(await tagOf(app, '/api/status')).not.toBe(status);
    expect(await tagOf(app)).toBe(series);
  });
});

it('the tag follows generation, data end, zone, version, process and question', async () => {
  const held = someData();
  const apps = [
    testApp({ held }),
    testApp({ held: { ...held, snapshot: { ...held.snapshot, generation: 2 } } }),
    testApp({ held: { ...held, freshness: [fresh(MONDAY + 25 * 7 * DAY)] } }),
    testApp({
      held: { ...held, snapshot: { ...held.snapshot, weeks: heldOf([], [], 'UTC').snapshot.weeks } },
    }),
    testApp({ held, version: '1.2.4' }),
    testApp({ held, startedAt: 1 }),
  ];
  const tags = await Promise.all(apps.map(({ app }) => tagOf(app)));
  const [first] = apps;
  if (first) tags.push(await tagOf(first.app, '/api/series/cycle-time?window=26w'));
  expect(new Set(tags).size).toBe(7);
  expect(await tagOf(testApp({ held }).app)).toBe(tags[0]);
});

it('a refusal has no tag', async () => {
  const answer = await testApp().app.inject('/api/series/cycle-time?repo=git:nowhere');
  expect([answer.statusCode, answer.headers.etag]).toEqual([400, undefined]);
});

describe('compression', () => {
  const plainly = async () => (await testApp().app.inject(url)).body;

  it.each([
    ['br', 'gzip, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const)('is %s for those who accept "%s"', async (encoding, accept, unpack) => {
    const answer = await testApp().app.inject({ url, headers: { 'accept-encoding': accept } });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers.vary).toContain('accept-encoding');
    expect(unpack(answer.rawPayload).toString()).toBe(await plainly());
  });

  it('is not for what is small, nor for those who do not accept it', async () => {
    const { app } = testApp();
    const small = await app.inject({ url: '/api/status', headers: { 'accept-encoding': 'br' } });
    expect([small.headers['content-encoding'], small.rawPayload.length < 1024]).toEqual([undefined, true]);
    expect((await app.inject(url)).headers['content-encoding']).toBeUndefined();
  });
});
