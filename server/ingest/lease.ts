import { setTimeout } from 'node:timers/promises';
import { ConfigError } from '../model/errors.ts';
import { type Instant, isoInstant, SECOND } from '../model/instant.ts';
import { SourceError, STOPPED_EARLY } from '../net/source-error.ts';
import { isOver, type LeaseHolder } from '../store/lease.ts';
import type { Store } from '../store/open.ts';
import type { World } from './sources.ts';

/** A process that stands still for longer than this may be overtaken. */
const LEASE = 60 * SECOND;

const GAVE_WAY = 'It gave way to an import; what was read is kept, and it goes on after that.';

/** Whoever holds the lease under such a name gives it up when it is asked to. */
const GIVES_WAY = 'backfill ';
/** How long a wish for the lease holds unless it is said again, and how often it is looked at. */
const WISH = 10 * SECOND;
const LOOK = SECOND / 4;
/** What gives way ends its step first, which may be a long answer from outside. */
const PATIENCE = 120 * SECOND;

/**
 * Runs `work` as the only ingest on this database, renewing the lease while it runs. What gives way is asked to, and waited for.
 * @throws ConfigError `ingest-running` when another one is at work
 */
export async function alone<Result>(
  store: Store,
  world: World,
  work: (holder: string) => Promise<Result>,
): Promise<Result> {
  const me = holderIn(world);
  for (let waited = 0; ; waited += LOOK) {
    const lease = await store.takeLease(me, world.now(), LEASE, world.alive);
    if (lease.taken) break;
    if (!givesWay(lease.by) || waited > PATIENCE) throw runningElsewhere(lease);
    await store.wantLease(me, world.now(), WISH);
    await setTimeout(LOOK);
  }
  return working(store, world, me, () => work(me.holder));
}

/**
 * The same for what gives way: `work` is told by its signal when somebody else wants to ingest, and ends. Null: somebody else is at work
 * or wants to be, and nothing was done.
 */
export async function aloneUntilAsked<Result>(
  store: Store,
  world: World,
  ended: AbortSignal,
  work: (holder: string, signal: AbortSignal) => Promise<Result>,
): Promise<Result | null> {
  const me = holderIn(world, GIVES_WAY);
  if (await store.leaseWanted(world.now(), WISH)) return null;
  const lease = await store.takeLease(me, world.now(), LEASE, world.alive);
  if (!lease.taken) return null;
  const asked = new AbortController();
  const look = setInterval(() => {
    const wanted = store.leaseWanted(world.now(), WISH);
    void wanted.then((is) => is && asked.abort(new SourceError(STOPPED_EARLY, GAVE_WAY))).catch(() => {});
  }, LOOK);
  const signal = AbortSignal.any([ended, asked.signal]);
  return working(store, world, me, () => work(me.holder, signal)).finally(() => clearInterval(look));
}

export function givesWay({ holder }: Pick<LeaseHolder, 'holder'>): boolean {
  return holder.startsWith(GIVES_WAY);
}

function holderIn({ host, pid, now }: World, name = ''): LeaseHolder {
  return { holder: `${name}${host}/${pid}/${now()}`, host, pid };
}

function runningElsewhere({ by, since }: { by: LeaseHolder; since: Instant }): ConfigError {
  return new ConfigError(
    'ingest-running',
    `Another ingest (process ${by.pid} on ${by.host}) has been at work since ${isoInstant(since)}. ` +
      'Wait for it to end; if it was killed on another machine, its lease ends within a minute.',
  );
}

async function working<Result>(
  store: Store,
  world: World,
  me: LeaseHolder,
  work: () => Promise<Result>,
): Promise<Result> {
  // A lost lease is noticed by the next write, which refuses; a renewal that fails needs no second report.
  const renewal = setInterval(() => void store.renewLease(me, world.now(), LEASE).catch(() => {}), LEASE / 4);
  try {
    return await work();
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
