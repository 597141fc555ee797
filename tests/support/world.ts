import type { World } from '../../server/ingest/sources.ts';

/** A world in which nothing can be fetched, nobody waits and no secret is set, unless the test says otherwise. */
export function testWorld(over: Partial<World> = {}): World {
  return {
    now: Date.now,
    env: {},
    zone: 'UTC',
    secret: () => null,
    fetch: () => Promise.reject(new Error('this world has no network')),
    wait: async () => {},
    host: 'here',
    pid: process.pid,
    alive: () => true,
    ...over,
  };
}
