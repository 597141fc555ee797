import { expect, test } from 'vitest';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import type { Deployment } from '../../server/model/deployment.ts';
import { HOUR } from '../../server/model/instant.ts';
import type { ForgeDetails, PullRequest } from '../../server/model/pull-request.ts';
import type { Repository } from '../../server/model/repository.ts';
import type { MeasuredRows } from '../../server/store/measured.ts';
import type { Store } from '../../server/store/open.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { bareFact, commit, forgeDetails, pullRequest, repository, walkEnd } from '../support/rows.ts';

const web: Repository = {
  ...repository,
  id: 'github:example.com/acme/web',
  name: 'acme/web',
  source: 'github',
  externalId: 'R_1',
  deployedBy: 'releases',
};
const noon = Date.UTC(2026, 7, 10, 12);

const merged = (number: number, at: number, over: Partial<PullRequest> = {}): PullRequest =>
  pullRequest(number, {
    id: `${web.id}#${number}`,
    repositoryId: web.id,
    openedAt: at - HOUR,
    mergedAt: at,
    landedShas: [],
    forge: forgeDetails(),
    ...over,
  });
const mergeCommit = (number: number, at: number) =>
  commit(`m${number}`, { repositoryId: web.id, parents: null, committedAt: at });
const release = (name: string, at: number, over: Partial<Deployment> = {}): Deployment => ({
  id: `${web.id}!release:${name}`,
  repositoryId: web.id,
  via: 'releases',
  sha: name,
  succeededAt: at,
  containsSha: null,
  containsUntil: at - HOUR,
  ...over,
});

/** Measures what is dirty and returns the rows that it rested on. */
/** In the order of their numbers, whatever order they were measured in. */
async function measured(store: Store): Promise<Extract<MeasuredRows, { kind: 'pull-request' }>[]> {
  const seen: Extract<MeasuredRows, { kind: 'pull-request' }>[] = [];
  const measure = (rows: MeasuredRows): PullRequestFact => {
    if (rows.kind === 'landing') throw new Error('a forge has no landings');
    seen.push(rows);
    const { id, number, mergedAt } = rows.pullRequest;
    return { ...bareFact(id, number), repositoryId: web.id, mergedAt, deployedAt: rows.deployedAt };
  };
  while ((await store.derive(HOLDER, 10, measure)).taken > 0);
  return seen.sort((one, other) => one.pullRequest.number - other.pullRequest.number);
}

const ids = (rows: readonly { pullRequest: PullRequest }[]) => rows.map((one) => one.pullRequest.number);

test('what a forge tells comes back as it was written, and twice changes nothing', async () => {
  const store = await openTestStore();
  const grace = { login: 'grace', kind: 'user' } as const;
  const full = merged(1, noon, {
    forge: forgeDetails({
      labels: ['bug'],
      closes: [`${web.id}#7`],
      assignees: ['ada'],
      checks: 'failure',
      reviews: [
        { id: 'r1', account: grace, state: 'commented', submittedAt: noon - 30 },
        { id: 'r2', account: null, state: 'approved', submittedAt: noon - 20 },
      ],
      comments: [{ id: 'k1', threadId: 't1', account: grace, at: noon - 30 }],
      events: [{ kind: 'ready', at: noon - 40 }],
      files: [{ path: 'a.ts', additions: 3, deletions: null }],
    }),
  });
  const own = commit('c1', { repositoryId: web.id, parents: null, authorLogin: 'ada', message: 'work' });
  const rows = { pullRequests: [full], commits: [own] };
  await store.writeRows(HOLDER, web, rows);
  const [back] = await measured(store);
  expect(back?.pullRequest).toEqual(full);
  expect(back?.commits).toEqual([expect.objectContaining({ sha: 'c1', parents: null, message: 'work' })]);
  expect(back?.changes).toEqual(full.forge?.files);
  const second = await store.writeRows(HOLDER, web, rows);
  expect([second.pullRequests, second.commits, await store.dirtyCount()]).toEqual([0, 0, 0]);
});

