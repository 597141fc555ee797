import { describe, expect, it } from 'vitest';
import { isRevert, type RevertTexts, revertTargets } from '../../server/facts/reverts.ts';

const SHA = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';

const texts = (over: Partial<RevertTexts> = {}): RevertTexts => ({
  ...{ repositoryName: 'acme/shop', title: 'Open the till', body: '', ownShas: ['c1'], reverts: [] },
  ...over,
});
const targets = (over: Partial<RevertTexts>) => revertTargets(texts(over));

describe('what a piece of work takes back', () => {
  it.each([
    ['the body that GitHub writes', { body: 'Reverts acme/shop#12' }, ['#12']],
    [
      'the same under a title of its own',
      { title: 'Undo coupons', body: 'Too slow.\n\nReverts #12.' },
      ['#12'],
    ],
    ['an address', { body: 'Reverts https://github.com/Acme/Shop/pull/12' }, ['#12']],
    ["GitLab's words", { body: 'This reverts merge request !12' }, ['#12']],
    ['the number of a squash merge in the title', { title: 'Revert "Open the till (#12)"' }, ['#12']],
    ['its own number behind', { title: 'Revert "Open the till (#12)" (#13)' }, ['#12']],
    ['a number in the title', { title: 'Revert PR 12: too slow' }, ['#12']],
    ['a conventional commit', { title: 'revert: feat(till): open (#12)' }, ['#12']],
    ['a commit', { reverts: [{ sha: 'c1', revertedSha: SHA }] }, [SHA]],
    [
      'number and commit',
      { body: 'Reverts #12', reverts: [{ sha: 'm9', revertedSha: 'abcdef1' }] },
      ['#12', 'abcdef1'],
    ],
    ['the title alone, where nothing else is told', { title: 'Revert "Open the till"' }, ['"Open the till']],
    ['a revert of a revert', { title: 'Revert "Revert "Open the till (#12)" (#13)"' }, ['#13']],
    [
      'a revert of a revert by its title',
      { title: 'Revert "Revert "Open the till""' },
      ['"Revert "Open the till"'],
    ],
  ])('is told by %s', (_, over, expected) => {
    expect(targets(over)).toEqual(expected);
  });

  it.each([
    ['of another repository', { body: 'Reverts acme/bank#12' }],
    ['in a quotation', { body: '> Reverts acme/shop#12' }],
    ['in the middle of a sentence', { body: 'Nobody reverts #12 before Monday.' }],
    ['that is not quoted', { title: 'Revert to the old till' }],
  ])('is nothing %s', (_, over) => {
    expect(targets(over)).toEqual([]);
  });

  it('is not what a commit of the same branch did before', () => {
    expect(
      targets({ ownShas: ['abcdef123', 'c2'], reverts: [{ sha: 'c2', revertedSha: 'abcdef1' }] }),
    ).toEqual([]);
  });

  it('is not what the branch has brought back itself', () => {
    const ownShas = ['aaaaaaa1', 'bbbbbbb2'];
    const there = { sha: 'aaaaaaa1', revertedSha: SHA };
    const back = { sha: 'bbbbbbb2', revertedSha: 'aaaaaaa1' };
    expect(targets({ ownShas, reverts: [there] })).toEqual([SHA]);
    expect(targets({ ownShas, reverts: [there, back] })).toEqual([]);
    // The message of the squash merge tells of both.
    const squash = [SHA, 'aaaaaaa1'].map((revertedSha) => ({ sha: 'm1', revertedSha }));
    expect(targets({ ownShas, reverts: [there, back, ...squash] })).toEqual([]);
  });
});

describe('a revert', () => {
  it.each([
    [{ title: 'Revert "Open the till"' }, true],
    [{ title: 'Reapply "Open the till"' }, true],
    [{ title: '[urgent] Revert "Open the till"' }, true],
    [{ title: 'Undo coupons', body: 'Reverts #12' }, true],
    [{ title: 'Undo coupons', reverts: [{ sha: 'c1', revertedSha: SHA }] }, true],
    [{ ownShas: ['c1', 'c2'], reverts: [{ sha: 'c1', revertedSha: SHA }] }, false],
    [{ title: 'Revertible transactions' }, false],
    [{}, false],
  ])('%j: %s', (over, expected) => {
    expect(isRevert(texts(over))).toBe(expected);
  });
});
