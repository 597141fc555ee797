import { resolve } from 'node:path';
import type { Config } from './config.ts';
import { tellServer } from './import-message.ts';
import { ingest, type Report, type Summary } from './ingest/ingest.ts';
import type { Asked } from './ingest/sources.ts';
import { ConfigError } from './model/errors.ts';
import { progressLine } from './progress.ts';
import { openStore } from './store/open.ts';
import { count, number } from './words/number.ts';
import { MIGRATIONS, world } from './world.ts';

/** Reads the named clone, or everything configured. Returns 1 when a source failed. */
export async function ingestCommand(
  config: Config,
  source: string | undefined,
  path: string | undefined,
  json: boolean,
): Promise<number> {
  const all = askedFor(config, source, path);
  const store = openStore({ file: config.database, migrations: MIGRATIONS });
  const line = progressLine(process.stderr, Date.now);
  try {
    const summary = await ingest(all, store, world(), reportTo(line.report, json), aborted());
    line.end();
    tellServer({ summary });
    if (json) process.stdout.write(`${JSON.stringify(summary)}\n`);
    else if (!process.send) process.stdout.write(inWords(summary));
    return summary.failed.length > 0 ? 1 : 0;
  } finally {
    line.end();
    store.close();
  }
}

function askedFor(config: Config, source: string | undefined, path: string | undefined): Asked[] {
  if (source === undefined) {
    if (config.sources.length > 0) return config.sources;
    throw new ConfigError(
      'no-source',
      'Nothing to ingest: name a clone (ingest git PATH), or list sources in uptake.yaml.',
    );
  }
  if (source !== 'git') {
    throw new ConfigError(
      'unknown-source',
      `Source "${source}" is not known; allowed is git, as in: ingest git PATH.`,
    );
  }
  if (path === undefined)
    throw new ConfigError('no-path', 'ingest git needs the folder of a local clone: ingest git PATH.');
  return [{ source: 'git', config: { path: resolve(path) } }];
}

function reportTo(show: Report, json: boolean): Report {
  if (process.send) return (asked, progress) => tellServer({ progress: { asked, ...progress } });
  return json ? () => {} : show;
}

/** Stops cleanly on a signal, and when the server that started this process is gone. */
function aborted(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.once('disconnect', stop);
  return controller.signal;
}

export function inWords({ read, written, leftOut, failed, seconds }: Summary): string {
  const items = Object.entries(leftOut.items).map(([why, n]) => `${number(n)} as ${why}`);
  return [
    `Read ${count(read.commits, 'commit')} and ${count(read.pullRequests, 'pull request')} in ${seconds.toFixed(1)} s.`,
    `New or changed: ${count(written.commits, 'commit')}, ${count(written.pullRequests, 'pull request')}, ${count(written.facts, 'fact')}; removed: ${number(written.removed)}.`,
    ...(items.length > 0 ? [`Left out of the measures: ${items.join(', ')}.`] : []),
    ...leftOut.unseen,
    ...failed.map((one) => `Failed: ${one.message}`),
    '',
  ].join('\n');
}
