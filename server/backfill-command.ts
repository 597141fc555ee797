import { askedFor } from './asked-for.ts';
import type { Config } from './config.ts';
import { tellServer } from './import-message.ts';
import { backfill } from './ingest/backfill.ts';
import { aborted, reportTo } from './ingest-command.ts';
import { ConfigError } from './model/errors.ts';
import { dayStarts } from './model/week.ts';
import { progressLine } from './progress.ts';
import { openStore } from './store/open.ts';
import { inWords } from './summary-words.ts';
import { MIGRATIONS, world } from './world.ts';

type BackfillFlags = { until?: string; minutes?: string; json?: boolean };

/** Reads what first imports have left for later, of everything configured. Returns 1 when a source failed. */
export async function backfillCommand(config: Config, flags: BackfillFlags): Promise<number> {
  const until = flags.until === undefined ? config.backfill.until : dayOf(flags.until);
  const minutes = flags.minutes === undefined ? config.backfill.minutes : minutesOf(flags.minutes);
  const sources = askedFor(config, undefined, undefined);
  const store = openStore({ file: config.database, migrations: MIGRATIONS });
  const line = progressLine(process.stderr, Date.now);
  try {
    const wish = { until: until === null ? null : dayStarts(config.zone)(until, 0), minutes };
    const report = reportTo(line.report, flags.json === true);
    const summary = await backfill(sources, store, world(config), report, aborted(), wish);
    line.end();
    tellServer({ summary });
    if (flags.json === true) process.stdout.write(`${JSON.stringify(summary)}\n`);
    else if (!process.send) process.stdout.write(inWords(summary));
    return summary.failed.length > 0 ? 1 : 0;
  } finally {
    line.end();
    store.close();
  }
}

function dayOf(given: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(given))) return given;
  throw new ConfigError('bad-flag', `--until is "${given}"; allowed is a day such as 2020-01-31.`);
}

function minutesOf(given: string): number {
  if (/^[1-9]\d{0,4}$/.test(given)) return Number(given);
  throw new ConfigError('bad-flag', `--minutes is "${given}"; allowed is a whole number from 1 on.`);
}
