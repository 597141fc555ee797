import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { importListeners } from '../../server/api/import-listeners.ts';
import { routes } from '../../server/contract/routes.ts';
import type { ImportEvent, ImportStatus } from '../../server/contract/status.ts';
import { testApp } from '../support/app.ts';
import { eventStream } from '../support/event-stream.ts';

const running: ImportStatus = {
  source: 'github acme',
  startedAt: '2026-11-21T03:00:00Z',
  what: 'repository 3 of 12: acme/shop, pull requests',
  done: 100,
  total: 400,
};

/** The real app on a real port, with a state that the test moves. */
async function served(limits: Parameters<typeof importListeners>[1] = {}) {
  const state: ImportEvent = { running, generation: 4 };
  const listeners = importListeners(() => state, { moment: 5, ...limits });
  const { app, log } = testApp({ importListeners: listeners });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    app,
    log,
    state,
    listeners,
    url: address + routes.importEvents,
    port: Number(new URL(address).port),
  };
}

describe('who listens to an import', () => {
  it('hears at once how it stands, then what has changed, and its end', async () => {
    const { state, listeners, url } = await served();
    const stream = await eventStream(url);
    expect(stream.response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    await expect.poll(stream.events).toEqual([{ running, generation: 4 }]);
    state.running = { ...running, done: 200 };
    listeners.changed();
    await expect.poll(stream.events).toHaveLength(2);
    state.running = null;
    state.generation = 5;
    listeners.changed();
    await expect.poll(stream.events).toEqual([
      { running, generation: 4 },
      { running: { ...running, done: 200 }, generation: 4 },
      { running: null, generation: 5 },
    ]);
    expect(stream.text()).toMatch(/^retry: 3000\nevent: import\n/);
  });

  it('hears many changes of one moment as one', async () => {
    const { state, listeners, url } = await served({ moment: 30 });
    const stream = await eventStream(url);
    for (let done = 101; done <= 400; done += 1) {
      state.running = { ...running, done };
      listeners.changed();
    }
    await expect.poll(() => stream.events().length).toBeGreaterThan(1);
    expect(stream.events().slice(1)).toEqual([{ running: { ...running, done: 400 }, generation: 4 }]);
  });

  it('is written to now and then, so that nothing between takes the connection for dead', async () => {
    const { url } = await served({ heartbeat: 10 });
    const stream = await eventStream(url);
    await expect.poll(() => stream.text().split(': still here\n\n').length).toBeGreaterThan(3);
    expect(stream.events()).toHaveLength(1);
  });

  it('is forgotten when they go away', async () => {
    const { listeners, log, url } = await served({ heartbeat: 5 });
    const streams = await Promise.all([eventStream(url), eventStream(url)]);
    expect(listeners.size).toBe(2);
    streams[0]?.leave();
    await expect.poll(() => listeners.size).toBe(1);
    listeners.changed();
    await expect.poll(() => streams[1]?.events().length).toBe(2);
    expect(log).toEqual([]);
  });

  it('is refused when there are too many, and let in when one has gone', async () => {
    const { url } = await served({ most: 2 });
    const [first] = await Promise.all([eventStream(url), eventStream(url)]);
    const third = await eventStream(url);
    expect(third.response.statusCode).toBe(503);
    await expect.poll(third.text).toContain('"code":"too-many-listeners"');
    first?.leave();
    await expect.poll(async () => (await eventStream(url)).response.statusCode).toBe(200);
  });

  it('is a page of ours on this machine, as everywhere', async () => {
    const { url, listeners } = await served();
    const strangers = [{ host: 'evil.example.com' }, { origin: 'https://evil.example.com' }];
    for (const headers of strangers) {
      expect((await eventStream(url, headers)).response.statusCode).toBe(403);
    }
    expect((await eventStream(`${url}?team=a`)).response.statusCode).toBe(400);
    expect(listeners.size).toBe(0);
    const { headers } = (await eventStream(url)).response;
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect([headers['cache-control'], headers['content-encoding']]).toEqual(['no-store', undefined]);
  });
});

/** A connection that asks and then reads nothing. */
async function deaf(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  socket.pause();
  socket.write(`GET ${routes.importEvents} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
}

describe('the server', () => {
  it('closes at once with listeners on it, also with one that reads nothing', async () => {
    const { app, listeners, url, port } = await served();
    const stream = await eventStream(url);
    await deaf(port);
    await expect.poll(() => listeners.size).toBe(2);
    await app.close();
    expect(listeners.size).toBe(0);
    await expect.poll(stream.ended).toBe(true);
  });

  it('lets nobody listen any more once it closes', async () => {
    const { app, listeners } = await served();
    const closing = app.close();
    await expect.poll(() => listeners.mayCome()).toBe(false);
    await closing;
  });

  it('cuts off who lets too much lie unread', async () => {
    const { state, listeners, port } = await served({ unread: 64 * 1024, moment: 0 });
    await deaf(port);
    await expect.poll(() => listeners.size).toBe(1);
    state.running = { ...running, what: 'x'.repeat(4_000_000) };
    await expect
      .poll(() => {
        listeners.changed();
        return listeners.size;
      })
      .toBe(0);
  });
});
