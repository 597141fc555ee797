import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { accessOf } from './access-settings.ts';
import { channelsOf, githubOf } from './channels.ts';
import type { Config } from './config.ts';
import { clearOtherDemo, demoConfig, scenarioOf, USUAL_DEMO } from './demo.ts';
import type { ImportEnd } from './import-child.ts';
import { type Commands, serve } from './main.ts';
import { ConfigError } from './model/errors.ts';
import { setupDesk } from './setup.ts';
import type { Scenario } from './sources/demo/config.ts';
import { VERSION } from './version.ts';
import { webRoot, world } from './world.ts';

/** `demo`: a scenario, or whether one is wanted; left out: where there is nothing else to show. */
type ServeFlags = { config?: string; repo?: string; demo?: string | boolean };
type Served = { config: Config; commands: Commands };

/** Serves until a signal arrives; what is set up from the pages is taken over on the way, at the same address. */
export async function serveCommand(read: () => Config, flags: ServeFlags): Promise<number> {
  const stopped = signalled();
  let config = read();
  let scenario = demoFor(config, flags);
  for (;;) {
    const begun = await begin({ config, read, flags, scenario });
    const anew = await Promise.race([stopped.then(() => false), begun.anew.then(() => true)]);
    await begun.served.close(anew);
    if (!anew) return 0;
    const port = Number(new URL(begun.served.address).port);
    [config, scenario] = [{ ...read(), port }, null];
  }
}

type Beginning = { config: Config; read: () => Config; flags: ServeFlags; scenario: Scenario | null };

/** `anew` resolves when somebody has asked that what is configured now be taken over. */
async function begin({ config: given, read, flags, scenario }: Beginning) {
  const { config, commands } = scenario === null ? real(given, flags) : demo(given, scenario);
  if (scenario !== null) {
    await clearOtherDemo(config);
    say(`This is demo data (${scenario}); connect your own under /setup, or as the README says.`);
  }
  const address = Promise.withResolvers<string>();
  const anew = Promise.withResolvers<void>();
  const channels = (now: Config) => channelsOf(now.deliver, world(now), githubOf(now));
  let standing = channels(config);
  let isOver = false;
  const setup = setupDesk({
    ...{ read, running: config.sources, world: world(given) },
    begin() {
      takeable(read());
      isOver = true;
      anew.resolve();
    },
    // Nothing of a demo is sent to anybody.
    delivers() {
      if (scenario === null) standing = channels(read());
    },
  });
  const imported = (end: ImportEnd) => {
    // An import that this program has ended itself has not failed.
    if (!isOver) void address.promise.then((known) => say(inWords(end, known)));
  };
  const served = await serve(config, VERSION, commands, imported, setup, () => standing);
  if (webRoot() === null)
    say('The pages are not built: run npm run build, then start again. The API answers.');
  say(`Uptake answers on ${served.address}`);
  address.resolve(served.address);
  return { served, anew: anew.promise };
}

/** Throws ConfigError where a server would not begin with it: the one that runs is not stopped for that. */
function takeable(config: Config): void {
  const here = world(config);
  if (config.sources.length === 0)
    throw new ConfigError(
      'nothing-connected',
      'Nothing is connected yet, so that there is nothing to import.',
    );
  accessOf(config.host, config.address, here.secret, config.data);
  channelsOf(config.deliver, here, githubOf(config));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
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
  const leaves = config.sources.some(({ source }) => source === 'github' || source === 'jira');
  const older = config.backfill.byItself && leaves ? ['backfill', ...place] : null;
  return { config, commands: { imports, measure: ['derive', ...place], older } };
}

function demo(given: Config, scenario: Scenario): Served {
  const config = demoConfig(given, scenario);
  const imports = [['demo', scenario, '--data', given.data]];
  return { config, commands: { imports, measure: ['derive', '--data', config.data], older: null } };
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
