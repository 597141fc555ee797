import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ingest } from '../../server/ingest/ingest.ts';
import type { Asked, World } from '../../server/ingest/sources.ts';
import { httpFetch } from '../../server/net/http.ts';
import { databaseFailure } from '../../server/store/database-failure.ts';
import { openStore } from '../../server/store/open.ts';
import { MIGRATIONS } from '../../server/world.ts';
import { type BenchForge, nextDay, startBenchForge } from './github/bench-forge.ts';
import { Chance, DAY, HOUR } from './github/chance.ts';
import { randomFaults as githubFaults } from './github/random-faults.ts';
import { digestIn, hurriedIngest } from './hurried.ts';
import { startBenchJira } from './jira/bench-jira.ts';
import type { FakeJira } from './jira/fake.ts';
import { randomFaults as jiraFaults } from './jira/random-faults.ts';
import { testWorld } from './world.ts';

/** What may go wrong in a night. */
const TROUBLES = [
  ...['none', 'none', 'faults', 'limits', 'github-revoked', 'jira-revoked'],
  ...['killed', 'stopped', 'clock-back', 'locked'],
] as const;
type Trouble = (typeof TROUBLES)[number];

const ENV = { GITHUB_TOKEN: 'good-token', JIRA_EMAIL: 'reader@example.com', JIRA_TOKEN: 'good-token' };
const ALL: readonly Asked[] = [
  { source: 'github', config: { owner: 'acme', deployed: { from: 'releases' }, ask: { checks: 'always' } } },
  { source: 'jira', config: {} },
];

/** `broken`: nights that did not get through. */
export type Nights = { troubles: ReadonlyMap<Trouble, number>; broken: number; same: boolean };

/** So many nights, each after a day of work and each with a seeded trouble, and one quiet one; then all of it read at once. */
export async function nights(seed: number, many: number, folder: string): Promise<Nights> {
  const chance = new Chance(seed);
  const forge = await startBenchForge(3, 60);
  const jira = await startBenchJira('Cloud', 60);
  jira.site.now = () => forge.clock.now;
  const place = { forge, jira, data: join(folder, `${seed}`), env: envOf(forge, jira) };
  const troubles = new Map<Trouble, number>();
  let broken = 0;
  try {
    for (let night = 1; night <= many; night += 1) {
      aDayOfWork(place, chance);
      const trouble = chance.one(TROUBLES);
      troubles.set(trouble, (troubles.get(trouble) ?? 0) + 1);
      if (await troubled(trouble, place, chance)) broken += 1;
    }
    aDayOfWork(place, chance);
    await wholeNight(place.data, place);
    const clean = join(folder, `${seed}-clean`);
    await wholeNight(clean, place);
    return { troubles, broken, same: (await digestIn(place.data)) === (await digestIn(clean)) };
  } finally {
    await forge.fake.close();
    await jira.close();
  }
}

type Place = { forge: BenchForge; jira: FakeJira; data: string; env: Record<string, string> };

function envOf({ fake }: BenchForge, jira: FakeJira): Record<string, string> {
  return { ...ENV, GITHUB_API_URL: fake.url, JIRA_URL: jira.url };
}

function aDayOfWork({ forge, jira: { site } }: Place, chance: Chance): void {
  nextDay(forge, 0.1);
  const now = forge.clock.now;
  for (const issue of chance.some([...site.issues.values()], 4))
    site.transition(issue, chance.one(['In Progress', 'Done'] as const), {
      at: now - chance.between(1, 20) * HOUR,
    });
}

/** Returns whether the night did not get through. */
async function troubled(trouble: Trouble, place: Place, chance: Chance): Promise<boolean> {
  let broken = true;
  const { forge, jira, data, env } = place;
  const seed = chance.between(1, 1_000_000);
  if (trouble === 'faults' || trouble === 'limits') {
    const rate = 0.05 + 0.3 * chance.below(1);
    const limits = trouble === 'limits';
    forge.fake.faults.plan = githubFaults(seed, limits ? { rate, kinds: ['secondary-limit'] } : { rate });
    jira.faults.plan = jiraFaults(seed, limits ? { rate, kinds: ['rate-limit'] } : { rate });
  }
  if (trouble === 'github-revoked')
    forge.fake.faults.revokedFrom = forge.fake.tally.requests + chance.between(1, 12);
  if (trouble === 'jira-revoked') jira.faults.revokedFrom = jira.requests.total + chance.between(1, 12);
  if (trouble === 'killed') {
    const told = { ...env, UPTAKE_TEST_NOW: String(forge.clock.now) };
    const ran = await hurriedIngest({ asked: chance.one(ALL), env: told }, data, chance.between(300, 2500));
    broken = ran.killed;
  } else if (trouble === 'locked') {
    await lockedNight(data, place);
  } else {
    const now = trouble === 'clock-back' ? forge.clock.now - 40 * DAY : forge.clock.now;
    const stopAfter = trouble === 'stopped' ? chance.between(1, 30) : null;
    const { failed, stopped } = await night(data, place, now, stopAfter);
    broken = failed.length + stopped.length > 0;
  }
  forge.fake.faults.plan = null;
  forge.fake.faults.revokedFrom = null;
  jira.faults.plan = null;
  jira.faults.revokedFrom = null;
  return broken;
}

/** Another process writes all night long, as a backup program that copies files may. */
async function lockedNight(data: string, place: Place): Promise<void> {
  openStore({ file: join(data, 'uptake.db'), migrations: MIGRATIONS }).close();
  const other = new Database(join(data, 'uptake.db'));
  other.exec('BEGIN IMMEDIATE');
  try {
    await night(data, place, place.forge.clock.now, null);
    throw new Error('a locked database was written to');
  } catch (error) {
    const told = databaseFailure(error, 'uptake.db');
    if (!(told instanceof Error && 'code' in told && told.code === 'busy-database')) throw error;
  } finally {
    other.exec('ROLLBACK');
    other.close();
  }
}

async function wholeNight(data: string, place: Place): Promise<void> {
  const { failed, stopped } = await night(data, place, place.forge.clock.now, null);
  if (failed.length + stopped.length > 0) throw new Error(`a quiet night failed: ${JSON.stringify(failed)}`);
}

/** @param requests after which the run is told to stop; null: it is not */
async function night(data: string, { env }: Place, now: number, requests: number | null) {
  const stop = new AbortController();
  let left = requests ?? Number.POSITIVE_INFINITY;
  const send: typeof fetch = (input, init) => {
    left -= 1;
    if (left < 0) stop.abort(new Error('enough'));
    return httpFetch(input, init);
  };
  const secrets: Readonly<Record<string, string>> = env;
  const world: World = testWorld({
    ...{ env, now: () => now, fetch: send, secret: (name) => secrets[name] ?? null },
    wait: async (_ms, signal) => signal.throwIfAborted(),
    alive: () => false,
  });
  const store = openStore({ file: join(data, 'uptake.db'), migrations: MIGRATIONS, busyFor: 50 });
  try {
    return await ingest(ALL, store, world, () => {}, stop.signal);
  } finally {
    store.close();
  }
}
