import { randomBytes, randomInt } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import pino from 'pino';
import { accessOf } from './access-settings.ts';
import { buildApp } from './api/app.ts';
import { importListeners } from './api/import-listeners.ts';
import type { SetupDesk } from './api/setup-desk.ts';
import { digestSchedule } from './channels.ts';
import type { Config } from './config.ts';
import type { Channels } from './deliver/deliver.ts';
import { digestWatch } from './digest-watch.ts';
import { heldFacts } from './held-facts.ts';
import { type ImportEnd, importer } from './import-child.ts';
import { importElsewhere } from './import-elsewhere.ts';
import { olderWaits } from './ingest/backfill.ts';
import { atWork } from './ingest/lease.ts';
import { type NightWatch, nightWatch } from './ingest/night-watch.ts';
import { measuring } from './measure-child.ts';
import { ConfigError } from './model/errors.ts';
import { SECOND } from './model/instant.ts';
import { dayStarts } from './model/week.ts';
import { organisationOf } from './organisation/desk.ts';
import { notesOf } from './organisation/note-desk.ts';
import { effectsAhead } from './report/effect/ahead.ts';
import { heldTimes } from './report/flow/held-times.ts';
import { openLive } from './report/live.ts';
import { importEvent, statusAnswer } from './report/status.ts';
import { verdictAnswer } from './report/verdict/verdict.ts';
import { warm } from './report/warm.ts';
import { reportDesk } from './report-desk.ts';
import { stalenessWatch } from './staleness-watch.ts';
import { openStore } from './store/open.ts';
import { MIGRATIONS, webRoot, world } from './world.ts';
import { leaveLoadingBehind } from './young-space.ts';

export type Served = {
  address: string;
  /** `hasty`: without waiting for an import's next step, which the next one carries on from. */
  close(hasty?: boolean): Promise<void>;
};

/** Arguments of the children that write: each of `imports` at once and every night, `measure` whenever somebody has edited the organisation. */
export type Commands = {
  imports: readonly (readonly string[])[];
  measure: readonly string[];
  /** Reads what imports have left for later, after each of them; null: nobody wants that. */
  older: readonly string[] | null;
};

/** Of the runs that are remembered, so many are looked through: a month of a hundred a day is shown by its last weeks. */
const RUNS = 2000;

