import { describe, expect, test } from 'vitest';
import { GitRepository } from '../../support/git-repository.ts';
import { landings, pullRequest, walked } from '../../support/walked.ts';

const ADA = 'Ada <ada@example.com>';
const BEN = 'Ben <ben@example.com>';
const FORGE = 'Forge <noreply@forge.example.com>';

describe('A merge commit', () => {
  test('lands a pull request with its own commits, without those that came in from the base branch', async () => {
    const repository = new GitRepository()
      .commit('start')
      .commit('a1', { author: BEN })
      .commit('base', { parents: ['start'] })
      .commit('update', { parents: ['a1', 'base'], message: "Merge branch 'main' into till", author: BEN })
      .commit('a2', { author: ADA })
      .commit('merge', {
        parents: ['base', 'a2'],
        message: 'Merge pull request #7 from ben/fix/till\n\nFix the till\n\nIt was stuck.',
        author: FORGE,
      })
      .point('main');
    const rows = await walked(repository);
    const found = pullRequest(rows, 7);
    expect(found).toMatchObject({
      id: `git:${repository.path}#7`,
      title: 'Fix the till',
      body: 'It was stuck.',
      headBranch: 'fix/till',
      baseBranch: 'main',
      state: 'merged',
      landing: 'merge',
      author: { name: 'Ben', email: 'ben@example.com' },
      openedAt: null,
      mergeSha: repository.sha('merge'),
      landedShas: [repository.sha('merge')],
    });
    expect(repository.names(found.ownShas ?? [])).toEqual(['a1', 'a2']);
    expect(found.mergedAt).toBe(rows.commits.get(repository.sha('merge'))?.committedAt);
    expect([...rows.mainline.values()].map((row) => [row.position, row.landedBy])).toEqual([
      [0, 'direct-push'],
      [1, 'direct-push'],
      [2, 'pull-request'],
    ]);
  });

  test('with three parents brings in the commits of both others, in one piece of work', async () => {
    const repository = new GitRepository()
      .commit('start')
      .commit('a', { parents: ['start'] })
      .commit('b', { parents: ['start'] })
      .commit('octopus', { parents: ['start', 'a', 'b'], message: 'Merge pull request #3 from ada/both' })
      .point('main');
    const found = pullRequest(await walked(repository), 3);
    expect(repository.names(found.ownShas ?? [])).toEqual(['a', 'b']);
  });

  test('keeps each commit with the merge that brought it first', async () => {
    const repository = new GitRepository()
      .commit('start')
      .commit('a')
      .commit('b')
      .commit('m1', { parents: ['start', 'a'], message: 'Merge pull request #1 from ada/a' })
      .commit('m2', { parents: ['m1', 'b'], message: 'Merge pull request #2 from ada/b' })
      .point('main');
    const rows = await walked(repository);
    expect(repository.names(pullRequest(rows, 1).ownShas ?? [])).toEqual(['a']);
    expect(repository.names(pullRequest(rows, 2).ownShas ?? [])).toEqual(['b']);
  });

  test('of a fork inside a side branch numbers another repository and is not counted', async () => {
    const repository = new GitRepository()
      .commit('start')
      .commit('work')
      .commit('fork', { parents: ['start', 'work'], message: 'Merge pull request #3 from cleo/work' })
      .commit('main2', { parents: ['start'] })
      .commit('merge', { parents: ['main2', 'fork'], message: 'Merge pull request #9 from ben/main' })
      .point('main');
    expect(landings(await walked(repository))).toEqual(['#9 merge']);
  });

  test('without a number is a branch merge and no pull request', async () => {
    const repository = new GitRepository()
      .commit('start')
      .commit('work')
      .commit('merge', { parents: ['start', 'work'], message: "Merge branch 'work'" })
      .point('main');
    const rows = await walked(repository);
    expect([...rows.mainline.values()].map((row) => row.landedBy)).toEqual(['direct-push', 'branch-merge']);
    expect(rows.pullRequests.size).toBe(0);
    expect(rows.commits.size).toBe(3);
  });
});

describe('A single commit', () => {
  test('with a number at its end is a squash whose own commits are unknown', async () => {
    const rows = await walked(
      new GitRepository()
        .commit('start')
        .commit('squash', { message: 'Revert "Add a till (#12)" (#15)\n\nIt rang.' })
        .point('main'),
    );
    expect(pullRequest(rows, 15)).toMatchObject({
      landing: 'squash',
      title: 'Revert "Add a till (#12)"',
      body: 'It rang.',
      ownShas: null,
      author: { email: 'ada@example.com' },
    });
    expect(rows.end?.limits).toContain('1 squash merge hides its first commit.');
  });

  test('that was written well before it landed is its own first commit', async () => {
    const repository = new GitRepository()
      .commit('start')
      .commit('landed', { message: 'Fix (#4)', authoredAt: 1_767_000_000, committedAt: 1_767_000_061 })
      .point('main');
    const rows = await walked(repository);
    expect(repository.names(pullRequest(rows, 4).ownShas ?? [])).toEqual(['landed']);
  });

  test('that names a number again, not next to the first, is a direct push', async () => {
    const rows = await walked(
      new GitRepository()
        .commit('first', { message: 'Add (#5)' })
        .commit('between')
        .commit('again', { message: 'Add (#5)' })
        .point('main'),
    );
    expect([...rows.mainline.values()].map((row) => row.landedBy)).toEqual([
      'pull-request',
      'direct-push',
      'direct-push',
    ]);
  });
});

describe('Neighbouring commits that name one number', () => {
  test('are one rebased pull request, all of them its own commits', async () => {
    const repository = new GitRepository()
      .commit('start')
      .commit('one', { message: 'One (#8)' })
      .commit('two', { message: 'Two (#8)', author: BEN })
      .point('main');
    const found = pullRequest(await walked(repository), 8);
    expect(found).toMatchObject({ landing: 'rebase', title: 'One', mergeSha: repository.sha('two') });
    expect(repository.names(found.landedShas)).toEqual(['one', 'two']);
    expect(found.ownShas).toEqual(found.landedShas);
    expect(found.author?.email).toBe('ada@example.com');
  });

  test('may do so by a trailer', async () => {
    const trailer = 'PR-URL: https://git.example.com/acme/shop/pull/21\nReviewed-By: Ben <ben@example.com>';
    const rows = await walked(
      new GitRepository()
        .commit('one', { message: `till: open\n\n${trailer}` })
        .commit('two', { message: `till: shut\n\n${trailer}` })
        .point('main'),
    );
    expect(pullRequest(rows, 21)).toMatchObject({ landing: 'rebase', title: 'till: open' });
  });
});
