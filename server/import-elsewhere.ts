import type { ImportStatus } from './contract/status.ts';
import { atWork, givesWay } from './ingest/lease.ts';
import type { World } from './ingest/sources.ts';
import { isoInstant } from './model/instant.ts';
import type { Store } from './store/open.ts';

/** The import that another process has at work on this database, as a nightly job has; how far it is only that process knows. */
export async function importElsewhere(
  store: Pick<Store, 'storedLease' | 'lastRuns'>,
  world: Pick<World, 'now' | 'host' | 'alive'>,
): Promise<ImportStatus | null> {
  const at = await atWork(store, world);
  // What gives way keeps nobody from importing.
  if (at === null || givesWay(at)) return null;
  const [run] = await store.lastRuns(1);
  // Whoever only measures begins no run.
  if (run === undefined || run.startedAt < at.since) return null;
  const what = run.outcome === null ? 'reading' : 'measuring';
  return {
    source: run.asked,
    startedAt: isoInstant(at.since),
    what,
    done: 0,
    total: null,
    elsewhere: true,
  };
}
