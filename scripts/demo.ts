import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Value } from 'typebox/value';
import { ingest } from '../server/ingest/ingest.ts';
import { DemoConfig } from '../server/sources/demo/config.ts';
import { storedDemo } from '../server/sources/demo/cursor.ts';
import { plantedTruth } from '../server/sources/demo/truth.ts';
import { openStore } from '../server/store/open.ts';
import { MIGRATIONS, world } from '../server/world.ts';

// Puts a demo organisation into the database of a data folder, and prints what was read and what is planted in it.
const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'real-gain' },
    seed: { type: 'string', default: '2' },
    size: { type: 'string', default: '1' },
    until: { type: 'string' },
    data: { type: 'string' },
  },
});
const { data, scenario, until } = values;
if (data === undefined) throw new Error('--data DIR: name the folder that the database is to lie in');
const config = Value.Parse(DemoConfig, {
  ...{ scenario, seed: Number(values.seed), size: Number(values.size) },
  ...(until === undefined ? {} : { until }),
});
const store = openStore({ file: join(data, 'uptake.db'), migrations: MIGRATIONS });
const asked = { source: 'demo', config } as const;
const summary = await ingest(
  [asked],
  store,
  world({ data, zone: 'UTC' }),
  () => {},
  new AbortController().signal,
);
const demo = await storedDemo({ ...store.stored, ...store.storedProjects });
store.close();
const truth = demo === null || demo === 'unknown' ? null : plantedTruth(config, demo.until);
console.log(JSON.stringify({ summary, truth }, null, 2));
process.exitCode = summary.failed.length > 0 ? 1 : 0;