/** Opens the database, answers on the configured address and starts the imports. */
export async function serve(
  config: Config,
  version: string,
  commands: Commands,
  imported: (end: ImportEnd) => void,
  setup: SetupDesk | null,
  channels: () => Channels,
): Promise<Served> {
  const access = accessOf(config.host, config.address, world(config).secret, config.data);
  const log = pino({ level: 'warn' }, pino.destination(2));
  const store = openStore({ file: config.database, migrations: MIGRATIONS });
  const live = await openLive(heldFacts(store), config.zone, () => setImmediate(), config.calendar);
  leaveLoadingBehind();
  const here = world(config);
  let [failure] = await store.lastFailures();
  let elsewhere = await importElsewhere(store, here);
  const running = () => child.state.running ?? elsewhere;
  const listeners = importListeners(() => importEvent(live.held, running()));
  // Said when the pages show it: a refresh that is under way may have begun before the import's last write, so one more follows.
  let showing: Promise<unknown> = Promise.resolve();
  const shown = async (end: ImportEnd) => {
    await live.refresh();
    await live.refresh();
    [failure] = await store.lastFailures();
    listeners.changed();
    imported(end);
    if (end.failure === null && (await olderWaits(store, until))) older?.begin();
  };
  const child = importer(
    commands.imports,
    Date.now,
    (end) => {
      showing = shown(end).catch((error: unknown) => log.error(error));
    },
    listeners.changed,
  );
  child.begin();
  const until = config.backfill.until === null ? null : dayStarts(config.zone)(config.backfill.until, 0);
  const older =
    commands.older === null
      ? null
      : importer([commands.older], Date.now, ({ failure: says }) => says !== null && log.warn(says));
  const measure = measuring(
    commands.measure,
    () => store.dirtyCount(),
    (says) => log.warn(says),
  );
  const app = buildApp({
    live,
    itemStore: store,
    statusStore: store,
    access,
    clock: Date.now,
    storedGeneration: () => store.generation(),
    version,
    startedAt: Date.now(),
    running,
    failed: () => child.state.failed ?? failure?.report?.said ?? null,
    importListeners: listeners,
    background: async () => ({
      now: Date.now(),
      runs: await store.lastRuns(RUNS),
      readings: [...(await store.repositoryReadings()), ...(await store.projectReadings())],
      usage: await store.usageReadings(),
    }),
    organising: {
      desk: organisationOf(store, { now: Date.now, zone: config.zone }),
      noteDesk: notesOf(store, { now: Date.now }),
      sharing: { pages: store, newId: unguessable, now: Date.now },
      seed: () => randomInt(2 ** 31),
      measureSoon: measure.soon,
    },
    setup,
    reports: reportDesk(config, channels, here),
    webRoot: webRoot(),
    log,
  });
  // What an edit has marked and nobody has measured since, and what this version of the program measures anew.
  if (commands.imports.length === 0 && (await store.dirtyCount()) > 0) measure.soon();
  let refreshed: Promise<unknown> = Promise.resolve();
  let warmed: Promise<unknown> = Promise.resolve();
  let writing = false;
  const look = async () => {
    writing = (await atWork(store, here)) !== null;
    if (await live.refresh()) {
      [failure] = await store.lastFailures();
      listeners.changed();
    }
    // Our own child holds the lease as well.
    elsewhere = child.state.running === null ? await importElsewhere(store, here) : null;
  };
  const night =
    commands.imports.length === 0 ? null : nightOf(config, () => elsewhere === null && child.begin());
  const staleness = stalenessWatch({
    ...{ store, channels, schedule: config.nightly.schedule, zone: config.zone },
    ...{ now: Date.now, fetch: here.fetch, failed: (says: string) => log.warn(says) },
  });
  const digest = digestWatch({
    ...{ store, channels, schedule: digestSchedule(config.deliver, config.zone) },
    verdict: () => {
      const known = { now: Date.now(), running: running(), failed: failure?.report?.said ?? null };
      const { dataLine } = statusAnswer(live.held, { ...known, version }).data;
      return { answer: verdictAnswer(live.held, {}, known), dataLine };
    },
    address: config.deliver.address ?? null,
    ...{ now: Date.now, fetch: here.fetch, failed: (says: string) => log.warn(says) },
  });
  let told: Promise<unknown> = Promise.resolve();
  const warming = new AbortController();
  const lookAhead = effectsAhead(
    live,
    warming.signal,
    () => setImmediate(),
    () => writing,
  );
  const poll = setInterval(() => {
    night?.look();
    told = Promise.all([staleness.look(), digest.look()]).catch((error: unknown) => log.error(error));
    refreshed = look()
      .then(lookAhead)
      .catch((error: unknown) => log.error(error));
  }, SECOND);
  const close = async (hasty = false) => {
    clearInterval(poll);
    warming.abort();
    // They read in steps, from a store that is about to be closed.
    await warmed;
    await refreshed;
    await told;
    await measure.stop();
    await child.stop(hasty ? 'SIGKILL' : 'SIGTERM');
    await older?.stop(hasty ? 'SIGKILL' : 'SIGTERM');
    await showing;
    await app.close();
    store.close();
  };
  try {
    const address = await app.listen({ host: config.host, port: config.port });
    warmed = warm(live, warming.signal, () => setImmediate())
      // The first to ask where issues wait would be kept waiting for all of their times.
      .then(() => (warming.signal.aborted ? null : heldTimes(live.held.issues.snapshot, store)))
      .then(leaveLoadingBehind)
      .catch((error: unknown) => log.error(error));
    return { address, close };
  } catch (error) {
    await close();
    throw explained(error, config);
  }
}

/** Null: nothing is imported by itself. */
function nightOf({ nightly }: Config, begin: () => boolean): NightWatch | null {
  return nightly.schedule === null ? null : nightWatch(nightly.schedule, Date.now, begin);
}

/** 18 random bytes: whoever has not been given a link does not find it. */
function unguessable(): string {
  return randomBytes(18).toString('base64url');
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
