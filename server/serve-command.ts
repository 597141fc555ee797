import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from './config.ts';
import { clearOtherDemo, demoConfig, scenarioOf, USUAL_DEMO } from './demo.ts';
import type { ImportEnd } from './import-child.ts';
import { type Commands, serve } from './main.ts';
import type { Scenario } from './sources/demo/config.ts';
import { VERSION } from './version.ts';
import { webRoot } from './world.ts';

/** `demo`: a scenario, or whether one is wanted; left out: where there is nothing else to show. */
type ServeFlags = { config?: string; repo?: string; demo?: string | boolean };
type Served = { config: Config; commands: Commands };

/** Serves until a signal arrives. */
export async function serveCommand(given: Config, flags: ServeFlags): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const scenario = demoFor(given, flags);
  const { config, commands } = scenario === null ? real(given, flags) : demo(given, scenario);
  if (scenario !== null) {
    await clearOtherDemo(config);
    say(`This is demo data (${scenario}); connect your own as the README says.`);
  }
  const address = Promise.withResolvers<string>();
  const served = await serve(config, VERSION, commands, (end) => {
    void address.promise.then((known) => say(inWords(end, known)));
  });
  if (webRoot() === null)
    say('The pages are not built: run npm run build, then start again. The API answers.');
  say(`Uptake answers on ${served.address}`);
  address.resolve(served.address);
  await signalled();
  await served.close();
  return 0;
}

/** The scenario to be shown; null: real data. */
function demoFor(config: Config, { repo, demo: wanted }: ServeFlags): Scenario | null {
  if (typeof wanted === 'string') return scenarioOf(wanted);
  if (wanted === false || repo !== undefined) return null;
  const nothing = config.sources.length === 0 && !existsSync(config.database);
  return wanted === true || nothing ? USUAL_DEMO : null;
}

function real(config: Config, flags: ServeFlags): Served {
  const place = ['--data', config.data, ...(flags.config ? ['--config', resolve(flags.config)] : [])];
  const ingest = ['ingest', ...place];
  const imports = [
    ...(config.sources.length > 0 ? [ingest] : []),
    ...(flags.repo === undefined ? [] : [[...ingest, 'git', resolve(flags.repo)]]),
  ];
  return { config, commands: { imports, measure: ['derive', ...place] } };
}

function demo(given: Config, scenario: Scenario): Served {
  const config = demoConfig(given, scenario);
  const imports = [['demo', scenario, '--data', given.data]];
  return { config, commands: { imports, measure: ['derive', '--data', config.data] } };
}

function signalled(): Promise<void> {
  return new Promise((stop) => {
    process.once('SIGINT', () => stop());
    process.once('SIGTERM', () => stop());
  });
}

function inWords({ failure, summary }: ImportEnd, address: string): string {
  if (failure !== null) return `Import failed: ${failure}`;
  const [only, ...others] = summary?.repositories ?? [];
  const page = only === undefined || others.length > 0 ? '' : `?repo=${encodeURIComponent(only)}`;
  return `Import done: ${address}/flow${page}`;
}
