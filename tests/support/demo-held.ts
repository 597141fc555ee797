import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stateDemo } from '../../server/demo-organisation.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { rosterOf } from '../../server/people/roster.ts';
import { teamNames } from '../../server/people/team-id.ts';
import { type Held, openLive } from '../../server/report/live.ts';
import type { DemoConfig } from '../../server/sources/demo/config.ts';
import { openStore, type Store } from '../../server/store/open.ts';
import { MIGRATIONS } from './open-store.ts';
import { lentFolder } from './temporary-folder.ts';
import { testWorld } from './world.ts';

/** Monday, three in the morning. */
const UNTIL = Date.UTC(2026, 10, 16, 3);

/** Reads a demo organisation into a data folder, who was in which team first, and measures it. */
export async function writeDemo(data: string, config: DemoConfig): Promise<Store> {
  mkdirSync(data, { recursive: true });
  const store = openStore({ file: join(data, 'uptake.db'), migrations: MIGRATIONS });
  const world = testWorld({ now: () => UNTIL });
  await stateDemo(store, world, config, UNTIL);
  const { signal } = new AbortController();
  await ingest([{ source: 'demo', config }], store, world, () => {}, signal);
  return store;
}

/** The same as the server holds it. */
export async function demoHeld(config: DemoConfig): Promise<Held> {
  const { folder, remove } = lentFolder();
  const store = await writeDemo(folder, config);
  try {
    const rows = await store.organisation();
    const names = teamNames(rows.teams, rows.accountTeams);
    const roster = rosterOf(rows);
    return (await openLive({ ...store, teamNames: async () => names, roster: async () => roster }, 'UTC'))
      .held;
  } finally {
    store.close();
    remove();
  }
}
