import { expect, test } from 'vitest';
import { ingest } from '../../server/ingest/ingest.ts';
import { atWork } from '../../server/ingest/lease.ts';
import type { World } from '../../server/ingest/sources.ts';
import type { Progress } from '../../server/model/rows.ts';
import type { Store } from '../../server/store/open.ts';
import { generateOrganisation } from '../support/github/generated-organisation.ts';
import { startedGithub } from '../support/github/started.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { testWorld } from '../support/world.ts';

const size = { seed: 9, login: 'acme', repositories: 3, pullRequests: 60 };
const asked = [{ source: 'github', config: { owner: 'acme' } }] as const;

/** A world in which GitHub is the fake, and waits are over at once. */
async function acme(over: Partial<World> = {}) {
  const fake = await startedGithub({
    organisations: [generateOrganisation({ ...size, from: '2026-01-05', until: '2026-06-01' })],
  });
  const env = { GITHUB_API_URL: fake.url, GITHUB_TOKEN: 'good-token' };
  return {
    fake,
    world: testWorld({ env, secret: (name) => Reflect.get(env, name) ?? null, fetch, ...over }),
  };
}

async function ingested(store: Store, world: World): Promise<Progress[]> {
  const steps: Progress[] = [];
  await store.freeLease({ holder: HOLDER, host: 'here', pid: 1 });
  const tell = (name: string, step: Progress) => {
    if (name === 'github acme') steps.push(step);
  };
  await ingest(asked, store, world, tell, new AbortController().signal);
  return steps;
}

test('a run tells how many rows there are by now, and remembers what it read and what that cost', async () => {
  const { world } = await acme();
  const store = await openTestStore();
  const steps = await ingested(store, world);
  const rows = steps.map((step) => step.rows ?? -1);
  expect(rows).toEqual(rows.toSorted((one, other) => one - other));
  const [run] = await store.lastRuns(1);
  const { commits = 0, pullRequests = 0, deployments = 0 } = run?.report?.read ?? {};
  expect(pullRequests).toBe(60);
  expect(rows.at(-1)).toBe(commits + pullRequests + deployments);
  expect(run).toMatchObject({
    asked: 'github acme',
    outcome: 'done',
    report: { said: '', usage: { requests: expect.any(Number), points: expect.any(Number), waits: [] } },
  });
});

test('a wait for a limit is told while it lasts, and remembered', async () => {
  const until: number[] = [];
  const { fake, world } = await acme({
    wait: async (ms) => {
      until.push(ms);
    },
  });
  fake.faults.plan = ({ n }) => (n === 6 ? { kind: 'secondary-limit', status: 403, retryAfter: 90 } : null);
  const store = await openTestStore();
  const steps = await ingested(store, { ...world, now: () => 1_000_000 });
  const waiting = steps.filter(({ waitsUntil }) => waitsUntil !== undefined);
  expect(waiting).toEqual([expect.objectContaining({ waitsUntil: 1_000_000 + 90_000 })]);
  expect(until).toContain(90_000);
  // As soon as it is over it is not told any more, at whatever step the run is.
  const [wait] = waiting;
  const { waitsUntil: _, ...over } = wait ?? { what: '' };
  expect(steps[wait === undefined ? -1 : steps.indexOf(wait) + 1]).toEqual(over);
  const [run] = await store.lastRuns(1);
  expect(run?.report?.usage?.waits).toEqual([
    { why: expect.stringMatching(/^for GitHub's limit/), seconds: 90 },
  ]);
});

test('a failed run remembers its sentence, with what it cost until then', async () => {
  const { fake, world } = await acme();
  fake.faults.revokedFrom = 4;
  const store = await openTestStore();
  await ingested(store, world);
  const [failure] = await store.lastFailures();
  expect(failure?.report?.said).toMatch(/token/);
  expect(failure?.report?.usage?.requests).toBeGreaterThan(2);
});

test('whoever looks sees that somebody is at work, and for how long nobody is any more', async () => {
  const store = await openTestStore();
  const me = { holder: 'me', host: 'here', pid: 7 };
  await store.freeLease({ holder: HOLDER, host: 'here', pid: 1 });
  const at = (now: number, alive = true) =>
    atWork(store, { host: 'here', now: () => now, alive: () => alive });
  expect(await at(1000)).toBe(null);
  await store.takeLease(me, 1000, 60_000, () => true);
  expect(await at(2000)).toEqual({ ...me, since: 1000 });
  expect(await at(2000, false)).toBe(null);
  expect(await at(61_001)).toBe(null);
  await store.freeLease(me);
  expect(await at(2000)).toBe(null);
});
