import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../server/contract/answer.ts';
import { testApp } from '../support/app.ts';
import { repository } from '../support/rows.ts';

type Asked =
  | string
  | { method: 'POST'; url: string; headers?: Record<string, string>; payload?: string | object };

async function failed(
  asked: Asked,
  { app } = testApp(),
): Promise<{ status: number; error: Failure['error'] }> {
  const answer = await app.inject(asked);
  expect(Value.Errors(Failure, answer.json())).toEqual([]);
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  return { status: answer.statusCode, error: answer.json<Failure>().error };
}

describe('a question that is not in the contract', () => {
  it.each([
    ['window=9w', 'window', ['12w', '26w', '52w', '104w', 'all']],
    ['stat=mean', 'stat', ['p50', 'p75', 'p85']],
    ['by=week', 'by', ['opening', 'merge']],
  ])('%s is refused with what is allowed', async (query, field, allowed) => {
    const { status, error } = await failed(`/api/series/cycle-time?${query}`);
    expect([status, error.code, error.field, error.allowed]).toEqual([400, 'bad-question', field, allowed]);
    expect(error.message).toContain(allowed.join(', '));
  });

  it('is refused when it asks for a measure that does not exist', async () => {
    const { status, error } = await failed('/api/series/velocity');
    expect([status, error.field]).toEqual([400, 'measure']);
    expect(error.allowed).toContain('cycle-time');
  });

  it('is refused when a filter is empty or given twice', async () => {
    expect(await failed('/api/series/cycle-time?repo=')).toMatchObject({
      status: 400,
      error: { field: 'repo' },
    });
    const twice = await failed('/api/series/cycle-time?window=12w&window=26w');
    expect(twice).toMatchObject({ status: 400, error: { field: 'window' } });
  });

  it('is refused when it names a repository that was never imported', async () => {
    const { status, error } = await failed('/api/series/cycle-time?repo=git:nowhere');
    expect([status, error.code, error.field, error.allowed]).toEqual([
      400,
      'unknown-repository',
      'repo',
      [repository.id],
    ]);
  });
});

describe('a request that cannot be answered', () => {
  it('finds nothing at an unknown address', async () => {
    expect(await failed('/api/people')).toMatchObject({ status: 404, error: { code: 'not-found' } });
  });

  it('may only read', async () => {
    const answer = await testApp().app.inject({ method: 'DELETE', url: '/api/series/cycle-time' });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect(answer.json<Failure>().error.code).toBe('method-not-allowed');
    expect((await failed({ method: 'POST', url: '/nowhere' })).status).toBe(404);
  });

  it('has no address that cannot be read', async () => {
    expect(await failed('/api/series/%zz')).toMatchObject({ status: 400, error: { code: 'bad-request' } });
  });

  it('is no body of an unknown type, and none that is too large', async () => {
    // No route reads a body yet, so one is added that would.
    const reading = () => {
      const test = testApp();
      test.app.post('/read', async () => 'read');
      return test;
    };
    const url = '/read';
    const xml = { 'content-type': 'text/xml' };
    const type = await failed({ method: 'POST', url, headers: xml, payload: '<a/>' }, reading());
    expect(type).toMatchObject({ status: 415, error: { code: 'unsupported-media-type' } });
    const large = await failed({ method: 'POST', url, payload: { text: 'x'.repeat(70_000) } }, reading());
    expect(large).toMatchObject({ status: 413, error: { code: 'too-large' } });
    const broken = { 'content-type': 'application/json' };
    const cut = await failed({ method: 'POST', url, headers: broken, payload: '{"a":' }, reading());
    expect(cut).toMatchObject({ status: 400, error: { code: 'bad-request' } });
  });
});

it('a fault of ours is logged, and answered without its text', async () => {
  const live = {
    get held(): never {
      throw new Error('the password is swordfish');
    },
    refresh: async () => false,
  };
  const { app, log } = testApp({ live });
  const answer = await app.inject('/api/status');
  expect(answer.statusCode).toBe(500);
  expect(answer.json<Failure>().error.code).toBe('internal');
  expect(answer.body).not.toContain('swordfish');
  expect(log.join()).toContain('swordfish');
});

it('a refusal is nothing to log', async () => {
  const { app, log } = testApp();
  await app.inject('/api/series/cycle-time?window=9w');
  await app.inject('/api/people');
  expect(log).toEqual([]);
});
