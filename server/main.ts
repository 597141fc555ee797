import { setImmediate } from 'node:timers/promises';
import pino from 'pino';
import { buildApp } from './api/app.ts';
import type { Config } from './config.ts';
import { type ImportEnd, type Imports, startImports } from './import-child.ts';
import { measuring } from './measure-child.ts';
import { ConfigError } from './model/errors.ts';
import { SECOND } from './model/instant.ts';
import { organisationOf } from './organisation/desk.ts';
import { teamNames } from './people/team-id.ts';
import { openLive } from './report/live.ts';
import { openStore, type Store } from './store/open.ts';
import { MIGRATIONS, webRoot, world } from './world.ts';
import { keepYoungSpace } from './young-space.ts';

export type Served = { address: string; imports: Imports; close(): Promise<void> };

/** Arguments of the children that write: each of `imports` at once, `measure` whenever somebody has edited the organisation. */
export type Commands = { imports: readonly (readonly string[])[]; measure: readonly string[] };

/** Opens the database, answers on the configured address and starts the imports. */
export async function serve(
  config: Config,
  version: string,
  commands: Commands,
  imported: (end: ImportEnd) => void,
): Promise<Served> {
  const log = pino({ level: 'warn' }, pino.destination(2));
  const store = openStore({ file: config.database, migrations: MIGRATIONS });
  keepYoungSpace();
  const facts = { ...store, teamNames: () => namesOfTeams(store) };
  const live = await openLive(facts, config.zone, () => setImmediate());
  const [before] = await store.lastFailures();
  // Said when the pages show it: a refresh that is under way may have begun before the import's last write, so one more follows.
  const shown = async (end: ImportEnd) => {
    await live.refresh();
    await live.refresh();
    imported(end);
  };
  const child = startImports(commands.imports, Date.now, (end) => {
    shown(end).catch((error: unknown) => log.error(error));
  });
  const measure = measuring(
    commands.measure,
    () => store.dirtyCount(),
    (says) => log.warn(says),
  );
  const app = buildApp({
    live,
    version,
    startedAt: Date.now(),
    running: () => child.state.running,
    failed: () => (child.state.failed === undefined ? (before?.summary ?? null) : child.state.failed),
    organising: {
      desk: organisationOf(store, { now: Date.now, zone: config.zone }),
      adminToken: world(config).secret('UPTAKE_ADMIN_TOKEN'),
      measureSoon: measure.soon,
    },
    webRoot: webRoot(),
    log,
  });
  // What an edit has marked and nobody has measured since, and what this version of the program measures anew.
  if (commands.imports.length === 0 && (await store.dirtyCount()) > 0) measure.soon();
  let refreshed: Promise<unknown> = Promise.resolve();
  const poll = setInterval(() => {
    refreshed = live.refresh().catch((error: unknown) => log.error(error));
  }, SECOND);
  const close = async () => {
    clearInterval(poll);
    // It reads in steps, from a store that is about to be closed.
    await refreshed;
    await measure.stop();
    await child.stop();
    await app.close();
    store.close();
  };
  try {
    const address = await app.listen({ host: config.host, port: config.port });
    return { address, imports: child, close };
  } catch (error) {
    await close();
    throw explained(error, config);
  }
}

async function namesOfTeams(store: Store): Promise<ReadonlyMap<string, string>> {
  const { teams, accountTeams } = await store.organisation();
  return teamNames(teams, accountTeams);
}

function explained(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new ConfigError(
      'address-in-use',
      `Port ${port} on ${host} is in use. Stop the program that has it, or choose another with --port.`,
    );
  }
  if (code === 'EACCES') {
    return new ConfigError(
      'address-refused',
      `Port ${port} may not be used by this account. Choose another with --port.`,
    );
  }
  return error;
}
