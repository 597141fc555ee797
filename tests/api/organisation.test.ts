import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { THIS_MACHINE } from '../../server/api/access/access.ts';
import { Failure } from '../../server/contract/answer.ts';
import {
  ChangesAnswer,
  EditedAnswer,
  RepositoryOwnersAnswer,
  TeamsAnswer,
  UnmatchedAnswer,
} from '../../server/contract/organisation.ts';
import { organisationRoutes as routes } from '../../server/contract/routes.ts';
import { testApp } from '../support/app.ts';
import { fresh, heldOf } from '../support/facts.ts';
import { organised } from '../support/organised-store.ts';
import { organisingOf } from '../support/organising.ts';

const HEADER = 'team,login_or_email,from,to\r\n';
const TOKEN = 'a-token-of-an-admin';
const UNTIL = Date.parse('2026-11-01T00:00:00Z');

/** The app over a real store, asked from this machine unless a test says otherwise. */
async function served(adminToken: string | null = TOKEN) {
  const { store, desk } = await organised([
    [1, 'ada', '2026-05-10T12:00:00Z'],
    [2, 'ben', '2026-05-11T12:00:00Z'],
  ]);
  let measured = 0;
  const measureSoon = () => {
    measured += 1;
  };
  const held = heldOf([], [fresh(UNTIL)]);
  const access = { ...THIS_MACHINE, adminToken };
  const { app, log } = testApp({ held, access, organising: organisingOf(store, { desk, measureSoon }) });
  const put = (payload: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
    app.inject({
      method: 'PUT',
      url: routes.roster,
      headers: { 'content-type': 'text/csv', ...headers },
      payload,
      remoteAddress,
    });
  return { app, store, log, put, measured: () => measured };
}

const writes = [
  ['PUT', routes.roster, `${HEADER}Pay,ada,,`, 'text/csv'],
  ['PUT', routes.repositoryOwners, [{ repository: 'acme/*', team: 'Web' }], 'application/json'],
  [
    'PUT',
    routes.codeOwners,
    { repository: 'github:github.com/acme/shop', text: '* @a/b' },
    'application/json',
  ],
  ['POST', routes.merge, { a: 'ada', b: 'ben' }, 'application/json'],
  ['POST', routes.separate, { a: 'ada', b: 'ben' }, 'application/json'],
] as const;

describe('An edit over HTTP', () => {
  it.each(writes)('%s %s is made, measured and remembered', async (method, url, payload, type) => {
    const { app, measured, store } = await served();
    const answer = await app.inject({ method, url, payload, headers: { 'content-type': type } });
    expect(Value.Errors(EditedAnswer, answer.json())).toEqual([]);
    expect([answer.statusCode, answer.json<EditedAnswer>().data.changed, measured()]).toEqual([200, true, 1]);
    expect(answer.headers['cache-control']).toBe('no-store');
    const [change] = (await app.inject(routes.changes)).json<ChangesAnswer>().data.changes;
    expect(change).toMatchObject({
      at: '2026-11-01T00:00:00Z',
      summary: answer.json<EditedAnswer>().data.summary,
    });
    const again = await app.inject({ method, url, payload, headers: { 'content-type': type } });
    expect([again.json<EditedAnswer>().data.changed, measured()]).toEqual([false, 1]);
    expect(await store.organisationChanges(9, null)).toHaveLength(1);
  });

  it('of a team gives it another name', async () => {
    const { app, put } = await served();
    await put(`${HEADER}Pay,ada,,`);
    const [team] = (await app.inject(routes.teams)).json<TeamsAnswer>().data;
    const url = routes.team.replace(':team', team?.id ?? '');
    expect((await app.inject({ method: 'PATCH', url, payload: { name: 'Money' } })).statusCode).toBe(200);
    const answer = (await app.inject(routes.teams)).json<TeamsAnswer>();
    expect(Value.Errors(TeamsAnswer, answer)).toEqual([]);
    expect(answer.data).toEqual([
      { id: team?.id, name: 'Money', members: { stated: 1, assumed: 0 }, repositories: 0 },
    ]);
  });

  it('that is at fault is refused with every line, and nothing is measured', async () => {
    const { put, measured, store } = await served();
    const before = await store.digest();
    const answer = await put(`${HEADER}Pay,ada,soon,\nPay,ben,,\nPay,,,`);
    expect([answer.statusCode, measured(), await store.digest()]).toEqual([400, 0, before]);
    expect(answer.json<Failure>().error).toEqual({
      code: 'bad-roster',
      field: 'roster',
      message:
        '2 lines cannot be read; nothing was changed.\nLine 2: "soon" is no date like 2026-08-10.\nLine 4: "" is neither a login nor an e-mail address.',
    });
  });

  it.each([
    ['PUT', routes.roster, 'x', 'text/plain', 415, 'unsupported-media-type'],
    ['PUT', routes.roster, '{}', 'application/json', 400, 'bad-question'],
    [
      'PUT',
      routes.repositoryOwners,
      '[{"repository":"a","team":"b","rank":1}]',
      'application/json',
      400,
      'unknown-field',
    ],
    ['PUT', routes.repositoryOwners, '[{"repository":"a"}]', 'application/json', 400, 'bad-question'],
    ['PUT', routes.repositoryOwners, '[{', 'application/json', 400, 'bad-request'],
    ['POST', routes.merge, '{"a":"ada","b":""}', 'application/json', 400, 'bad-question'],
    ['POST', routes.merge, '{"a":"ada","b":"ada"}', 'application/json', 400, 'same-identity'],
    ['PATCH', '/api/organisation/teams/nobody', '{"name":"X"}', 'application/json', 400, 'unknown-team'],
    ['PUT', routes.roster, 'x'.repeat(9 * 1024 * 1024), 'text/csv', 413, 'too-large'],
    ['DELETE', routes.roster, '', 'text/csv', 404, 'not-found'],
  ] as const)(
    '%s %s with %s is refused in the one shape',
    async (method, url, payload, type, status, code) => {
      const { app, log } = await served();
      const answer = await app.inject({ method, url, payload, headers: { 'content-type': type } });
      expect(Value.Errors(Failure, answer.json())).toEqual([]);
      expect([answer.statusCode, answer.json<Failure>().error.code, log]).toEqual([status, code, []]);
    },
  );
});

describe('The right to edit', () => {
  it.each(writes)(
    '%s %s is refused to another machine without the token',
    async (method, url, payload, type) => {
      const { app, store, measured } = await served();
      const answer = await app.inject({
        method,
        url,
        payload,
        headers: { 'content-type': type },
        remoteAddress: '192.0.2.7',
      });
      expect([answer.statusCode, answer.json<Failure>().error.code]).toEqual([401, 'not-allowed']);
      expect([await store.organisationChanges(9, null), measured()]).toEqual([[], 0]);
    },
  );

  it('is had by this machine, and by whoever sends the token', async () => {
    const { put } = await served();
    const roster = `${HEADER}Pay,ada,,`;
    const authorization = `Bearer ${TOKEN}`;
    expect((await put(roster, { authorization }, '192.0.2.7')).statusCode).toBe(200);
    expect((await put(roster, {}, '::1')).statusCode).toBe(200);
    expect((await put(roster, {}, '::ffff:127.0.0.1')).statusCode).toBe(200);
  });

  it.each([`Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, 'Bearer ', `Basic ${TOKEN}`, TOKEN, ''])(
    'is not had with "%s", from this machine neither',
    async (authorization) => {
      const { put } = await served();
      expect((await put(HEADER, { authorization })).statusCode).toBe(401);
      expect((await put(HEADER, { authorization }, '192.0.2.7')).statusCode).toBe(401);
    },
  );

  it('is had by no token where none is set', async () => {
    const { put } = await served(null);
    expect((await put(HEADER, { authorization: 'Bearer null' }, '192.0.2.7')).statusCode).toBe(401);
    expect((await put(HEADER)).statusCode).toBe(200);
  });

  it('does not let a foreign page write', async () => {
    const { put } = await served();
    expect((await put(HEADER, { origin: 'https://evil.example.com' })).statusCode).toBe(403);
    expect((await put(HEADER, { host: 'evil.example.com' })).statusCode).toBe(403);
  });

  it.each([routes.rosterCsv, routes.unmatched, routes.changes])(
    'is needed to read %s, which names people',
    async (url) => {
      const { app } = await served();
      expect((await app.inject({ url, remoteAddress: '192.0.2.7' })).statusCode).toBe(401);
      expect((await app.inject({ url })).statusCode).toBe(200);
    },
  );

  it.each([routes.teams, routes.repositoryOwners])('is not needed to read %s', async (url) => {
    const { app } = await served();
    expect((await app.inject({ url, remoteAddress: '192.0.2.7' })).statusCode).toBe(200);
  });
});

describe('What is told of the organisation', () => {
  it('is the roster as a file that can be sent back', async () => {
    const { app, put } = await served();
    await put(`${HEADER}Pay,ada,,2026-03-31\r\n`);
    const file = await app.inject(routes.rosterCsv);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(file.headers['content-disposition']).toBe('attachment; filename="uptake-roster.csv"');
    expect(file.body).toBe(`${HEADER}Pay,ada,,2026-03-31\r\n`);
    expect((await put(file.body)).json<EditedAnswer>().data.changed).toBe(false);
  });

  it.each([
    [routes.unmatched, UnmatchedAnswer],
    [routes.repositoryOwners, RepositoryOwnersAnswer],
    [routes.teams, TeamsAnswer],
    [routes.changes, ChangesAnswer],
  ])('%s fits its schema and refuses filters that it does not know', async (url, schema) => {
    const { app } = await served();
    expect(Value.Errors(schema, (await app.inject(url)).json())).toEqual([]);
    const refused = await app.inject(`${url}?sort=worst`);
    expect([refused.statusCode, refused.json<Failure>().error.code]).toEqual([400, 'unknown-filter']);
  });

  it('of accounts that no team places never says how much one of them did', async () => {
    const { app } = await served();
    const { data } = (await app.inject(routes.unmatched)).json<UnmatchedAnswer>();
    expect(data).toEqual({
      accounts: ['ada', 'ben'].map((login) => ({
        identity: `login:github.com/${login}`,
        share: 'over 5 %',
        suggestions: [],
      })),
      merged: null,
      share: null,
      shareClass: 'over 5 %',
      of: 2,
      issues: { accounts: [], finished: 0, share: null, shareClass: 'under 1 %', of: 0 },
      usage: [],
    });
  });

  it('comes in pages of changes, each once, the newest first, also when more are made meanwhile', async () => {
    const { app, put } = await served();
    for (let day = 1; day <= 5; day += 1) await put(`${HEADER}Pay,ada,,2026-03-0${day}`);
    const page = async (query: string) =>
      (await app.inject(`${routes.changes}?${query}`)).json<ChangesAnswer>().data;
    const first = await page('limit=2');
    await put(HEADER);
    const second = await page(`limit=2&cursor=${first.next}`);
    const third = await page(`limit=2&cursor=${second.next}`);
    const ids = [first, second, third].map(({ changes }) => changes.map(({ id }) => id));
    expect(ids).toEqual([[5, 4], [3, 2], [1]]);
    expect(third.next).toBeNull();
    for (const query of ['limit=0', 'limit=201', 'limit=x', 'cursor=abc']) {
      expect((await app.inject(`${routes.changes}?${query}`)).statusCode, query).toBe(400);
    }
    expect((await app.inject(`${routes.changes}?limit=200`)).statusCode).toBe(200);
  });

  it('is described like every call, with a summary and the shapes of answers and errors', async () => {
    const { app } = await served();
    type Operation = { summary?: string; responses?: Record<string, unknown> };
    const { paths } = (await app.inject('/openapi.json')).json<{
      paths: Record<string, Record<string, Operation>>;
    }>();
    for (const route of Object.values(routes)) {
      const operations = Object.values(paths[route.replace(':team', '{team}')] ?? {});
      expect(operations.length, route).toBeGreaterThan(0);
      for (const { summary, responses } of operations) {
        expect(summary, route).toMatch(/\w{4}/);
        expect(Object.keys(responses ?? {}).sort()).toEqual(['200', '4XX', '5XX']);
      }
    }
  });

  it('is not there where the organisation is not served', async () => {
    const { app } = testApp();
    expect((await app.inject(routes.teams)).statusCode).toBe(404);
  });
});
