import pino from 'pino';
import { buildApp } from './api/app.ts';
import type { Config } from './config.ts';
import { type ImportEnd, type Imports, startImports } from './import-child.ts';
import { ConfigError } from './model/errors.ts';
import { SECOND } from './model/instant.ts';
import { openLive } from './report/live.ts';
import { openStore } from './store/open.ts';
import { MIGRATIONS, webRoot } from './world.ts';

export type Served = { address: string; imports: Imports; close(): Promise<void> };

/** Opens the database, answers on the configured address and starts `imports`, each the arguments of one child. */
export async function serve(
  config: Config,
  version: string,
  imports: readonly (readonly string[])[],
  imported: (end: ImportEnd) => void,
): Promise<Served> {
  const log = pino({ level: 'warn' }, pino.destination(2));
  const store = openStore({ file: config.database, migrations: MIGRATIONS });
  const live = await openLive(store, config.zone);
  const [before] = await store.lastFailures();
  const child = startImports(imports, Date.now, imported);
  const app = buildApp({
    live,
    version,
    startedAt: Date.now(),
    running: () => child.state.running,
    failed: () => (child.state.failed === undefined ? (before?.summary ?? null) : child.state.failed),
    webRoot: webRoot(),
    log,
  });
  const poll = setInterval(() => void live.refresh().catch((error: unknown) => log.error(error)), SECOND);
  const close = async () => {
    clearInterval(poll);
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
