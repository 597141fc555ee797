import { expect, test } from 'vitest';
import { ingest } from '../../../server/ingest/ingest.ts';
import type { DeliverySettings } from '../../../server/model/delivery.ts';
import { USUAL_DELIVERY_RULES } from '../../../server/model/delivery.ts';
import { DAY, HOUR, MINUTE } from '../../../server/model/instant.ts';
import { openLive } from '../../../server/report/live.ts';
import type { Store } from '../../../server/store/open.ts';
import { testApp } from '../../support/app.ts';
import { commit } from '../../support/github/commit.ts';
import type { FakeGithub } from '../../support/github/fake-github.ts';
import { pullRequest } from '../../support/github/pull-request.ts';
import type { FakeDeployment, FakeRepository } from '../../support/github/repository.ts';
import { acme, shop, startedGithub } from '../../support/github/started.ts';
import { openTestStore } from '../../support/open-store.ts';
import { testWorld } from '../../support/world.ts';

const NOW = Date.UTC(2026, 10, 2, 12);
const TONIGHT = NOW + DAY;
const BEGIN = NOW - 20 * 7 * DAY;
const iso = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');
const rules: DeliverySettings = { rules: USUAL_DELIVERY_RULES, exceptions: [] };

/** A pull request a day, squashed into `main` by one of six people; `over` makes some of them special. */
function grown(
  days: number,
  over: Record<number, { dated?: number; labels?: string[]; body?: string }> = {},
): FakeRepository {
  const repository = shop({ defaultBranch: null });
  for (let day = 0; day < days; day++) {
    const at = BEGIN + day * DAY;
    const oid = `c${day}`;
    repository.graph[oid] = {
      parents: day === 0 ? [] : [`c${day - 1}`],
      committedDate: iso(over[day]?.dated ?? at),
    };
    const person = `p${day % 6}`;
    const author = { name: person, email: `${person}@example.com`, login: person };
    const dated = { authoredDate: iso(at - HOUR), committedDate: repository.graph[oid].committedDate };
    repository.pullRequests.push(
      pullRequest({
        number: day + 1,
        createdAt: iso(at - 2 * HOUR),
        mergedAt: iso(at),
        author: { login: person, kind: 'User' },
        labels: over[day]?.labels ?? [],
        body: over[day]?.body ?? '',
        mergeCommit: {
          ...commit({ message: `Change ${day + 1} (#${day + 1})`, authoredDate: iso(at - HOUR) }),
          ...dated,
          oid,
          author,
        },
      }),
    );
    repository.defaultBranch = { name: 'main', oid };
  }
  return repository;
}

function deployment(id: number, commitOid: string, at: number): FakeDeployment {
  const createdAt = iso(at - MINUTE);
  const statuses = [{ state: 'SUCCESS' as const, createdAt: iso(at) }];
  return { id, environment: 'production', commitOid, ref: 'main', createdAt, statuses };
}

async function ingested(fake: FakeGithub, store: Store, delivery: DeliverySettings = rules): Promise<void> {
  const world = testWorld({
    now: () => NOW,
    env: { GITHUB_API_URL: fake.url },
    secret: (name) => (name === 'GITHUB_TOKEN' ? 'good-token' : null),
    fetch,
    delivery,
  });
  const config = { owner: 'acme', deployed: { from: 'deployments' as const } };
  const summary = await ingest(
    [{ source: 'github', config }],
    store,
    world,
    () => {},
    new AbortController().signal,
  );
  expect(summary.failed).toEqual([]);
}

/** When each pull request was deployed, in days after the first one was merged. */
async function deployedDays(store: Store): Promise<Record<number, number | null>> {
  const found: Record<number, number | null> = {};
  for await (const facts of store.allFacts())
    for (const { number, deployedAt } of facts)
      found[number ?? 0] = deployedAt === null ? null : (deployedAt - BEGIN) / DAY;
  return found;
}