test('a review that is gone at the source goes, and its pull request is measured again', async () => {
  const store = await openTestStore();
  const review = { id: 'r1', account: null, state: 'approved', submittedAt: noon } as const;
  const before = merged(1, noon, { forge: forgeDetails({ reviews: [review] }) });
  await store.writeRows(HOLDER, web, { pullRequests: [before] });
  await measured(store);
  await store.writeRows(HOLDER, web, { pullRequests: [merged(1, noon)] });
  const [back] = await measured(store);
  expect(back?.pullRequest.forge?.reviews).toEqual([]);
});

test('files and checks that were not asked for this time stay known until there is another last commit', async () => {
  const store = await openTestStore();
  const files = [{ path: 'a.ts', additions: 3, deletions: 1 }];
  const read = async (over: Partial<ForgeDetails>) => {
    await store.writeRows(HOLDER, web, { pullRequests: [merged(1, noon, { forge: forgeDetails(over) })] });
    const [back] = await measured(store);
    return [back?.pullRequest.forge?.files, back?.pullRequest.forge?.checks];
  };
  expect(await read({ headSha: 'h1', files, checks: 'failure' })).toEqual([files, 'failure']);
  expect(await read({ headSha: 'h1', labels: ['again'] })).toEqual([files, 'failure']);
  expect(await read({ headSha: 'h1', checks: 'success' })).toEqual([files, 'success']);
  expect(await read({ headSha: 'h2' })).toEqual([null, null]);
});

test('a pull request is deployed by the first success that contains its merge', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, web, {
    pullRequests: [merged(1, noon), merged(2, noon + 4 * HOUR)],
    commits: [mergeCommit(1, noon), mergeCommit(2, noon + 4 * HOUR)],
    deployments: [
      release('early', noon - HOUR),
      release('failed', noon + HOUR, { succeededAt: null }),
      release('old-branch', noon + 2 * HOUR, { containsUntil: noon - HOUR }),
      release('unplaced', noon + 2 * HOUR, { containsUntil: null }),
      release('other', noon + 2 * HOUR, { via: 'workflow:deploy.yml' }),
      release('good', noon + 3 * HOUR),
      release('later', noon + 9 * HOUR),
    ],
  });
  const rows = await measured(store);
  expect(rows.map((one) => [one.pullRequest.number, one.deployedAt])).toEqual([
    [1, noon + 3 * HOUR],
    [2, noon + 9 * HOUR],
  ]);
});

test('what was merged before the first deployment on record is not known to have been deployed by it', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, web, {
    pullRequests: [merged(1, noon), merged(2, noon + 40 * HOUR)],
    commits: [mergeCommit(1, noon), mergeCommit(2, noon + 40 * HOUR)],
    deployments: [release('two', noon + 50 * HOUR)],
  });
  expect((await measured(store)).map((one) => one.deployedAt)).toEqual([null, null]);
  // Pages of deployments come newest first: an older one says that the newer was not the first.
  await store.writeRows(HOLDER, web, { deployments: [release('one', noon + 2 * HOUR)] });
  const again = await measured(store);
  expect(again.map((one) => [one.pullRequest.number, one.deployedAt])).toEqual([
    [1, null],
    [2, noon + 50 * HOUR],
  ]);
});

test('a merge into another branch than the default one is in no known deployment', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, web, {
    pullRequests: [merged(1, noon, { baseBranch: 'stable/1.x' })],
    commits: [mergeCommit(1, noon)],
    deployments: [release('early', noon - HOUR), release('good', noon + 3 * HOUR)],
  });
  expect((await measured(store))[0]?.deployedAt).toBeNull();
});

test('a new deployment measures again only what it may have deployed', async () => {
  const store = await openTestStore();
  const [first, second, third] = [noon, noon + 40 * HOUR, noon + 100 * HOUR];
  await store.writeRows(HOLDER, web, {
    pullRequests: [merged(1, first), merged(2, second), merged(3, third)],
    commits: [mergeCommit(1, first), mergeCommit(2, second), mergeCommit(3, third)],
    deployments: [release('early', noon - HOUR), release('one', noon + 2 * HOUR)],
  });
  await measured(store);
  await store.writeRows(HOLDER, web, { deployments: [release('two', second + 2 * HOUR)] });
  expect(ids(await measured(store))).toEqual([2]);
  // It turns out to have been of an old branch: what it had deployed is open again.
  await store.writeRows(HOLDER, web, {
    deployments: [release('two', second + 2 * HOUR, { containsUntil: first })],
  });
  const again = await measured(store);
  expect(again.map((one) => [one.pullRequest.number, one.deployedAt])).toEqual([[2, null]]);
});

