import { ConfigError } from '../model/errors.ts';
import { type Instant, isoInstant, SECOND } from '../model/instant.ts';
import { isOver, type LeaseHolder } from '../store/lease.ts';
import type { Store } from '../store/open.ts';
import type { World } from './sources.ts';

/** A process that stands still for longer than this may be overtaken. */
const LEASE = 60 * SECOND;

/**
 * Runs `work` as the only ingest on this database, renewing the lease while it runs.
 * @throws ConfigError `ingest-running` when another one is at work
 */
export async function alone<Result>(
  store: Store,
  world: World,
  work: (holder: string) => Promise<Result>,
): Promise<Result> {
  const me = { holder: `${world.host}/${world.pid}/${world.now()}`, host: world.host, pid: world.pid };
  const lease = await store.takeLease(me, world.now(), LEASE, world.alive);
  if (!lease.taken) {
    throw new ConfigError(
      'ingest-running',
      `Another ingest (process ${lease.by.pid} on ${lease.by.host}) has been at work since ${isoInstant(lease.since)}. ` +
        'Wait for it to end; if it was killed on another machine, its lease ends within a minute.',
    );
  }
  // A lost lease is noticed by the next write, which refuses; a renewal that fails needs no second report.
  const renewal = setInterval(() => void store.renewLease(me, world.now(), LEASE).catch(() => {}), LEASE / 4);
  try {
    return await work(me.holder);
  } finally {
    clearInterval(renewal);
    await store.freeLease(me);
  }
}

/** Who ingests or measures on this database now, and since when; null: nobody. */
export async function atWork(
  store: Pick<Store, 'storedLease'>,
  world: Pick<World, 'now' | 'host' | 'alive'>,
): Promise<(LeaseHolder & { since: Instant }) | null> {
  const held = await store.storedLease();
  if (held === null || isOver(held, world.host, world.now(), LEASE, world.alive)) return null;
  return { holder: held.holder, host: held.host, pid: held.pid, since: held.takenAt };
}
