import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../server/model/instant.ts';
import type { ForgeDetails, PullRequest } from '../../server/model/pull-request.ts';
import type { Rows } from '../../server/model/rows.ts';
import type { Store } from '../../server/store/open.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { facts, measure, shop } from '../support/organised-store.ts';
import { commit, forgeDetails, pullRequest } from '../support/rows.ts';

const MONDAY = Date.UTC(2026, 7, 10, 9);

const changed = (...paths: string[]): Partial<ForgeDetails> => ({
  files: paths.map((path) => ({ path, additions: 5, deletions: 1 })),
});

/** Merged that many days after the Monday. */
function merged(number: number, day: number, over: Partial<PullRequest> = {}): PullRequest {
  const mergedAt = MONDAY + day * DAY;
  return pullRequest(number, {
    id: `${shop.id}#${number}`,
    repositoryId: shop.id,
    openedAt: mergedAt - HOUR,
    mergedAt,
    mergeSha: `${number}`.repeat(40).slice(0, 40),
    landedShas: [],
    ownShas: [],
    forge: forgeDetails(),
    ...over,
  });
}

async function write(store: Store, rows: Rows): Promise<void> {
  await store.writeRows(HOLDER, shop, rows);
  await measure(store);
}

async function toldOf(store: Store, field: 'revertedAt' | 'hotfixedAt' | 'linesReworked'): Promise<object> {
  const all = await facts(store);
  const told = all.map((fact) => {
    const value = fact[field];
    return [`#${fact.number}`, value === null || field === 'linesReworked' ? value : (value - MONDAY) / DAY];
  });
  return Object.fromEntries(told);
}

describe('a revert', () => {
  const work = merged(1, 0, { title: 'Take coupons' });
  const byBody = {
    title: 'Revert "Take coupons"',
    body: 'Reverts acme/shop#1',
    headBranch: 'without-coupons',
  };

  it('is told of the work that it takes back, whichever of them is read first', async () => {
    for (const order of [
      [work, merged(2, 3, byBody)],
      [merged(2, 3, byBody), work],
    ]) {
      const store = await openTestStore();
      for (const one of order) await write(store, { pullRequests: [one] });
      expect(await toldOf(store, 'revertedAt')).toEqual({ '#1': 3, '#2': null });
    }
  });

  it('is told by the id of the squash commit, short or long, also in a push without a pull request', async () => {
    const store = await openTestStore();
    const sha = 'd'.repeat(40);
    await write(store, {
      pullRequests: [work],
      commits: [
        commit(sha, {
          repositoryId: shop.id,
          message: 'Without coupons\n\nThis reverts commit 1111111.',
          reverts: ['1111111'],
          committedAt: MONDAY + 2 * DAY,
        }),
      ],
      mainline: [{ repositoryId: shop.id, position: 0, sha, landedBy: 'direct-push', pullRequestId: null }],
    });
    expect(await toldOf(store, 'revertedAt')).toMatchObject({ '#1': 2 });
  });

  it('is told by one commit of a branch that was merged', async () => {
    const store = await openTestStore();
    const message = 'Without coupons\n\nThis reverts commit c1c1c1c.';
    await write(store, {
      pullRequests: [merged(1, 0, { ownShas: ['c1c1c1c1'] })],
      commits: [commit('c1c1c1c1', { repositoryId: shop.id })],
    });
    await write(store, {
      pullRequests: [merged(2, 4, { ownShas: ['c2', 'c3'] })],
      commits: [
        commit('c2', { repositoryId: shop.id, message, reverts: ['c1c1c1c'] }),
        commit('c3', { repositoryId: shop.id }),
      ],
    });
    expect(await toldOf(store, 'revertedAt')).toEqual({ '#1': 4, '#2': null });
  });

  it('is told by the title alone of the last that bears it', async () => {
    const store = await openTestStore();
    const again = merged(2, 1, { title: 'Take coupons' });
    const later = merged(4, 9, { title: 'Take coupons' });
    const revert = merged(3, 3, { title: 'Revert "Take coupons"' });
    await write(store, { pullRequests: [work, again, later, revert] });
    expect(await toldOf(store, 'revertedAt')).toEqual({ '#1': null, '#2': 3, '#3': null, '#4': null });
  });

  it('that is reverted stays the first; what brings the work back is no revert of work', async () => {
    const store = await openTestStore();
    const back = { title: 'Revert "Revert "Take coupons""', body: 'Reverts acme/shop#2' };
    await write(store, { pullRequests: [work, merged(2, 3, byBody), merged(3, 4, back)] });
    const third = { title: 'Revert "Take coupons"', body: 'Reverts #1' };
    await write(store, { pullRequests: [merged(4, 8, third)] });
    expect(await toldOf(store, 'revertedAt')).toEqual({ '#1': 3, '#2': null, '#3': null, '#4': null });
  });

  it('counts once it is merged, and no longer when it says something else', async () => {
    const store = await openTestStore();
    const open = { ...byBody, state: 'open', mergedAt: null, mergeSha: null } as const;
    await write(store, { pullRequests: [work, merged(2, 3, open)] });
    expect(await toldOf(store, 'revertedAt')).toEqual({ '#1': null, '#2': null });
    await write(store, { pullRequests: [merged(2, 3, byBody)] });
    expect(await toldOf(store, 'revertedAt')).toEqual({ '#1': 3, '#2': null });
    await write(store, { pullRequests: [merged(2, 3, { title: 'Other coupons' })] });
    expect(await toldOf(store, 'revertedAt')).toEqual({ '#1': null, '#2': null });
  });

  it('named by a branch alone is none', async () => {
    const store = await openTestStore();
    await write(store, { pullRequests: [work, merged(2, 3, { headBranch: 'revert-1-coupons' })] });
    expect(await toldOf(store, 'revertedAt')).toEqual({ '#1': null, '#2': null });
  });
});

