import type { Config } from './config.ts';
import { demoConfig, scenarioOf, USUAL_DEMO } from './demo.ts';
import { stateDemo } from './demo-organisation.ts';
import { ingestInto } from './ingest-command.ts';
import { untilOf } from './sources/demo/config.ts';
import { storedDemo } from './sources/demo/cursor.ts';

/** Makes a demo organisation in a database of its own below the data folder: who was in which team first, then their work. */
export async function demoCommand(config: Config, name: string | undefined, json: boolean): Promise<number> {
  const scenario = scenarioOf(name ?? USUAL_DEMO);
  const asked = { source: 'demo', config: { scenario } } as const;
  return ingestInto(demoConfig(config, scenario), [asked], json, async (store) => {
    const stored = await storedDemo({ ...store.stored, ...store.storedProjects });
    const until = stored === null || stored === 'unknown' ? untilOf(asked.config, Date.now()) : stored.until;
    await stateDemo(store, { now: Date.now, zone: 'UTC' }, asked.config, until);
  });
}
