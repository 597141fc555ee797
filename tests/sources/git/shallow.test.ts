import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GitRepository } from '../../support/git-repository.ts';
import { pullRequest, walked } from '../../support/walked.ts';

/** Ten commits on main; a branch from the second of them, merged at the end. */
function origin(): GitRepository {
  const repository = new GitRepository();
  for (let index = 1; index <= 10; index += 1) repository.commit(`m${index}`);
  return repository
    .commit('w1', { parents: ['m2'] })
    .commit('w2')
    .commit('w3')
    .commit('merge', { parents: ['m10', 'w3'], message: 'Merge pull request #2 from ada/work\n\nWork' })
    .commit('last', { message: 'Last (#3)' })
    .point('main');
}

function shallow(repository: GitRepository, depth: number): string {
  const path = join(repository.path, '..', 'shallow');
  const args = ['clone', '-q', `--depth=${depth}`, `file://${repository.path}`, path];
  execFileSync('git', args, { env: repository.env, cwd: repository.path, stdio: 'pipe' });
  return path;
}

describe('A shallow clone', () => {
  test('says where its history begins', async () => {
    const repository = origin();
    const rows = await walked(repository, { path: shallow(repository, 4) });
    expect(rows.end?.limits[0]).toBe(
      'This is a shallow clone: history begins on 5 Jan 2026. Run git fetch --unshallow for the rest.',
    );
    expect(repository.names([...rows.mainline.values()].map((row) => row.sha))).toEqual([
      'm9',
      'm10',
      'merge',
      'last',
    ]);
    expect(rows.mainline.get(0)?.position).toBe(0);
  });

  test('does not take the tree at its edge for the change of one commit', async () => {
    const repository = origin();
    const rows = await walked(repository, { path: shallow(repository, 4) });
    expect(rows.sizes.get(repository.sha('m9'))?.files).toBeNull();
    expect(rows.sizes.get(repository.sha('m10'))?.files).toHaveLength(1);
  });

  test('does not know the own commits of a pull request that crosses its edge', async () => {
    const repository = origin();
    const cut = await walked(repository, { path: shallow(repository, 4) });
    expect(pullRequest(cut, 2)).toMatchObject({ landing: 'merge', ownShas: null, author: null });
  });

  test('is walked from the beginning when its history was fetched', async () => {
    const repository = origin();
    const path = shallow(repository, 4);
    const rows = await walked(repository, { path });
    execFileSync('git', ['fetch', '-q', '--unshallow'], { cwd: path, env: repository.env, stdio: 'pipe' });
    await walked(repository, { path, rows });
    expect(rows.end?.replaces?.mainlineLength).toBe(12);
    expect(repository.names(pullRequest(rows, 2).ownShas ?? [])).toEqual(['w1', 'w2', 'w3']);
    expect(rows.end?.limits).toEqual([
      '1 squash merge hides its first commit.',
      'Reviews, drafts and open work are unknown in a clone.',
    ]);
  });
});
