import { expect, it } from 'vitest';
import { isMergeCommit } from '../../server/facts/merge-commit.ts';

const commit = (message: string, parents: number | null) => ({
  sha: 'c1',
  author: { name: 'Ada', email: 'ada@example.com' },
  authoredAt: 0,
  committedAt: 0,
  parents,
  message,
});

it.each([
  "Merge branch 'main' into coupons",
  "Merge branches 'one' and 'two' into coupons",
  "Merge remote-tracking branch 'origin/main' into coupons",
  'Merge pull request #12 from acme/coupons\n\nTake coupons',
  "Merge commit '1a2b3c4' into coupons",
  "Merge tag 'v1.0' into coupons",
  'Merge refs/heads/main into coupons',
])('%s is a merge, where nobody tells the parents', (message) => {
  expect(isMergeCommit(commit(message, null))).toBe(true);
});

it.each([
  'Merge branch handling into the parser',
  'Merge commits of one day into one row',
  'Merge the tills',
  'Merged coupons',
  "Take coupons\n\nMerge branch 'main' into coupons",
  'Revert "Merge pull request #12 from acme/coupons"',
])('%s is work', (message) => {
  expect(isMergeCommit(commit(message, null))).toBe(false);
});

it('parents tell more than the message', () => {
  expect(isMergeCommit(commit('Take coupons', 2))).toBe(true);
  expect(isMergeCommit(commit("Merge branch 'main' into coupons", 1))).toBe(false);
});
