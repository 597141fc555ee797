import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../server/contract/answer.ts';
import { testApp } from '../support/app.ts';

/** Listens on a free port of this machine. */
async function listening(): Promise<number> {
  const { app } = testApp();
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address.port;
}

async function statusFor(
  port: number,
  headers: Record<string, string>,
): Promise<[number | undefined, string]> {
  const asking = request({ host: '127.0.0.1', port, path: '/api/status', headers }).end();
  const [answer] = await once(asking, 'response');
  const body: unknown = JSON.parse(await text(answer));
  const code = typeof body === 'object' && body !== null && 'error' in body ? 'error' : 'answer';
  return [answer.statusCode, code];
}

describe('on a real socket', () => {
  it('the app answers to its own names, also through a tunnel on another port', async () => {
    const port = await listening();
    for (const host of [
      `localhost:${port}`,
      `127.0.0.1:${port}`,
      `[::1]:${port}`,
      `LOCALHOST:${port}`,
      `localhost:${port + 1}`,
      'localhost',
    ]) {
      expect(await statusFor(port, { host })).toEqual([200, 'answer']);
    }
    expect((await fetch(`http://127.0.0.1:${port}/api/definitions`)).status).toBe(200);
  });

  it('it refuses every other name, and addresses of other machines', async () => {
    const port = await listening();
    for (const host of [
      `evil.example:${port}`,
      `localhost.evil.example:${port}`,
      `127.0.0.1.evil.example:${port}`,
      `192.0.2.7:${port}`,
      `user@localhost:${port}`,
      `localhost:${port}/x`,
    ]) {
      expect(await statusFor(port, { host }), host).toEqual([403, 'error']);
    }
  });

  it('it refuses what another page asks, and answers its own', async () => {
    const port = await listening();
    const host = `localhost:${port}`;
    for (const origin of [`http://${host}`, `https://${host}`]) {
      expect(await statusFor(port, { host, origin })).toEqual([200, 'answer']);
    }
    for (const origin of ['http://evil.example', 'null', `http://127.0.0.1:${port}`, 'http://localhost']) {
      expect(await statusFor(port, { host, origin }), origin).toEqual([403, 'error']);
    }
  });

  it('bytes that are no HTTP get the one shape, too', async () => {
    const port = await listening();
    const socket = connect({ host: '127.0.0.1', port });
    socket.write('GARBAGE\r\n\r\n');
    const [head, body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 /);
    const { error }: Failure = JSON.parse(body);
    expect(error.code).toBe('bad-request');
  });

  it.each(['HTTP/1.1\r\nHost: \r\nConnection: close', 'HTTP/1.0'])(
    'it refuses to be called by no name (%j)',
    async (head) => {
      const port = await listening();
      const socket = connect({ host: '127.0.0.1', port });
      socket.write(`GET /api/status ${head}\r\n\r\n`);
      const answer = await text(socket);
      expect(answer).toMatch(/^HTTP\/1\.1 403 /);
      expect(answer).toContain('foreign-host');
    },
  );
});

it('a foreign host learns nothing, whatever it asks', async () => {
  const { app } = testApp();
  for (const url of ['/', '/api/series/cycle-time', '/openapi.json', '/nowhere']) {
    const answer = await app.inject({ url, headers: { host: 'evil.example' } });
    expect(answer.statusCode).toBe(403);
    expect(answer.json<Failure>().error).toMatchObject({ code: 'foreign-host', field: 'host' });
  }
});
