import { describe, expect, test } from 'vitest';
import { type Access, type Guard, THIS_MACHINE } from '../../server/api/access/access.ts';
import { sessionCookie } from '../../server/api/access/session.ts';
import { noteRoutes, sharedRoutes } from '../../server/contract/routes.ts';
import { DAY } from '../../server/model/instant.ts';
import { testApp } from '../support/app.ts';
import { openTestStore } from '../support/open-store.ts';
import { organisingOf } from '../support/organising.ts';

const PASSWORD = 'a long password';
const TOKEN = 'a-token-of-an-admin';
const NOW = Date.parse('2026-11-01T00:00:00Z');
const HOST = 'uptake.acme.example';
const sessionKey = Buffer.alloc(32, 7);
const byPassword: Guard = { kind: 'password', password: PASSWORD, sessionKey };
const byProxy: Guard = {
  kind: 'proxy',
  header: 'x-forwarded-user',
  from: ['192.0.2.1'],
  editors: ['ada@example.com'],
};
const beyond = (guard: Guard): Access => ({ names: [HOST], beyond: true, guard, adminToken: TOKEN });

async function served(guard: Guard, clock = () => NOW) {
  const store = await openTestStore();
  const { app } = testApp({ access: beyond(guard), clock, organising: organisingOf(store) });
  const ask = (url: string, headers: Record<string, string> = {}, remoteAddress = '192.0.2.9') =>
    app.inject({ url, headers: { host: HOST, ...headers }, remoteAddress });
  const post = (
    url: string,
    payload: string | object,
    headers: Record<string, string> = {},
    remoteAddress = '192.0.2.9',
  ) => app.inject({ method: 'POST', url, payload, headers: { host: HOST, ...headers }, remoteAddress });
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: `https://${HOST}` };
  const logIn = (password: string, remoteAddress?: string, next = '/flow?window=12w') =>
    post('/login', new URLSearchParams({ password, next }).toString(), form, remoteAddress);
  const cookieOf = (answer: { headers: Record<string, unknown> }) =>
    String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '';
  return { app, ask, post, logIn, cookieOf };
}

