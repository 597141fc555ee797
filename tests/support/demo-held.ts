import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stateDemo } from '../../server/demo-organisation.ts';
import { heldFacts } from '../../server/held-facts.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { type Held, openLive } from '../../server/report/live.ts';
import type { DemoConfig } from '../../server/sources/demo/config.ts';
import { openStore, type Store } from '../../server/store/open.ts';
import { MIGRATIONS } from './open-store.ts';
import { lentFolder } from './temporary-folder.ts';
import { testWorld } from './world.ts';

/** Monday, three in the morning. */
const UNTIL = Date.UTC(2026, 10, 16, 3);

/** Reads a demo organisation into a data folder, who was in which team first, and measures it; once a run of the tests, then copied. */
export async function writeDemo(data: string, config: DemoConfig): Promise<Store> {
  mkdirSync(data, { recursive: true });
  const file = join(data, 'uptake.db');
  const { scenario, size = 1, seed = 'usual', until = 'usual' } = config;
  // In this run's own folder (`whole-run.ts`): what another state of the program has made is never found here.
  const kept = join(tmpdir(), `demo-${[scenario, size, seed, until].join('-').replaceAll(':', '')}.db`);
  if (existsSync(kept)) copyFileSync(kept, file);
  const isNew = !existsSync(file);
  const store = openStore({ file, migrations: MIGRATIONS });
  if (!isNew) return store;
  const world = testWorld({ now: () => UNTIL });
  await stateDemo(store, world, config, UNTIL);
  const { signal } = new AbortController();
  await ingest([{ source: 'demo', config }], store, world, () => {}, signal);
  await keep(store, kept);
  return store;
}

/** The same as the server holds it. */
export async function demoHeld(config: DemoConfig): Promise<Held> {
  const { folder, remove } = lentFolder();
  const store = await writeDemo(folder, config);
  try {
    return (await openLive(heldFacts(store), 'UTC')).held;
  } finally {
    store.close();
    remove();
  }
}

/** Appears as a whole: several files of tests may make the same one at the same time. */
async function keep(store: Store, kept: string): Promise<void> {
  const { folder, remove } = lentFolder();
  await store.backup(join(folder, 'demo.db'), () => {});
  renameSync(join(folder, 'demo.db'), kept);
  remove();
}
