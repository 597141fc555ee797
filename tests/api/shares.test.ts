import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { THIS_MACHINE } from '../../server/api/access/access.ts';
import type { Failure } from '../../server/contract/answer.ts';
import { routes, sharedRoutes } from '../../server/contract/routes.ts';
import { mayBeShared } from '../../server/contract/shareable.ts';
import {
  type PageToShare,
  SharedAnswer,
  SharedLinkAnswer,
  SharedPagesAnswer,
} from '../../server/contract/shared.ts';
import type { Held } from '../../server/report/live.ts';
import { someData, testApp } from '../support/app.ts';
import { fact, fresh, heldOf, MONDAY } from '../support/facts.ts';
import { openTestStore } from '../support/open-store.ts';
import { organisingOf } from '../support/organising.ts';

const SERIES = '/api/series/merged-pull-requests?window=12w';
const page = { page: '/flow', question: 'window=12w', calls: [SERIES, '/api/status', '/api/notes'] };

/** The app over a real store, with data that can be put in the place of others. */
async function served() {
  const store = await openTestStore();
  const live = { held: someData(), refresh: async () => false };
  const access = { ...THIS_MACHINE, adminToken: 'token' };
  const { app } = testApp({ live, access, organising: organisingOf(store) });
  const share = async (over: Partial<PageToShare> = {}) => {
    const answer = await app.inject({
      method: 'POST',
      url: sharedRoutes.shares,
      payload: { ...page, ...over },
    });
    if (answer.statusCode === 200)
      expect(Value.Errors(SharedLinkAnswer, answer.json<SharedLinkAnswer>())).toEqual([]);
    return answer;
  };
  const open = async (id: string) => {
    const answer = await app.inject(sharedRoutes.share.replace(':id', id));
    expect(Value.Errors(SharedAnswer, answer.json())).toEqual([]);
    return answer.json<SharedAnswer>().data;
  };
  return { app, store, share, open, live };
}

const otherData = (): Held => heldOf([fact(1)], [fresh(MONDAY)], 'Europe/Berlin');
const link = (answer: { json<T>(): T }) => answer.json<SharedLinkAnswer>().data;

describe('A page that is shared', () => {
  it('is kept with every answer as anybody would get it, and opens so when the data have changed', async () => {
    const { app, share, open, live } = await served();
    const before = (await app.inject(SERIES)).body;
    const made = link(await share());
    expect(made).toMatchObject({
      id: 'id-1',
      address: '/flow?window=12w&asof=id-1',
      asOf: 'Mon 8 Feb 2027, 10:00',
      sharedOn: '1 Nov 2026',
      isNew: true,
    });
    live.held = otherData();
    expect((await app.inject(SERIES)).body).not.toBe(before);
    const shared = await open(made.id);
    expect(shared).toMatchObject({
      page: '/flow',
      question: 'window=12w',
      asOf: made.asOf,
      version: '1.2.3',
    });
    expect(shared.answers.map(({ path }) => path)).toEqual([...page.calls].sort());
    expect(shared.answers.find(({ path }) => path === SERIES)?.body).toBe(before);
  });

  it('twice has one link, whatever the import is doing; once the data change, another', async () => {
    const { share, live } = await served();
    const first = link(await share());
    expect(link(await share({ calls: page.calls.toReversed() }))).toEqual({ ...first, isNew: false });
    expect(link(await share({ question: 'window=12w&show=table' })).id).toBe('id-3');
    live.held = otherData();
    expect(link(await share()).id).toBe('id-4');
  });

  it('holds the files that can be had of its answers, each line saying what it is of', async () => {
    const { app, share, open, live } = await served();
    const csv = '/api/series/merged-pull-requests/csv?window=12w';
    const before = await app.inject(csv);
    const { id } = link(await share());
    live.held = otherData();
    expect((await open(id)).files).toEqual([csv]);
    const file = await app.inject({
      url: sharedRoutes.file.replace(':id', id),
      query: { of: csv },
    });
    expect(file.headers['content-disposition']).toBe(before.headers['content-disposition']);
    const lines = before.body.trimEnd().split('\r\n');
    expect(file.body.trimEnd().split('\r\n')).toEqual(
      lines.map((line, index) =>
        index === 0 ? `${line},shared_at,asof` : `${line},2026-11-01T00:00:00Z,${id}`,
      ),
    );
    const other = await app.inject({
      url: sharedRoutes.file.replace(':id', id),
      query: { of: `${csv}&stat=p75` },
    });
    expect(other.statusCode).toBe(404);
  });

  it('opens nothing once it is deleted, and says so', async () => {
    const { app, share } = await served();
    const { id } = link(await share());
    const url = sharedRoutes.share.replace(':id', id);
    expect((await app.inject({ method: 'DELETE', url })).json().data).toEqual({ deleted: true });
    expect((await app.inject({ method: 'DELETE', url })).json().data).toEqual({ deleted: false });
    for (const gone of [id, 'never-was']) {
      const answer = await app.inject(sharedRoutes.share.replace(':id', gone));
      expect([answer.statusCode, answer.json<Failure>().error.code]).toEqual([404, 'unknown-share']);
    }
  });

  it('is opened by everybody and made or deleted by those who may', async () => {
    const { app, share } = await served();
    const { id } = link(await share());
    const url = sharedRoutes.share.replace(':id', id);
    const elsewhere = { remoteAddress: '192.0.2.7' };
    expect((await app.inject({ url, ...elsewhere })).statusCode).toBe(200);
    expect((await app.inject({ method: 'DELETE', url, ...elsewhere })).statusCode).toBe(401);
    const post = { method: 'POST', url: sharedRoutes.shares, payload: page, ...elsewhere } as const;
    expect((await app.inject(post)).statusCode).toBe(401);
    const headers = { authorization: 'Bearer token' };
    expect((await app.inject({ ...post, headers })).statusCode).toBe(200);
  });
});

