import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { deliverySettings } from './delivery-settings.ts';
import { NO_SETTINGS } from './facts/attribution/settings.ts';
import { ConfigError } from './model/errors.ts';
import { usualCalendar } from './model/working-hours.ts';
import { SCENARIOS, type Scenario } from './sources/demo/config.ts';
import { storedDemo } from './sources/demo/cursor.ts';
import { openStore } from './store/open.ts';
import { MIGRATIONS } from './world.ts';

/** What opens by itself where nothing is configured. */
export const USUAL_DEMO: Scenario = 'real-gain';

/** @throws ConfigError `unknown-scenario` */
export function scenarioOf(name: string): Scenario {
  const found = SCENARIOS.find((scenario) => scenario === name);
  if (found !== undefined) return found;
  throw new ConfigError(
    'unknown-scenario',
    `There is no demo "${name}"; allowed are ${SCENARIOS.join(', ')}.`,
  );
}

const inUtc = {
  zone: 'UTC',
  calendar: usualCalendar('UTC'),
  attribution: NO_SETTINGS,
  delivery: deliverySettings({}),
  nightly: { schedule: null, minutes: null },
  deliver: {},
};

/** The configuration of a demo: a folder and a database of its own, no sources and UTC, so that real data never mix with it. */
export function demoConfig(config: Config, scenario: Scenario): Config {
  const data = join(config.data, 'demo', scenario);
  return { ...config, data, database: join(data, 'uptake.db'), sources: [], ...inUtc };
}

/** Removes the database of a demo that another version of the program has made: there is nothing in it to lose. */
export async function clearOtherDemo({ database }: Config): Promise<void> {
  if (!existsSync(database)) return;
  const store = openStore({ file: database, migrations: MIGRATIONS });
  const found = await storedDemo({ ...store.stored, ...store.storedProjects }).finally(store.close);
  if (found !== 'unknown') return;
  for (const ending of ['', '-wal', '-shm']) rmSync(`${database}${ending}`, { force: true });
}
