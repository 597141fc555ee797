import { describe, expect, test } from 'vitest';
import { GitRepository } from '../../support/git-repository.ts';
import { landings, pullRequest, walked } from '../../support/walked.ts';

function shop(): GitRepository {
  return new GitRepository().commit('start').commit('one', { message: 'One (#1)' }).point('main');
}

describe('A second walk', () => {
  test('with nothing new reads no commit and moves only the end', async () => {
    const repository = shop();
    const rows = await walked(repository);
    const before = rows.dump();
    await walked(repository, { rows });
    expect(rows.read).toEqual([]);
    expect(rows.end?.replaces).toBeNull();
    expect(rows.dump()).toEqual(before);
  });

  test('reads only what came after the first, and counts positions on', async () => {
    const repository = shop().commit('plain').point('main');
    const rows = await walked(repository);
    repository.commit('two', { message: 'Two (#2)' }).point('main');
    await walked(repository, { rows });
    expect(repository.names(rows.read)).toEqual(['two']);
    expect(rows.end?.replaces).toBeNull();
    expect(rows.mainline.get(3)).toMatchObject({ sha: repository.sha('two'), landedBy: 'pull-request' });
  });

  test('goes on with a rebase of which the first saw only the beginning', async () => {
    const repository = shop();
    const rows = await walked(repository);
    expect(landings(rows)).toEqual(['#1 squash']);
    repository.commit('more', { message: 'More (#1)' }).point('main');
    await walked(repository, { rows });
    expect(landings(rows)).toEqual(['#1 rebase']);
    expect(repository.names(pullRequest(rows, 1).landedShas)).toEqual(['one', 'more']);
    expect(rows.end?.limits).toEqual(['Reviews, drafts and open work are unknown in a clone.']);
  });

  test('knows a number that landed long ago', async () => {
    const repository = shop().commit('plain').point('main');
    const rows = await walked(repository);
    repository.commit('again', { message: 'One (#1)' }).point('main');
    await walked(repository, { rows });
    expect(rows.mainline.get(3)?.landedBy).toBe('direct-push');
    expect(pullRequest(rows, 1).mergeSha).toBe(repository.sha('one'));
  });

  test('after a forced push begins again and names what is gone', async () => {
    const repository = shop().commit('two', { message: 'Two (#2)' }).point('main');
    const rows = await walked(repository);
    repository.commit('other', { parents: ['start'], message: 'Other (#3)' }).point('main');
    await walked(repository, { rows });
    expect(rows.end?.replaces?.mainlineLength).toBe(2);
    expect(landings(rows)).toEqual(['#3 squash']);
    expect(repository.names([...rows.commits.keys()]).sort()).toEqual(['other', 'start']);
    expect(rows.dump()).toEqual((await walked(repository)).dump());
  });

  test('begins again when the head it knew was thrown away', async () => {
    const repository = shop();
    const rows = await walked(repository);
    repository.commit('new', { parents: [] }).point('main');
    const lost = repository.sha('one');
    for (const line of repository.git('for-each-ref', '--format=%(refname)', 'refs/uptake-tests').split('\n'))
      repository.git('update-ref', '-d', line);
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('prune', '--expire=now');
    repository.git('repack', '-a', '-d', '-q');
    expect(() => repository.git('cat-file', '-e', lost)).toThrow();
    await walked(repository, { rows });
    expect(rows.commits.size).toBe(1);
  });

  test('of another branch begins again', async () => {
    const repository = shop().point('next').commit('two').point('main');
    const rows = await walked(repository);
    await walked(repository, { rows, branch: 'next' });
    expect(rows.end?.replaces?.mainlineLength).toBe(2);
    expect(rows.commits.size).toBe(2);
  });

  test('with a cursor that cannot be read begins again', async () => {
    const repository = shop();
    const rows = await walked(repository);
    if (rows.end !== null) rows.end = { ...rows.end, cursor: '{"version":0}' };
    await walked(repository, { rows });
    expect(rows.end?.replaces?.mainlineLength).toBe(2);
  });

  test('measures nothing twice', async () => {
    const repository = shop();
    const rows = await walked(repository);
    for (const [sha, size] of rows.sizes) rows.sizes.set(sha, { ...size, files: [] });
    rows.end = null;
    await walked(repository, { rows });
    expect([...rows.sizes.values()].flatMap((size) => size.files)).toEqual([]);
  });

  test('notices that the branch lies where it is not the mainline any more', async () => {
    const repository = shop()
      .commit('two', { message: 'Two (#2)' })
      .commit('merge', { parents: ['start', 'two'], message: "Merge branch 'work'" });
    const rows = await walked(repository.point('main', 'two'));
    await walked(repository.point('main', 'merge'), { rows });
    expect(rows.dump()).toEqual((await walked(repository)).dump());
    expect(landings(rows)).toEqual([]);
  });
});
