import { NO_SETTINGS } from '../../server/facts/attribution/settings.ts';
import type { World } from '../../server/ingest/sources.ts';
import { NO_DELIVERY_RULES } from '../../server/model/delivery.ts';

/** A world in which nothing can be fetched, nobody waits and no secret is set, unless the test says otherwise. */
export function testWorld(over: Partial<World> = {}): World {
  return {
    now: Date.now,
    env: {},
    zone: 'UTC',
    attribution: NO_SETTINGS,
    delivery: NO_DELIVERY_RULES,
    secret: () => null,
    fetch: () => Promise.reject(new Error('this world has no network')),
    wait: async () => {},
    host: 'here',
    pid: process.pid,
    alive: () => true,
    ...over,
  };
}
