import { describe, expect, test } from 'vitest';
import { GitRepository } from '../../support/git-repository.ts';
import { type KeptRows, landings, walked } from '../../support/walked.ts';

const BEN = 'Ben <ben@example.com>';

function mainline(repository: GitRepository, rows: KeptRows): string[] {
  const steps = [...rows.mainline.values()].sort((a, b) => a.position - b.position);
  return repository.names(steps.map((step) => step.sha));
}

/** Two pull requests landed while Ben worked on his own main; then he pulled and pushed. */
function pulled(message: string, local = BEN): GitRepository {
  return new GitRepository()
    .commit('start')
    .commit('pr1', { message: 'One (#1)' })
    .commit('pr2', { message: 'Two (#2)' })
    .commit('local', { parents: ['start'], author: local })
    .commit('pull', {
      parents: ['local', 'pr2'],
      message,
      author: BEN,
      files: { 'pr1.txt': 'pr1\n', 'pr2.txt': 'pr2\n' },
    })
    .commit('after', { message: 'Three (#3)' })
    .point('main');
}

describe('A merge of the branch into itself', () => {
  test.each([
    "Merge branch 'main' of git.example.com:acme/shop",
    "Merge remote-tracking branch 'origin/main'",
    "Merge remote branch 'upstream/master'",
    "Merge branch 'main' into bens-copy",
  ])('keeps the mainline on the side with the pull requests: %s', async (message) => {
    const repository = pulled(message);
    const rows = await walked(repository);
    expect(landings(rows)).toEqual(['#1 squash', '#2 squash', '#3 squash']);
    expect(mainline(repository, rows)).toEqual(['start', 'pr1', 'pr2', 'pull', 'after']);
    expect(rows.mainline.get(3)?.landedBy).toBe('branch-merge');
  });

  test('compares with the mainline it continues, so that its size is what it brought in', async () => {
    const repository = pulled("Merge branch 'main' of git.example.com:acme/shop");
    const rows = await walked(repository);
    const size = rows.sizes.get(repository.sha('pull'));
    expect(size?.files).toEqual([{ path: 'local.txt', additions: 1, deletions: 0 }]);
  });

  test('follows the second parent without pull requests too, when all local commits are of the one who pulled', async () => {
    const repository = new GitRepository()
      .commit('start')
      .commit('other', { author: 'Cleo <cleo@example.com>' })
      .commit('local', { parents: ['start'], author: BEN })
      .commit('pull', { parents: ['local', 'other'], message: "Merge branch 'main' of ../shop", author: BEN })
      .point('main');
    expect(mainline(repository, await walked(repository))).toEqual(['start', 'other', 'pull']);
  });

  test('follows the first parent when the other side is a fork of another name', async () => {
    const repository = new GitRepository()
      .commit('start')
      .commit('own', { author: BEN })
      .commit('docs', { parents: ['start'], author: 'Cleo <cleo@example.com>' })
      .commit('pull', {
        parents: ['own', 'docs'],
        message: "Merge branch 'main' of git.example.com:cleo/docs",
        author: BEN,
      })
      .point('main');
    repository.git('remote', 'add', 'origin', 'https://git.example.com/acme/shop.git');
    expect(mainline(repository, await walked(repository))).toEqual(['start', 'own', 'pull']);
  });

  test('follows the first parent when it holds the pull requests', async () => {
    const repository = new GitRepository()
      .commit('start')
      .commit('pr1', { message: 'One (#1)', author: BEN })
      .commit('docs', { parents: ['start'] })
      .commit('pull', { parents: ['pr1', 'docs'], message: "Merge branch 'main' of ../docs", author: BEN })
      .point('main');
    expect(mainline(repository, await walked(repository))).toEqual(['start', 'pr1', 'pull']);
  });

  test('may follow upon another one', async () => {
    const repository = pulled("Merge branch 'main' of git.example.com:acme/shop")
      .commit('local2', { parents: ['pr2'], author: 'Cleo <cleo@example.com>' })
      .commit('pull2', {
        parents: ['local2', 'after'],
        message: "Merge branch 'main' of git.example.com:acme/shop",
        author: 'Cleo <cleo@example.com>',
      })
      .point('main');
    const rows = await walked(repository);
    expect(mainline(repository, rows)).toEqual(['start', 'pr1', 'pr2', 'pull', 'after', 'pull2']);
  });
});
