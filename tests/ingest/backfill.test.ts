import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BackfillWish, backfill } from '../../server/ingest/backfill.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import type { Asked, World } from '../../server/ingest/sources.ts';
import { httpFetch } from '../../server/net/http.ts';
import { openStore, type Store } from '../../server/store/open.ts';
import { DAY } from '../support/github/chance.ts';
import { oldGithub } from '../support/github/old-github.ts';
import { generateSite } from '../support/jira/generated-site.ts';
import { startedJira } from '../support/jira/started.ts';
import { MIGRATIONS } from '../support/open-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testWorld } from '../support/world.ts';

const NOW = Date.UTC(2026, 2, 2);
const ALL: BackfillWish = { until: null, minutes: null };
const silent = () => {};
const never = new AbortController().signal;

type Outside = {
  env: Readonly<Record<string, string>>;
  asked: (months: number) => Asked;
  requests: () => number;
};

async function github(): Promise<Outside> {
  const fake = await oldGithub(NOW);
  const env = { GITHUB_API_URL: fake.url, GITHUB_TOKEN: 'good-token' };
  const asked = (months: number): Asked => ({ source: 'github', config: { owner: 'acme', months } });
  return { env, asked, requests: () => fake.tally.requests };
}

/** A Jira of three years. */
async function jira(): Promise<Outside> {
  const fake = await startedJira({ site: generateSite(11, 120, { from: NOW - 1100 * DAY, until: NOW }) });
  const env = { JIRA_URL: fake.url, JIRA_EMAIL: 'reader@example.com', JIRA_TOKEN: 'good-token' };
  const asked = (months: number): Asked => ({ source: 'jira', config: { months } });
  return { env, asked, requests: () => fake.requests.total };
}

function worldOf(env: Readonly<Record<string, string>>, over: Partial<World> = {}): World {
  return testWorld({ env, now: () => NOW, fetch: httpFetch, secret: (name) => env[name] ?? null, ...over });
}

function opened(folder: string): Store {
  return openStore({ file: join(folder, 'uptake.db'), migrations: MIGRATIONS });
}

async function counted(store: Store) {
  const { pullRequests, issues } = await store.counts();
  return pullRequests + issues;
}

async function limits(store: Store): Promise<string> {
  const all = [...(await store.repositoryReadings()), ...(await store.projectReadings())];
  return all.flatMap((one) => one.limits).join(' ');
}

/** What one import of everything leads to. */
async function whole({ env, asked }: Outside): Promise<string> {
  const store = opened(temporaryFolder());
  const { failed } = await ingest([asked(1200)], store, worldOf(env), silent, never);
  expect(failed).toEqual([]);
  return store.digest().finally(store.close);
}

test.each([
  ['GitHub', github],
  ['Jira', jira],
])(
  '%s: a first import goes back as far as is said, and the backfill reads the rest, once',
  async (_, outside) => {
    const forge = await outside();
    const store = opened(temporaryFolder());
    const world = worldOf(forge.env);
    const begun = await ingest([forge.asked(12)], store, world, silent, never);
    expect(begun.failed).toEqual([]);
    const first = await counted(store);
    expect(await limits(store)).toContain('last changed before 2025-03-0');
    const { failed, stopped } = await backfill([forge.asked(12)], store, world, silent, never, ALL);
    expect([failed, stopped]).toEqual([[], []]);
    expect(await counted(store)).toBeGreaterThan(first * 1.5);
    expect(await limits(store)).not.toContain('not read yet');
    expect(await store.digest()).toBe(await whole(forge));
    const before = forge.requests();
    await backfill([forge.asked(12)], store, world, silent, never, ALL);
    expect(forge.requests()).toBe(before);
    const [run] = await store.lastRuns(1);
    expect(run).toMatchObject({ source: 'backfill', outcome: 'done' });
    store.close();
  },
);

test.each([
  ['GitHub', github],
  ['Jira', jira],
])('%s: a backfill that is broken off at any request goes on there', async (_, outside) => {
  const forge = await outside();
  const folder = temporaryFolder();
  const before = opened(folder);
  await ingest([forge.asked(12)], before, worldOf(forge.env), silent, never);
  before.close();
  let broken = 0;
  for (let last = false; !last; ) {
    const stop = new AbortController();
    const end = forge.requests() + 4 + broken;
    const fetch: typeof httpFetch = (input, init) => {
      if (forge.requests() >= end) stop.abort();
      return httpFetch(input, init);
    };
    const store = opened(folder);
    const world = worldOf(forge.env, { fetch, alive: () => false });
    await backfill([forge.asked(12)], store, world, silent, stop.signal, ALL);
    last = !stop.signal.aborted;
    if (!last) broken += 1;
    store.close();
  }
  expect(broken).toBeGreaterThan(1);
  const store = opened(folder);
  expect(await store.digest()).toBe(await whole(forge));
  store.close();
});

test('a backfill goes back no further than it is told, and later further', async () => {
  const forge = await github();
  const store = opened(temporaryFolder());
  const world = worldOf(forge.env);
  await ingest([forge.asked(12)], store, world, silent, never);
  const until = NOW - 600 * DAY;
  await backfill([forge.asked(12)], store, world, silent, never, { until, minutes: null });
  const some = await counted(store);
  expect(some).toBeGreaterThanOrEqual(150);
  expect(some).toBeLessThan(250);
  const before = forge.requests();
  await backfill([forge.asked(12)], store, world, silent, never, { until, minutes: null });
  expect(forge.requests()).toBe(before);
  await backfill([forge.asked(12)], store, world, silent, never, ALL);
  expect(await counted(store)).toBe(340);
  store.close();
});

test('an import that comes meanwhile goes first, and the backfill goes on after it', async () => {
  const forge = await github();
  const folder = temporaryFolder();
  const [older, nightly] = [opened(folder), opened(folder)];
  await ingest([forge.asked(12)], older, worldOf(forge.env), silent, never);
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  // It stands in the middle of the second page, until somebody else wants to import.
  const start = forge.requests();
  const fetch: typeof httpFetch = async (input, init) => {
    if (forge.requests() === start + 4) {
      begun.resolve();
      await Promise.race([ended.promise, aborted(init?.signal)]);
    }
    return httpFetch(input, init);
  };
  const long = backfill([forge.asked(12)], older, worldOf(forge.env, { fetch }), silent, never, ALL);
  await begun.promise;
  const { failed } = await ingest([forge.asked(12)], nightly, worldOf(forge.env), silent, never);
  expect(failed).toEqual([]);
  ended.resolve();
  await long;
  expect(await counted(older)).toBe(340);
  const runs = (await older.lastRuns(9)).reverse();
  expect(runs.map(({ source, outcome }) => `${source} ${outcome}`)).toEqual([
    'github done',
    'backfill stopped',
    'github done',
    'backfill done',
  ]);
  older.close();
  nightly.close();
});

function aborted(signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
}
