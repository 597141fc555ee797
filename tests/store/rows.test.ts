import { expect, test } from 'vitest';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import type { MeasuredRows } from '../../server/store/measured.ts';
import type { Store } from '../../server/store/open.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { bareFact, commit, pullRequest, repository, walkEnd } from '../support/rows.ts';

const factOf = (rows: MeasuredRows): PullRequestFact => ({
  ...(rows.kind === 'landing'
    ? bareFact(`${rows.mainline.repositoryId}@${rows.mainline.sha}`, null)
    : bareFact(rows.pullRequest.id, rows.pullRequest.number)),
  firstCommitAt: rows.kind === 'landing' ? rows.commit.authoredAt : (rows.commits?.[0]?.authoredAt ?? null),
  mergedAt: rows.kind === 'landing' ? null : rows.pullRequest.mergedAt,
  deployedAt: rows.kind === 'landing' ? null : rows.deployedAt,
  lines: rows.changes?.reduce((sum, file) => sum + (file.additions ?? 0), 0) ?? null,
  files: rows.changes?.length ?? null,
});

async function allFacts(store: Store): Promise<PullRequestFact[]> {
  const facts: PullRequestFact[] = [];
  for await (const batch of store.allFacts()) facts.push(...batch);
  return facts.sort((one, other) => (one.id < other.id ? -1 : 1));
}

async function deriveAll(store: Store): Promise<number> {
  let changed = 0;
  for (;;) {
    const step = await store.derive(HOLDER, 2, factOf);
    changed += step.changed;
    if (step.taken === 0) return changed;
  }
}

const shop = {
  commits: [commit('c1'), commit('m1', { parents: ['c0', 'c1'] }), commit('d1')],
  pullRequests: [pullRequest(1)],
  mainline: [
    {
      repositoryId: repository.id,
      position: 0,
      sha: 'm1',
      landedBy: 'pull-request',
      pullRequestId: `${repository.id}#1`,
    },
    { repositoryId: repository.id, position: 1, sha: 'd1', landedBy: 'direct-push', pullRequestId: null },
  ],
  sizes: [
    { repositoryId: repository.id, sha: 'm1', files: [{ path: 'a.ts', additions: 3, deletions: 1 }] },
    { repositoryId: repository.id, sha: 'd1', files: null },
  ],
} as const;

test('writing the same rows twice changes nothing and measures nothing again', async () => {
  const store = await openTestStore();
  const first = await store.writeRows(HOLDER, repository, shop);
  expect(first).toEqual({ commits: 3, sizes: 2, pullRequests: 1, mainline: 2, deployments: 0, removed: 0 });
  expect(await deriveAll(store)).toBe(2);
  const [digest, generation] = [await store.digest(), await store.generation()];
  const second = await store.writeRows(HOLDER, repository, shop);
  expect(second).toEqual({ commits: 0, sizes: 0, pullRequests: 0, mainline: 0, deployments: 0, removed: 0 });
  expect(await store.dirtyCount()).toBe(0);
  expect([await store.digest(), await store.generation()]).toEqual([digest, generation]);
});

test('a fact rests on its stored rows: own commits, landed sizes, and unknown stays null', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, repository, shop);
  await deriveAll(store);
  expect(await allFacts(store)).toEqual([
    expect.objectContaining({
      id: `${repository.id}#1`,
      lines: 3,
      files: 1,
      firstCommitAt: commit('c1').authoredAt,
    }),
    expect.objectContaining({ id: `${repository.id}@d1`, number: null, lines: null, files: null }),
  ]);
});

test('a size that arrives later measures just the pull request that it belongs to', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, repository, {
    ...shop,
    sizes: [],
    pullRequests: [pullRequest(1), pullRequest(2)],
  });
  await deriveAll(store);
  await store.writeRows(HOLDER, repository, { sizes: shop.sizes.slice(0, 1) });
  const before = await store.generation();
  expect(await store.dirtyCount()).toBe(1);
  await deriveAll(store);
  const changes = await store.factsChangedSince(before);
  expect(changes.facts.map((fact) => [fact.id, fact.lines])).toEqual([[`${repository.id}#1`, 3]]);
  expect(changes.generation).toBe(before + 1);
});

test('a walk from the beginning takes away what it no longer found, and its facts', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, repository, shop);
  await deriveAll(store);
  const before = await store.generation();
  const replaces = { commits: new Set(['c1', 'm1']), pullRequests: new Set<string>(), mainlineLength: 1 };
  const { removed } = await store.endWalk(HOLDER, repository, walkEnd({ replaces }));
  expect(removed).toBe(3);
  await deriveAll(store);
  expect((await store.factsChangedSince(before)).gone.toSorted()).toEqual([
    `${repository.id}#1`,
    `${repository.id}@d1`,
  ]);
  expect(await allFacts(store)).toEqual([]);
  expect((await store.counts()).commits).toBe(2);
});

test('when another commit takes a place on the default branch, the fact of the former one goes', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, repository, shop);
  await deriveAll(store);
  const other = { ...shop.mainline[1], sha: 'd2' };
  await store.writeRows(HOLDER, repository, { commits: [commit('d2')], mainline: [other] });
  await deriveAll(store);
  expect((await allFacts(store)).map((fact) => fact.id)).toEqual([
    `${repository.id}#1`,
    `${repository.id}@d2`,
  ]);
});

test('notes are replaced as a whole and mark their pull request', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, repository, shop);
  await deriveAll(store);
  const note = { repositoryId: repository.id, sha: 'c1', text: 'written by hand' };
  await store.endWalk(HOLDER, repository, walkEnd({ notes: [note] }));
  expect(await store.dirtyCount()).toBe(1);
  const noted = await store.digest();
  await store.endWalk(HOLDER, repository, walkEnd({ notes: null }));
  expect(await store.digest()).toBe(noted);
  await store.endWalk(HOLDER, repository, walkEnd({ notes: [] }));
  expect(await store.digest()).not.toBe(noted);
});

test('rebuilding after the facts were emptied gives the same digest', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, repository, shop);
  await deriveAll(store);
  const before = await store.digest();
  await store.markEverything(HOLDER);
  expect(await store.dirtyCount()).toBe(2);
  expect(await deriveAll(store)).toBe(0);
  expect(await store.digest()).toBe(before);
});

test('a source asks what is stored: cursor, merge commits, sizes', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, repository, shop);
  await store.endWalk(HOLDER, repository, walkEnd({ cursor: 'at m1', limits: ['Shallow.'] }));
  expect(await store.stored.cursor(repository.id)).toBe('at m1');
  expect(await store.stored.cursor('git:elsewhere')).toBeNull();
  expect(await store.stored.mergeShas([`${repository.id}#1`, `${repository.id}#2`])).toEqual(
    new Map([[`${repository.id}#1`, 'm1']]),
  );
  expect(await store.stored.sized(repository.id, ['m1', 'd1', 'c1'])).toEqual(new Set(['m1']));
  expect(await store.freshness()).toEqual([
    {
      repositoryId: repository.id,
      name: 'acme/shop',
      source: 'git',
      coveredUntil: walkEnd().coveredUntil,
      limits: ['Shallow.'],
      deployedBy: null,
    },
  ]);
});
