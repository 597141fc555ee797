import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../server/store/open.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

/** The holder that may write to a store of `openTestStore`. */
export const HOLDER = 'test';

/** A store in a real file, with the right to write taken. */
export async function openTestStore(file = join(temporaryFolder(), 'uptake.db')): Promise<Store> {
  const store = openStore({ file, migrations: MIGRATIONS });
  onTestFinished(() => store.close());
  await store.takeLease({ holder: HOLDER, host: 'here', pid: 1 }, 0, 60_000, () => true);
  return store;
}

/** Holds the right to ingest in the name of this living process, until the returned function is called. */
export async function holdLease(file: string): Promise<() => Promise<void>> {
  const store = openStore({ file, migrations: MIGRATIONS });
  onTestFinished(() => store.close());
  const me = { holder: 'another', host: hostname(), pid: process.pid };
  const lease = await store.takeLease(me, Date.now(), 60_000, () => true);
  if (!lease.taken) throw new Error('somebody else ingests');
  return () => store.freeLease(me);
}
