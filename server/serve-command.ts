import { resolve } from 'node:path';
import type { Config } from './config.ts';
import type { ImportEnd } from './import-child.ts';
import { serve } from './main.ts';
import { VERSION } from './version.ts';
import { webRoot } from './world.ts';

type ServeFlags = { config?: string; repo?: string };

/** Serves until a signal arrives. */
export async function serveCommand(config: Config, flags: ServeFlags): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const place = ['--data', config.data, ...(flags.config ? ['--config', resolve(flags.config)] : [])];
  const ingest = ['ingest', ...place];
  const imports = [
    ...(config.sources.length > 0 ? [ingest] : []),
    ...(flags.repo === undefined ? [] : [[...ingest, 'git', resolve(flags.repo)]]),
  ];
  const address = Promise.withResolvers<string>();
  const served = await serve(config, VERSION, { imports, measure: ['derive', ...place] }, (end) => {
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
