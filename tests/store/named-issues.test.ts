import { beforeEach, describe, expect, it } from 'vitest';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import type { MeasuredRows } from '../../server/store/measured.ts';
import type { Store } from '../../server/store/open.ts';
import { issue, project, vocabulary } from '../support/issues.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { bareFact, commit, pullRequest, repository } from '../support/rows.ts';

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
  await store.writeVocabulary(HOLDER, vocabulary);
  await store.writeRows(HOLDER, repository, {
    commits: [1, 2].flatMap((number) => [commit(`c${number}`), commit(`m${number}`)]),
    pullRequests: [pullRequest(1), pullRequest(2)],
  });
});

/** Measures what is dirty; the first pull request names some keys, the second none. */
async function measure(keys: readonly string[]): Promise<number> {
  const facts = (rows: MeasuredRows): PullRequestFact => {
    if (rows.kind === 'landing') throw new Error('there are none');
    const { id, number } = rows.pullRequest;
    return { ...bareFact(id, number), repositoryId: repository.id };
  };
  const named = (rows: MeasuredRows) =>
    rows.kind === 'pull-request' && rows.pullRequest.number === 1 ? keys : [];
  const { taken } = await store.derive(HOLDER, 10, facts, named);
  return taken;
}

async function named(): Promise<number[]> {
  const found: PullRequestFact[] = [];
  for await (const batch of store.allFacts()) found.push(...batch);
  return found.sort((one, other) => (one.number ?? 0) - (other.number ?? 0)).map(({ issues }) => issues);
}

describe('the issues that a pull request names', () => {
  it('are those of projects that are known, whether or not the issue is', async () => {
    await store.writeIssues(HOLDER, project, { issues: [issue(1)] });
    await measure(['SHOP-1', 'SHOP-99', 'UTF-8', 'SHA-256']);
    expect(await named()).toEqual([2, 0]);
  });

  it('are found once their project becomes known, and only of those who name it', async () => {
    await measure(['SHOP-1', 'UTF-8']);
    expect(await named()).toEqual([0, 0]);
    await store.writeIssues(HOLDER, project, { issues: [issue(1)] });
    expect(await measure(['SHOP-1', 'UTF-8'])).toBe(1);
    expect(await named()).toEqual([1, 0]);
  });

  it('keep their number when their project is given another key, by the keys that its issues had', async () => {
    await store.writeIssues(HOLDER, project, { issues: [issue(1)] });
    await measure(['SHOP-1', 'SHOP-99']);
    const renamed = { ...project, key: 'STORE' };
    await store.writeIssues(HOLDER, renamed, { issues: [issue(1, { key: 'STORE-1' })] });
    expect(await measure(['SHOP-1', 'SHOP-99'])).toBe(1);
    // Of the other nobody knows any more that it was one.
    expect(await named()).toEqual([1, 0]);
  });

  it('are found by a former key that comes to be known later', async () => {
    await store.writeIssues(HOLDER, project, { issues: [issue(1)] });
    await measure(['OLD-7']);
    expect(await named()).toEqual([0, 0]);
    await store.writeIssues(HOLDER, project, { issues: [issue(1, { formerKeys: ['OLD-7'] })] });
    expect(await measure(['OLD-7'])).toBe(1);
    expect(await named()).toEqual([1, 0]);
  });
});
