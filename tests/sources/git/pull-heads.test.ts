import { describe, expect, test } from 'vitest';
import { GitRepository } from '../../support/git-repository.ts';
import { landings, pullRequest, walked } from '../../support/walked.ts';

const BEN = 'Ben <ben@example.com>';
const REMOTE = 'https://secret-token:@github.com/acme/shop.git';

/** Ben's three commits, one of them an update from main, squashed onto it. */
function squashed(): GitRepository {
  return new GitRepository()
    .commit('start')
    .commit('work1', { author: BEN })
    .commit('main2', { parents: ['start'] })
    .commit('update', { parents: ['work1', 'main2'], message: "Merge branch 'main' into work", author: BEN })
    .commit('work2', { author: 'Cleo <cleo@example.com>' })
    .commit('squash', { parents: ['main2'], message: 'Work (#6)' })
    .point('main');
}

describe('The head of a pull request', () => {
  test.each([
    'refs/pull/6/head',
    'refs/merge-requests/6/head',
    'refs/remotes/origin/pr/6',
    'refs/remotes/origin/pull/6/head',
    'refs/pull-requests/6/from',
  ])('tells what a squash merge hides: %s', async (reference) => {
    const repository = squashed().point(reference, 'work2');
    const rows = await walked(repository);
    const found = pullRequest(rows, 6);
    expect(found).toMatchObject({ landing: 'squash', author: { email: 'ben@example.com' } });
    expect(repository.names(found.ownShas ?? [])).toEqual(['work1', 'work2']);
    expect(rows.commits.get(repository.sha('work1'))?.message).toBe('work1');
    expect(rows.sizes.get(repository.sha('work2'))?.files?.map((file) => file.path)).toEqual(['work2.txt']);
    expect(rows.end?.replaces?.commits.has(repository.sha('work1'))).toBe(true);
    expect(rows.end?.limits).toEqual(['Reviews, drafts and open work are unknown in a clone.']);
  });

  test('that is not in the clone is asked for, in a sentence that names the command and no password', async () => {
    const repository = squashed();
    repository.git('remote', 'add', 'origin', REMOTE);
    expect((await walked(repository)).end?.limits).toContain(
      "1 squash merge hides its first commit. Run: git fetch origin '+refs/pull/*/head:refs/pull/*/head', then read it again.",
    );
  });

  test('that appears later makes the walk begin again, once', async () => {
    const repository = squashed();
    const rows = await walked(repository);
    expect(pullRequest(rows, 6).ownShas).toBeNull();
    await walked(repository.point('refs/pull/6/head', 'work2'), { rows });
    expect(repository.names(pullRequest(rows, 6).ownShas ?? [])).toEqual(['work1', 'work2']);
    await walked(repository, { rows });
    expect(rows.read).toEqual([]);
  });

  test('that appears later beside others makes the walk begin again too', async () => {
    const repository = squashed().commit('open').point('refs/pull/7/head');
    const rows = await walked(repository);
    expect(pullRequest(rows, 6).ownShas).toBeNull();
    await walked(repository.point('refs/pull/8/head', 'open'), { rows });
    expect(rows.read).toEqual([]);
    await walked(repository.point('refs/pull/6/head', 'work2'), { rows });
    expect(pullRequest(rows, 6).ownShas).toHaveLength(2);
  });

  test('of work that is still open adds nothing', async () => {
    const repository = squashed().commit('open').point('refs/pull/7/head');
    const rows = await walked(repository);
    expect(landings(rows)).toEqual(['#6 squash']);
    expect(rows.commits.has(repository.sha('open'))).toBe(false);
  });

  test('still tells its commits when the branch was merged as well, later', async () => {
    const repository = squashed()
      .point('refs/pull/6/head', 'work2')
      .commit('late', { parents: ['squash', 'work2'], message: "Merge branch 'work'" })
      .point('main');
    const found = pullRequest(await walked(repository), 6);
    expect(repository.names(found.ownShas ?? [])).toEqual(['work1', 'work2']);
  });

  test('with more commits than a forge lists tells none', async () => {
    const repository = new GitRepository()
      .commit('start')
      .commit('squash', { message: 'Much (#2)' })
      .point('main');
    for (let index = 0; index < 251; index += 1)
      repository.commit(`w${index}`, { parents: [index === 0 ? 'start' : `w${index - 1}`], files: {} });
    const rows = await walked(repository.point('refs/pull/2/head'));
    expect(pullRequest(rows, 2).ownShas).toBeNull();
    const fewer = await walked(repository.point('refs/pull/2/head', 'w249'));
    expect(pullRequest(fewer, 2).ownShas).toHaveLength(250);
  });
});

describe('A pull request that was rebased without a number in any message', () => {
  const authored = [1_767_000_000, 1_767_100_000];
  function rebased(landedAt = 1_768_000_000): GitRepository {
    const [first = 0, second = 0] = authored;
    return new GitRepository()
      .commit('start')
      .commit('own1', { message: 'Open it', author: BEN, authoredAt: first })
      .commit('own2', { message: 'Shut it', author: BEN, authoredAt: second })
      .commit('main2', { parents: ['start'] })
      .commit('landed1', { message: 'Open it', author: BEN, authoredAt: first, committedAt: landedAt })
      .commit('landed2', { message: 'Shut it', author: BEN, authoredAt: second, committedAt: landedAt + 1 })
      .point('refs/pull/31/head', 'own2');
  }

  test('is told by its head', async () => {
    const repository = rebased().point('main', 'landed2');
    const found = pullRequest(await walked(repository), 31);
    expect(found).toMatchObject({ landing: 'rebase', title: 'Open it', author: { name: 'Ben' } });
    expect(repository.names(found.landedShas)).toEqual(['landed1', 'landed2']);
    expect(found.ownShas).toEqual(found.landedShas);
  });

  test('counts only when all of it is there', async () => {
    const repository = rebased().point('main', 'landed1');
    expect(landings(await walked(repository))).toEqual([]);
  });

  test('is understood although an earlier walk saw half of it', async () => {
    const repository = rebased().point('main', 'landed1');
    const rows = await walked(repository);
    await walked(repository.point('main', 'landed2'), { rows });
    expect(landings(rows)).toEqual(['#31 rebase']);
  });

  test('is not a backport, whose commits stood on the mainline before', async () => {
    const repository = rebased(1_767_200_000).point('main', 'landed2');
    expect(landings(await walked(repository))).toEqual([]);
  });
});
