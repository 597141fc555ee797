import { describe, expect, test } from 'vitest';
import { type Copied, isBackPort } from '../../server/people/back-port.ts';
import { isLongLivedMerge } from '../../server/people/long-lived-branch.ts';
import cases from '../golden/people-back-port.json' with { type: 'json' };

const told = (over: Partial<Copied>): Copied => ({
  title: 'Take coupons',
  headBranch: 'coupons',
  baseBranch: '1.x',
  labels: [],
  defaultBranch: 'main',
  ...over,
});

describe('A back-port', () => {
  test.each(cases.backPorts)('is %j', (over) => {
    expect(isBackPort(told(over))).toBe(true);
  });

  test.each(cases.work)('is not %j', (over) => {
    expect(isBackPort(told(over))).toBe(false);
  });

  test('needs no branch that is known by name', () => {
    expect(isBackPort(told({ title: 'Backport of #123', headBranch: null }))).toBe(true);
  });
});

describe('A merge of two branches that live on', () => {
  const branches = { baseBranch: 'main', headBranch: 'develop', fromFork: false, defaultBranch: 'main' };

  test('is develop into main, an old release into a newer one, and main into a release', () => {
    expect(isLongLivedMerge(branches)).toBe(true);
    expect(isLongLivedMerge({ ...branches, headBranch: '1.x', baseBranch: '2.x' })).toBe(true);
    expect(isLongLivedMerge({ ...branches, headBranch: 'main', baseBranch: 'release/2.0' })).toBe(true);
  });

  test('is not from a fork, which may call its branch what it likes', () => {
    expect(isLongLivedMerge({ ...branches, fromFork: true })).toBe(false);
  });

  test('is neither of work into main, nor of main into work', () => {
    expect(isLongLivedMerge({ ...branches, headBranch: 'coupons' })).toBe(false);
    expect(isLongLivedMerge({ ...branches, headBranch: 'main', baseBranch: 'coupons' })).toBe(false);
  });

  test('of a clone goes into the default branch, and from a branch that may be unknown', () => {
    expect(isLongLivedMerge({ ...branches, baseBranch: null, fromFork: null })).toBe(true);
    expect(isLongLivedMerge({ ...branches, headBranch: null })).toBe(false);
  });
});
