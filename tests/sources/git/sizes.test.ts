import { describe, expect, test } from 'vitest';
import { GitRepository } from '../../support/git-repository.ts';
import { type KeptRows, walked } from '../../support/walked.ts';

const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `line ${index}\n`).join('');

function filesOf(repository: GitRepository, rows: KeptRows, name: string) {
  return rows.sizes.get(repository.sha(name))?.files;
}

describe('The size of a commit', () => {
  test('counts lines by file, also of the first commit', async () => {
    const repository = new GitRepository()
      .commit('first', { files: { 'a.txt': 'one\ntwo\n', 'b/c.txt': 'x\n' } })
      .commit('second', { files: { 'a.txt': 'one\nthree\nfour\n', 'b/c.txt': null } })
      .commit('nothing', { files: {} })
      .point('main');
    const rows = await walked(repository);
    expect(filesOf(repository, rows, 'first')).toEqual([
      { path: 'a.txt', additions: 2, deletions: 0 },
      { path: 'b/c.txt', additions: 1, deletions: 0 },
    ]);
    expect(filesOf(repository, rows, 'second')).toEqual([
      { path: 'a.txt', additions: 2, deletions: 1 },
      { path: 'b/c.txt', additions: 0, deletions: 1 },
    ]);
    expect(filesOf(repository, rows, 'nothing')).toEqual([]);
  });

  test('takes a renamed file by its new path', async () => {
    const repository = new GitRepository()
      .commit('first', { files: { 'old.txt': lines(30) } })
      .commit('moved', { files: { 'new\t"name".txt': { rename: 'old.txt' } } })
      .commit('after')
      .point('main');
    const rows = await walked(repository);
    expect(filesOf(repository, rows, 'moved')).toEqual([
      { path: 'new\t"name".txt', additions: 0, deletions: 0 },
    ]);
    expect(filesOf(repository, rows, 'after')).toHaveLength(1);
  });

  test('knows no lines of a binary file', async () => {
    const repository = new GitRepository()
      .commit('picture', { files: { 'logo.png': Buffer.from([137, 80, 0, 1, 2, 0]) } })
      .point('main');
    expect(filesOf(repository, await walked(repository), 'picture')).toEqual([
      { path: 'logo.png', additions: null, deletions: null },
    ]);
  });

  test('takes paths as they are: newlines, other alphabets, and one that looks like a commit', async () => {
    const paths = ['a\nb.txt', 'über/naïve.txt', 'd'.repeat(40), '1\t2\tx'];
    const repository = new GitRepository()
      .commit('odd', { files: Object.fromEntries(paths.map((path) => [path, 'x\n'])) })
      .commit('after')
      .point('main');
    const rows = await walked(repository);
    expect(new Set(filesOf(repository, rows, 'odd')?.map((file) => file.path))).toEqual(new Set(paths));
    expect(filesOf(repository, rows, 'after')).toHaveLength(1);
  });

  test('counts a submodule as the one line that it is', async () => {
    const repository = new GitRepository()
      .commit('add', { files: { lib: { submodule: 'a'.repeat(40) } } })
      .commit('bump', { files: { lib: { submodule: 'b'.repeat(40) } } })
      .point('main');
    expect(filesOf(repository, await walked(repository), 'bump')).toEqual([
      { path: 'lib', additions: 1, deletions: 1 },
    ]);
  });

  test('of a merge on the mainline is all that it brought; merges inside a side branch have none', async () => {
    const repository = new GitRepository()
      .commit('start')
      .commit('a')
      .commit('b', { parents: ['start'] })
      .commit('inner', { parents: ['a', 'b'], files: { 'b.txt': 'b\n' } })
      .commit('merge', { parents: ['start', 'inner'], files: { 'a.txt': 'a\n', 'b.txt': 'b\n' } })
      .point('main');
    const rows = await walked(repository);
    expect(filesOf(repository, rows, 'merge')?.map((file) => file.path)).toEqual(['a.txt', 'b.txt']);
    expect(rows.sizes.has(repository.sha('inner'))).toBe(false);
    expect(rows.sizes.size).toBe(4);
  });

  test('does not depend on attributes or settings of the checkout', async () => {
    const repository = new GitRepository()
      .commit('first', { files: { 'a.txt': 'one\n', '.gitattributes': '*.txt binary\n' } })
      .point('main');
    repository.git('checkout', '-q', '-f', 'main');
    repository.git('config', 'diff.external', 'false');
    repository.git('config', 'diff.noprefix', 'true');
    repository.git('config', 'log.showSignature', 'true');
    repository.git('config', 'core.quotePath', 'true');
    expect(filesOf(repository, await walked(repository), 'first')?.at(-1)?.additions).toBe(1);
  });
});