test('another default branch or another setting for deployments measures the whole repository again', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, web, { pullRequests: [merged(1, noon), merged(2, noon)] });
  await measured(store);
  await store.writeRows(HOLDER, web, {});
  expect(await measured(store)).toEqual([]);
  await store.writeRows(HOLDER, { ...web, deployedBy: 'workflow:deploy.yml' }, {});
  expect(ids(await measured(store))).toEqual([1, 2]);
  await store.writeRows(HOLDER, { ...web, deployedBy: 'workflow:deploy.yml', defaultBranch: 'trunk' }, {});
  expect(ids(await measured(store))).toEqual([1, 2]);
});

test('a source finds its repositories again, with where a walk was that never ended', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, repository, {});
  await store.writeRows(HOLDER, web, { towards: 'page 3' });
  const known = { ...web, cursor: null, towards: 'page 3' };
  expect(await store.stored.repositories('github:example.com/')).toEqual([known]);
  expect(await store.stored.towards(web.id)).toBe('page 3');
  await store.endWalk(HOLDER, web, walkEnd({ cursor: 'all' }));
  expect(await store.stored.repositories('github:')).toEqual([{ ...known, cursor: 'all', towards: null }]);
  expect(await store.stored.repositories('github:example.org/')).toEqual([]);
});

test('a source finds what it has placed already: merges and deployments', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, web, {
    pullRequests: [merged(1, noon), merged(2, noon, { baseBranch: 'stable/1.x' })],
    commits: [mergeCommit(1, noon), mergeCommit(2, noon)],
    deployments: [release('one', noon), release('lost', noon, { containsUntil: null })],
  });
  expect(await store.stored.landedAt(web.id, ['m1', 'm2', 'm3'])).toEqual(new Map([['m1', noon]]));
  const asked = ['one', 'lost', 'never'].map((name) => release(name, noon).id);
  expect(await store.stored.placedDeployments(asked)).toEqual(
    new Map([[asked[0], { containsSha: null, containsUntil: noon - HOUR }]]),
  );
});

test('teams of an owner are replaced as a whole, those of another stay', async () => {
  const store = await openTestStore();
  const team = (id: string, members: string[]) => ({ id, ownerId: id.slice(0, 1), name: id, members });
  const write = (ownerId: string, teams: ReturnType<typeof team>[]) =>
    store.writeTeams(HOLDER, { ownerId, teams, at: noon });
  expect(await write('a', [team('a/x', ['ada', 'grace']), team('a/y', ['ada'])])).toBe(true);
  expect(await write('b', [team('b/x', ['ada'])])).toBe(true);
  const before = await store.digest();
  expect(await write('a', [team('a/x', ['ada', 'grace']), team('a/y', ['ada'])])).toBe(false);
  expect(await write('a', [team('a/x', ['grace'])])).toBe(true);
  expect(await store.digest()).not.toBe(before);
  expect(await write('a', [team('a/x', ['ada', 'grace']), team('a/y', ['ada'])])).toBe(true);
  expect(await store.digest()).toBe(before);
});

test('a repository that is lost keeps everything and says so until it is read again', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, web, { pullRequests: [merged(1, noon)] });
  await store.endWalk(HOLDER, web, walkEnd({ limits: ['Only 5.'] }));
  await store.loseRepository(HOLDER, web.id, 'Gone.');
  expect((await store.freshness())[0]?.limits).toEqual(['Gone.', 'Only 5.']);
  expect((await store.counts()).pullRequests).toBe(1);
  await store.writeRows(HOLDER, web, {});
  expect((await store.freshness())[0]?.limits).toEqual(['Only 5.']);
});
