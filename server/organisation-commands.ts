import { readFileSync } from 'node:fs';
import type { Config } from './config.ts';
import { measureWaiting } from './ingest/ingest.ts';
import type { Summary } from './ingest/summary.ts';
import { ConfigError, QuestionError } from './model/errors.ts';
import { type Desk, type Edited, organisationOf } from './organisation/desk.ts';
import { progressLine } from './progress.ts';
import { openStore, type Store } from './store/open.ts';
import { unmatchedInWords } from './unmatched-words.ts';
import { count } from './words/number.ts';
import { MIGRATIONS, world } from './world.ts';

/** Measures what waits for it, as after an edit of the organisation. */
export async function deriveCommand(config: Config, json: boolean): Promise<number> {
  return withStore(config, async (store) => {
    const summary = await measured(config, store, json);
    if (json) print(JSON.stringify(summary));
    else print(measuredInWords(summary));
    return 0;
  });
}

/** `teams import FILE`, `teams export` and `teams unmatched`. */
export async function teamsCommand(config: Config, what: string, file: string | undefined): Promise<number> {
  if (what === 'export' && file === undefined) return exportTeams(config);
  if (what === 'import' && file !== undefined) return importTeams(config, file);
  if (what === 'unmatched' && file === undefined) return unmatchedAccounts(config);
  throw new ConfigError('bad-command', 'Write: teams import FILE, or: teams export, or: teams unmatched.');
}

/** Accounts that no team places, each as the roster may name it. */
async function unmatchedAccounts(config: Config): Promise<number> {
  return withStore(config, async (store) => {
    const ends = [...(await store.freshness()), ...(await store.projectFreshness())];
    const until = Math.max(0, ...ends.map(({ coveredUntil }) => coveredUntil));
    const told = await organisationOf(store, { now: Date.now, zone: config.zone }).unmatched(until);
    for (const line of unmatchedInWords(told)) print(line);
    return 0;
  });
}

async function importTeams(config: Config, file: string): Promise<number> {
  return importFile(config, file, (desk, csv) => desk.importRoster(csv));
}

async function exportTeams(config: Config): Promise<number> {
  return exportFile(config, (desk) => desk.exportRoster());
}

/** `rollouts import FILE` and `rollouts export`. */
export async function rolloutsCommand(
  config: Config,
  what: string,
  file: string | undefined,
): Promise<number> {
  if (what === 'export' && file === undefined) return exportFile(config, (desk) => desk.exportRollouts());
  if (what === 'import' && file !== undefined) {
    return importFile(config, file, (desk, csv) => desk.importRollouts(csv));
  }
  throw new ConfigError('bad-command', 'Write: rollouts import FILE, or: rollouts export.');
}

async function importFile(
  config: Config,
  file: string,
  take: (desk: Desk, csv: string) => Promise<Edited>,
): Promise<number> {
  const csv = contents(file);
  return withStore(config, async (store) => {
    const edited = await take(organisationOf(store, { now: Date.now, zone: config.zone }), csv).catch(
      (error: unknown) => {
        throw error instanceof QuestionError
          ? new ConfigError(error.code, `${file}: ${error.message}`)
          : error;
      },
    );
    print(edited.summary);
    for (const note of edited.notes) print(note);
    if (edited.changed) print(measuredInWords(await measured(config, store, false)));
    return 0;
  });
}

async function exportFile(config: Config, read: (desk: Desk) => Promise<string>): Promise<number> {
  return withStore(config, async (store) => {
    process.stdout.write(await read(organisationOf(store, { now: Date.now, zone: config.zone })));
    return 0;
  });
}

/** Null: an ingest is at work, which measures this as well. */
async function measured(config: Config, store: Store, quiet: boolean): Promise<Summary | null> {
  const line = progressLine(process.stderr, Date.now);
  try {
    return await measureWaiting(store, world(config), quiet || process.send ? () => {} : line.report);
  } catch (error) {
    if (error instanceof ConfigError && error.code === 'ingest-running') return null;
    throw error;
  } finally {
    line.end();
  }
}

function measuredInWords(summary: Summary | null): string {
  if (summary === null) return 'An ingest is at work; it measures this as well.';
  return `Measured: ${count(summary.written.facts, 'fact')} new or changed.`;
}

function contents(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError('unreadable-file', `${file} cannot be read.`, { cause });
  }
}

async function withStore(config: Config, work: (store: Store) => Promise<number>): Promise<number> {
  const store = openStore({ file: config.database, migrations: MIGRATIONS });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