test('what a deployment contains is told by the order of the default branch, whatever its commits are dated', async () => {
  const repository = grown(8, { 2: { dated: NOW + 900 * DAY }, 5: { dated: BEGIN - 900 * DAY } });
  repository.deployments = [
    deployment(1, 'c0', BEGIN + 0.5 * DAY),
    deployment(2, 'c3', BEGIN + 3.5 * DAY),
    deployment(3, 'c4', BEGIN + 6.5 * DAY),
  ];
  const clock = { now: NOW };
  const fake = await startedGithub({ organisations: [acme(repository)], now: () => clock.now });
  const store = await openTestStore();
  await ingested(fake, store);
  const days = await deployedDays(store);
  expect([days[2], days[3], days[4], days[5], days[6], days[7]]).toEqual([3.5, 3.5, 3.5, 6.5, null, null]);
  // What a later night brings is placed above the rest.
  repository.deployments.push(deployment(4, 'c7', NOW + HOUR));
  clock.now = TONIGHT;
  await ingested(fake, store);
  expect((await deployedDays(store))[6]).toBe((NOW + HOUR - BEGIN) / DAY);
});

test('roll-backs, hotfixes and reverts go from GitHub to the answer of the API', async () => {
  const over = { 60: { labels: ['hotfix'] }, 80: { body: 'Reverts acme/shop#80' } };
  const repository = grown(120, over);
  repository.deployments = Array.from({ length: 120 }, (_, day) =>
    deployment(day + 1, `c${day}`, BEGIN + day * DAY + HOUR),
  );
  repository.deployments.push(deployment(500, 'c39', BEGIN + 40 * DAY + 3 * HOUR));
  const fake = await startedGithub({ organisations: [acme(repository)], now: () => NOW });
  const store = await openTestStore();
  await ingested(fake, store);
  const { facts } = await store.delivery();
  const told = facts
    .filter(({ failedBy, rework }) => failedBy !== null || rework !== null)
    .map(({ at, failedBy, recoveredAt, rework }) => [
      Math.floor((at - BEGIN) / DAY),
      failedBy,
      recoveredAt === null ? null : (recoveredAt - at) / HOUR,
      rework,
    ]);
  expect(told).toEqual([
    [40, 'roll-back', 2, null],
    [40, null, null, 'roll-back'],
    [59, 'hotfix', 24, null],
    [60, null, null, 'hotfix'],
    [79, 'revert', 24, null],
    [80, null, null, 'revert'],
  ]);
  expect([facts.length, facts.every(({ ordered }) => ordered)]).toEqual([121, true]);

  const live = await openLive({ ...store, teamNames: async () => new Map(), roster: async () => [] }, 'UTC');
  const { app } = testApp({ live });
  const response = await app.inject({ url: '/api/flow/delivery?window=all', headers: { host: 'localhost' } });
  expect(response.statusCode).toBe(200);
  const { data } = response.json();
  expect(data.measures.map(({ finding }: { finding: string }) => finding)).toEqual([
    'A repository deployed 6 times a week',
    '2.5 % of deployments failed',
    'Too few to judge (3 of 3 failed deployments recovered)',
    '2.5 % of deployments were made for a failure',
  ]);
});

test('other rules measure the deployments anew, and none at all forgets their failures', async () => {
  const repository = grown(20, { 10: { labels: ['urgent'] } });
  repository.deployments = Array.from({ length: 20 }, (_, day) =>
    deployment(day + 1, `c${day}`, BEGIN + day * DAY + HOUR),
  );
  const fake = await startedGithub({ organisations: [acme(repository)], now: () => NOW });
  const store = await openTestStore();
  const failed = async () =>
    (await store.delivery()).facts.filter(({ failedBy }) => failedBy !== null).length;
  await ingested(fake, store);
  const [generation, version] = [await store.generation(), await store.deliveryVersion()];
  expect(await failed()).toBe(0);
  await ingested(fake, store);
  expect([await store.generation(), await store.deliveryVersion()]).toEqual([generation, version]);
  const { hotfix, incidents } = USUAL_DELIVERY_RULES;
  const urgent = { hotfix: { ...hotfix, labels: ['urgent'] }, incidents };
  await ingested(fake, store, { rules: null, exceptions: [{ match: 'acme/*', rules: urgent }] });
  expect(await failed()).toBe(1);
  expect(await store.generation()).toBeGreaterThan(generation);
  await ingested(fake, store, { rules: null, exceptions: [] });
  expect([await failed(), [...(await store.delivery()).rules.values()]]).toEqual([0, [null]]);
});
