import { describe, expect, test } from 'vitest';
import { openClone } from '../../../server/sources/git/clone.ts';
import { walkClone } from '../../../server/sources/git/walk.ts';
import { GitRepository } from '../../support/git-repository.ts';
import { KeptRows, landings, NOW, pullRequest, walked } from '../../support/walked.ts';

describe('A history with strange content', () => {
  test('may hold bytes that are no UTF-8', async () => {
    const repository = new GitRepository()
      .commit('latin', { message: Buffer.from('Caf\xe9 (#2)\n', 'latin1') })
      .point('main');
    const rows = await walked(repository);
    expect(rows.commits.get(repository.sha('latin'))?.message).toBe('Caf\ufffd (#2)');
    expect(pullRequest(rows, 2).title).toBe('Caf\ufffd');
  });

  test('may hold messages that name another encoding', async () => {
    const repository = new GitRepository().commit('start').point('main');
    repository.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
    repository.git('checkout', '-q', '-f', 'main');
    const raw = ['commit-tree', 'HEAD^{tree}', '-p', 'HEAD', '-m', 'Grüße'];
    repository.git('update-ref', 'refs/heads/main', repository.git(...raw));
    const rows = await walked(repository);
    const head = rows.mainline.get(1)?.sha ?? '';
    expect(rows.commits.get(head)?.message).toMatch(/^Gr/);
  });

  test('may hold empty messages and a last commit without any', async () => {
    const repository = new GitRepository()
      .commit('empty', { message: '' })
      .commit('blank', { message: '\n\n' })
      .commit('both', { parents: ['empty', 'blank'], message: '' })
      .point('main');
    const rows = await walked(repository);
    expect([...rows.commits.values()].map((commit) => commit.message)).toEqual(['', '', '']);
    expect(rows.mainline.get(1)?.landedBy).toBe('branch-merge');
  });

  test('may hold tabs in names, and names and mailboxes that are empty', async () => {
    const repository = new GitRepository()
      .commit('tab', { author: 'A\tda <ada\t@example.com>' })
      .commit('none', { author: '<>' })
      .point('main');
    const rows = await walked(repository);
    expect(rows.commits.get(repository.sha('tab'))?.author).toEqual({
      name: 'A\tda',
      email: 'ada\t@example.com',
    });
    expect(rows.commits.get(repository.sha('none'))?.author).toEqual({ name: '', email: '' });
  });

  test('may hold dates far in the future and at the beginning of time', async () => {
    const in2099 = Date.UTC(2099, 0, 1) / 1000;
    const repository = new GitRepository()
      .commit('early', { authoredAt: 0, committedAt: 0 })
      .commit('absurd', { authoredAt: 99_999_999_999_999, committedAt: 1_767_000_000 })
      .commit('late', { authoredAt: in2099, committedAt: in2099, message: 'Late (#9)' })
      .point('main');
    const rows = await walked(repository);
    expect(rows.commits.get(repository.sha('early'))?.authoredAt).toBe(0);
    const absurd = rows.commits.get(repository.sha('absurd'))?.authoredAt ?? 0;
    expect(new Date(absurd).getUTCFullYear()).toBe(9999);
    expect(pullRequest(rows, 9).mergedAt).toBe(in2099 * 1000);
    expect(rows.end?.coveredUntil).toBe(NOW);
  });

  test('may hold a commit that was written by hand, without dates', async () => {
    const repository = new GitRepository().commit('start').point('main');
    const tree = repository.git('rev-parse', 'main^{tree}');
    const text = `tree ${tree}\nparent ${repository.sha('start')}\nauthor Ada <ada@example.com>\ncommitter Ada <ada@example.com> 1767000000 +0000\n\nhand-made\n`;
    repository.hashCommit('hand-made', text);
    const rows = await walked(repository.point('main', 'hand-made'));
    expect(rows.commits.get(repository.sha('hand-made'))).toMatchObject({
      authoredAt: expect.any(Number),
      committedAt: 1_767_000_000_000,
    });
  });

  test.each([
    ['digits', `Merge pull request #${'1'.repeat(1_000_000)}`],
    ['brackets', '(#'.repeat(500_000)],
    ['spaces', `${' '.repeat(1_000_000)}(#7`],
    ['reverts', 'This reverts commit '.repeat(50_000)],
    ['trailers', `x\n\n${'PR-URL: https:///pull/pull/'.repeat(40_000)}`],
    ['merges', `x\n${'See merge request '.repeat(60_000)}`],
    ['quotes', `Merge branch '${"'".repeat(1_000_000)}`],
  ])('may hold a message of a million characters: %s', async (_, message) => {
    const repository = new GitRepository().commit('start').commit('long', { message }).point('main');
    const rows = await walked(repository);
    expect(landings(rows)).toEqual([]);
    expect(rows.commits.get(repository.sha('long'))?.message.length).toBeGreaterThan(900_000);
  });

  test('names what a commit reverts', async () => {
    const repository = new GitRepository().commit('start').commit('bad');
    repository
      .commit('revert', { message: `Revert "bad"\n\nThis reverts commit ${repository.sha('bad')}.` })
      .point('main');
    const rows = await walked(repository);
    expect(rows.commits.get(repository.sha('revert'))?.reverts).toEqual([repository.sha('bad')]);
  });
});

describe('A clone that changes while it is read', () => {
  test('is read as it stood when it was opened', async () => {
    const repository = new GitRepository().commit('start').point('main');
    const clone = await openClone({ path: repository.path }, { git: 'git', env: repository.env, now: NOW });
    repository.commit('later').point('main');
    const rows = new KeptRows();
    for await (const step of (await walkClone(clone, rows, NOW, () => undefined)).steps) rows.write(step);
    expect(rows.commits.size).toBe(1);
  });

  test('and loses what was being read says: run again', async () => {
    const repository = new GitRepository().commit('start').commit('lost').point('main');
    const clone = await openClone({ path: repository.path }, { git: 'git', env: repository.env, now: NOW });
    const lost = repository.sha('lost');
    for (const line of repository.git('for-each-ref', '--format=%(refname)').split('\n'))
      repository.git('update-ref', '-d', line);
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('gc', '-q', '--prune=now');
    expect(() => repository.git('cat-file', '-e', lost)).toThrow();
    const walk = await walkClone(clone, new KeptRows(), NOW, () => undefined);
    const read = async (): Promise<void> => {
      for await (const step of walk.steps) expect('end' in step).toBe(false);
    };
    await expect(read()).rejects.toMatchObject({
      name: 'SourceError',
      code: 'changed-while-read',
      message: expect.stringContaining('Run again'),
    });
  });
});