describe('Behind a password', () => {
  test('nothing is told to whoever has not shown it, but whether the program is well', async () => {
    const { ask } = await served(byPassword);
    for (const url of ['/api/status', '/api/series/cycle-time', '/openapi.json', '/metrics', '/nowhere']) {
      expect((await ask(url)).statusCode, url).toBe(401);
      // Behind a proxy on this machine everybody comes from here.
      expect((await ask(url, {}, '127.0.0.1')).statusCode, url).toBe(401);
    }
    const page = await ask('/flow?window=12w', { accept: 'text/html' });
    expect([page.statusCode, page.headers.location]).toEqual([303, '/login?next=%2Fflow%3Fwindow%3D12w']);
    for (const url of ['/healthz', '/readyz']) expect((await ask(url)).statusCode).toBe(200);
  });

  test('the page that asks for it runs no script and may stand in no frame', async () => {
    const { ask } = await served(byPassword);
    const page = await ask('/login?next=/items');
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.body).toContain('<input type="hidden" name="next" value="/items">');
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:x']) {
      const { body } = await ask(`/login?next=${encodeURIComponent(next)}`);
      expect(body).toContain('name="next" value="/"');
    }
    expect((await ask(`/login?next=${encodeURIComponent('/"><script>')}`)).body).not.toContain('<script>');
  });

  test('the right one opens a session that reads and may not edit', async () => {
    const { ask, post, logIn, cookieOf } = await served(byPassword);
    const answer = await logIn(PASSWORD);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/flow?window=12w']);
    expect(answer.headers['set-cookie']).toMatch(/; HttpOnly; SameSite=Strict; Max-Age=\d+; Secure$/);
    const cookie = cookieOf(answer);
    expect((await ask('/api/status', { cookie })).statusCode).toBe(200);
    const note = { kind: 'freeze', day: '2027-01-04', text: 'Nothing is released' };
    const headers = { cookie, origin: `https://${HOST}` };
    expect((await post(noteRoutes.notes, note, headers)).statusCode).toBe(401);
    expect((await ask(noteRoutes.notes, { cookie })).json()).toMatchObject({ data: { mayEdit: false } });
  });

  test('the token of the admin opens one that edits, from our own pages alone', async () => {
    const { ask, post, logIn, cookieOf } = await served(byPassword);
    const cookie = cookieOf(await logIn(TOKEN));
    const note = { kind: 'freeze', day: '2027-01-04', text: 'Nothing is released' };
    expect((await post(noteRoutes.notes, note, { cookie })).statusCode).toBe(403);
    const headers = { cookie, origin: `https://${HOST}` };
    expect((await post(noteRoutes.notes, note, headers)).statusCode).toBe(200);
    const bearer = { authorization: `Bearer ${TOKEN}` };
    expect((await post(noteRoutes.notes, { ...note, text: 'Again' }, bearer)).statusCode).toBe(200);
    expect((await ask(noteRoutes.notes, { cookie })).json()).toMatchObject({ data: { mayEdit: true } });
  });

  test('programs send it as a bearer', async () => {
    const { ask } = await served(byPassword);
    expect(
      (await ask('/metrics', { authorization: `Bearer ${PASSWORD}`.replace(/ /g, ' ') })).statusCode,
    ).toBe(401);
    const plain: Guard = { ...byPassword, password: 'without-any-space' };
    const other = await served(plain);
    const metrics = await other.ask('/metrics', { authorization: 'Bearer without-any-space' });
    expect(metrics.statusCode).toBe(200);
    expect(metrics.body).toContain('uptake_generation');
  });

  test('a session ends with time, with another key, and when anybody has touched it', async () => {
    let now = NOW;
    const { ask, logIn, cookieOf } = await served(byPassword, () => now);
    const cookie = cookieOf(await logIn(PASSWORD));
    const status = async (sent: string) => (await ask('/api/status', { cookie: sent })).statusCode;
    expect(await status(cookie.replace('reader', 'editor'))).toBe(401);
    expect(await status(`${cookie}x`)).toBe(401);
    const [forged = ''] = sessionCookie('editor', Buffer.alloc(32, 8), NOW, false).split(';');
    expect(await status(forged)).toBe(401);
    now += 29 * DAY;
    expect(await status(cookie)).toBe(200);
    now += 2 * DAY;
    expect(await status(cookie)).toBe(401);
  });

  test('whoever guesses is made to wait, and nobody else', async () => {
    const { logIn } = await served(byPassword);
    for (let guess = 0; guess < 10; guess++) expect((await logIn(`guess ${guess}`)).statusCode).toBe(401);
    const refused = await logIn(PASSWORD);
    expect([refused.statusCode, Number(refused.headers['retry-after'])]).toEqual([429, 900]);
    expect((await logIn(PASSWORD, '192.0.2.10')).statusCode).toBe(303);
  });

  test('another site cannot log anybody in or out', async () => {
    const { post } = await served(byPassword);
    for (const origin of ['https://evil.example', undefined]) {
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        ...(origin === undefined ? {} : { origin }),
      };
      expect((await post('/login', `password=${PASSWORD}`, headers)).statusCode).toBe(403);
      expect((await post('/logout', '', headers)).statusCode).toBe(403);
    }
  });

  test('a page is still shared with what any reader would see', async () => {
    const { post, ask } = await served(byPassword);
    const bearer = { authorization: `Bearer ${TOKEN}` };
    const page = { page: '/flow', question: '', calls: ['/api/series/merged-pull-requests'] };
    const shared = await post(sharedRoutes.shares, page, bearer);
    expect(shared.statusCode).toBe(200);
    expect((await ask(sharedRoutes.shares, bearer)).json()).toMatchObject({ data: { mayEdit: true } });
  });
});

describe('Behind a proxy that logs people in', () => {
  test('its header is believed from its address alone', async () => {
    const { ask } = await served(byProxy);
    const header = { 'x-forwarded-user': 'ben@example.com' };
    expect((await ask('/api/status', header, '192.0.2.1')).statusCode).toBe(200);
    expect((await ask('/api/status', header, '::ffff:192.0.2.1')).statusCode).toBe(200);
    expect((await ask('/api/status', header, '192.0.2.9')).statusCode).toBe(401);
    expect((await ask('/api/status', header, '127.0.0.1')).statusCode).toBe(401);
    expect((await ask('/api/status', {}, '192.0.2.1')).statusCode).toBe(401);
  });

  test('those who are named may edit', async () => {
    const { ask } = await served(byProxy);
    const allowed = async (name: string) =>
      (await ask(noteRoutes.notes, { 'x-forwarded-user': name }, '192.0.2.1')).json().data.mayEdit;
    expect([await allowed('ada@example.com'), await allowed('ben@example.com')]).toEqual([true, false]);
  });
});

test('names that are not ours are refused before anything is asked', async () => {
  const { app } = testApp({ access: beyond(byPassword) });
  const code = async (host: string) =>
    (await app.inject({ url: '/api/status', headers: { host } })).statusCode;
  expect([await code('evil.example'), await code(HOST), await code('192.0.2.7:4180')]).toEqual([
    403, 401, 401,
  ]);
  expect((await testApp({ access: THIS_MACHINE }).app.inject('/login')).statusCode).toBe(404);
});