describe('a hotfix', () => {
  const till = merged(1, 0, { forge: forgeDetails(changed('src/till.ts', 'package-lock.json')) });
  const fix = (number: number, day: number, path: string, title = 'fix: open the till') =>
    merged(number, day, { title, forge: forgeDetails(changed(path)) });

  it.each([
    ['within seven days on the same file', fix(2, 7, 'src/till.ts'), 7],
    ['later', fix(2, 7.01, 'src/till.ts'), null],
    ['on another file', fix(2, 1, 'src/bank.ts'), null],
    ['on the same lock file', fix(2, 1, 'package-lock.json'), null],
    ['that does not say so', fix(2, 1, 'src/till.ts', 'Open the till'), null],
    ['that is a revert', fix(2, 1, 'src/till.ts', 'Revert "fix: open the till"'), null],
  ])('is one %s', async (_, other, expected) => {
    const store = await openTestStore();
    await write(store, { pullRequests: [till] });
    await write(store, { pullRequests: [other] });
    expect(await toldOf(store, 'hotfixedAt')).toEqual({ '#1': expected, '#2': null });
  });

  it('counts no longer when it turns out to be none', async () => {
    const store = await openTestStore();
    await write(store, { pullRequests: [till, fix(2, 1, 'src/till.ts')] });
    expect(await toldOf(store, 'hotfixedAt')).toEqual({ '#1': 1, '#2': null });
    await write(store, { pullRequests: [fix(2, 1, 'src/till.ts', 'Paint the till')] });
    expect(await toldOf(store, 'hotfixedAt')).toEqual({ '#1': null, '#2': null });
  });

  it('cannot be told of files that are not known', async () => {
    const store = await openTestStore();
    await write(store, { pullRequests: [merged(1, 0), fix(2, 1, 'src/till.ts')] });
    expect((await facts(store)).map(({ filesKnown }) => filesKnown)).toEqual([false, true]);
  });

  it('marks only what it fixes to be measured again', async () => {
    const store = await openTestStore();
    const others = [3, 4, 5].map((number) => fix(number, 0, `src/${number}.ts`, 'Paint'));
    await write(store, { pullRequests: [till, ...others] });
    const generation = await store.generation();
    await write(store, { pullRequests: [fix(2, 1, 'src/till.ts')] });
    const changes = await store.factsChangedSince(generation);
    expect(changes.facts.map(({ number }) => number).toSorted()).toEqual([1, 2]);
  });
});

describe('rework', () => {
  it('is added up over the commits that landed the work, and unknown unless all are known', async () => {
    const store = await openTestStore();
    const lines = (sha: string, watched: number, reworked: number) => ({
      ...{ repositoryId: shop.id, sha },
      ...{ watched, reworked },
    });
    const rebased = merged(1, 0, { landedShas: ['a', 'b'] });
    await write(store, { pullRequests: [rebased], rework: [lines('a', 40, 3)] });
    expect(await toldOf(store, 'linesReworked')).toEqual({ '#1': null });
    await write(store, { rework: [lines('b', 10, 2)] });
    expect(await toldOf(store, 'linesReworked')).toEqual({ '#1': 5 });
    expect((await facts(store))[0]?.linesWatched).toBe(50);
  });
});
