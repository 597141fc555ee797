import { askedFor } from './asked-for.ts';
import type { Config } from './config.ts';
import { tellServer } from './import-message.ts';
import { ingest, type Report } from './ingest/ingest.ts';
import type { Asked } from './ingest/sources.ts';
import { progressLine } from './progress.ts';
import { openStore, type Store } from './store/open.ts';
import { inWords } from './summary-words.ts';
import { MIGRATIONS, world } from './world.ts';

/** Reads what is named, or everything configured. Returns 1 when a source failed; one that stopped early has not. */
export async function ingestCommand(
  config: Config,
  source: string | undefined,
  what: string | undefined,
  json: boolean,
): Promise<number> {
  return ingestInto(config, askedFor(config, source, what), json);
}

/** Reads all that is asked for into the configured database; `before` may prepare it. */
export async function ingestInto(
  config: Config,
  all: readonly Asked[],
  json: boolean,
  before: (store: Store) => Promise<void> = async () => {},
): Promise<number> {
  const store = openStore({ file: config.database, migrations: MIGRATIONS });
  const line = progressLine(process.stderr, Date.now);
  try {
    await before(store);
    const summary = await ingest(
      all,
      store,
      world(config),
      reportTo(line.report, json),
      aborted(),
      config.nightly.minutes,
    );
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

/** How progress is shown: to the server that started this process, on the terminal, or not at all. */
export function reportTo(show: Report, json: boolean): Report {
  if (process.send) return (asked, progress) => tellServer({ progress: { asked, ...progress } });
  return json ? () => {} : show;
}

/** Stops cleanly on a signal, and when the server that started this process is gone. */
export function aborted(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.once('disconnect', stop);
  return controller.signal;
}