describe('What has been shared', () => {
  it('is listed with its title for those who may take it back, and with nothing for others', async () => {
    const { app, share } = await served();
    const list = async (from = {}) => {
      const answer = await app.inject({ url: sharedRoutes.shares, ...from });
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(Value.Errors(SharedPagesAnswer, answer.json())).toEqual([]);
      return answer.json<SharedPagesAnswer>().data;
    };
    expect(await list()).toEqual({ mayEdit: true, pages: [], more: 0 });
    const { id, address, asOf } = link(await share({ title: ' More is merged · Flow ' }));
    await share({ question: 'window=26w' });
    const { pages } = await list();
    expect(pages.map(({ title }) => title).sort()).toEqual(['More is merged · Flow', null]);
    expect(pages.find((one) => one.id === id)).toEqual({
      ...{ id, address, asOf, sharedOn: '1 Nov 2026', page: '/flow', question: 'window=12w' },
      title: 'More is merged · Flow',
    });
    expect(await list({ remoteAddress: '192.0.2.7' })).toEqual({ mayEdit: false, pages: [], more: 0 });
    expect(
      (await list({ remoteAddress: '192.0.2.7', headers: { authorization: 'Bearer token' } })).mayEdit,
    ).toBe(true);
    await app.inject({ method: 'DELETE', url: sharedRoutes.share.replace(':id', id) });
    expect((await list()).pages.map((one) => one.id)).not.toContain(id);
  });
});

describe('Refused is a page', () => {
  it.each([
    ['/api/organisation/roster.csv'],
    ['/api/organisation/unmatched'],
    ['/api/shares/id-1'],
    ['/api/import/events'],
    ['/openapi.json'],
    ['/api/series/merged-pull-requests/csv'],
    ['/api/series/../organisation/unmatched'],
    ['/api/series/%2e%2e'],
    ['//other.example/api/status'],
    ['http://other.example/api/status'],
    ['/flow'],
  ])('with %s', async (call) => {
    const { share, store } = await served();
    const answer = await share({ calls: [SERIES, call] });
    expect([answer.statusCode, answer.json<Failure>().error]).toMatchObject([
      400,
      { code: 'not-shareable', field: 'calls' },
    ]);
    expect(await store.sharedPage('id-1')).toBeNull();
  });

  it('with an answer that is refused, as of too few people', async () => {
    const { share } = await served();
    const answer = await share({ calls: ['/api/series/merged-pull-requests?team=nobody'] });
    expect([answer.statusCode, answer.json<Failure>().error.code]).toEqual([400, 'cannot-share']);
  });

  it('of more calls, or longer answers, than can be kept', async () => {
    const { share } = await served();
    const many = (count: number) => Array.from({ length: count }, (_, n) => `/api/status?${'&'.repeat(n)}`);
    expect((await share({ calls: many(61) })).statusCode).toBe(400);
    expect((await share({ calls: many(60) })).statusCode).toBe(200);
  });

  it('whose data change in the middle of it, again and again', async () => {
    const { share, live } = await served();
    const data = live.held;
    let asked = 0;
    Object.defineProperty(live, 'held', {
      get() {
        asked += 1;
        return { ...data, snapshot: { ...data.snapshot, generation: asked } };
      },
    });
    const answer = await share();
    expect([answer.statusCode, answer.json<Failure>().error.code]).toEqual([400, 'data-changing']);
  });
});

it('Every call that a page makes may be kept, but for streams and files', () => {
  const kept = Object.values(routes).filter((route) => mayBeShared(route));
  const not = Object.values(routes).filter((route) => !mayBeShared(route) && !route.endsWith('/csv'));
  expect(kept).toContain(routes.series);
  expect(not).toEqual([routes.importEvents, routes.openapi]);
});
