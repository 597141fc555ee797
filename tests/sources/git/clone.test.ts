import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Clone, openClone } from '../../../server/sources/git/clone.ts';
import { GitRepository } from '../../support/git-repository.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { KeptRows, NOW, walked } from '../../support/walked.ts';

function open(repository: GitRepository, config: { path?: string; branch?: string } = {}): Promise<Clone> {
  return openClone({ path: repository.path, ...config }, { git: 'git', env: repository.env, now: NOW });
}

function refused(code: string, sentence: RegExp): unknown {
  return expect.objectContaining({ name: 'SourceError', code, message: expect.stringMatching(sentence) });
}

describe('Opening a clone', () => {
  test('without Git says so', async () => {
    const path = temporaryFolder();
    await expect(openClone({ path }, { git: join(path, 'no-git'), env: {}, now: NOW })).rejects.toEqual(
      refused('git-missing', /no-git.*Install Git/),
    );
  });

  test('of a path that does not exist names the path', async () => {
    const path = join(temporaryFolder(), 'nowhere');
    await expect(open(new GitRepository(), { path })).rejects.toEqual(
      refused('path-missing', /no folder .*nowhere/),
    );
  });

  test('of a folder or file that is no repository says what to give', async () => {
    const path = temporaryFolder();
    writeFileSync(join(path, 'file'), '');
    const told = refused('not-a-repository', /is not a Git repository. Give the folder that holds .git/);
    await expect(open(new GitRepository(), { path })).rejects.toEqual(told);
    await expect(open(new GitRepository(), { path: join(path, 'file') })).rejects.toEqual(told);
  });

  test('of a folder inside a repository does not read that repository', async () => {
    const repository = new GitRepository().commit('start').point('main');
    const path = join(repository.path, 'folder');
    mkdirSync(path);
    await expect(open(repository, { path })).rejects.toEqual(refused('not-a-repository', /folder is not/));
  });

  test("of somebody else's repository tells how to trust it", async () => {
    const repository = new GitRepository().commit('start').point('main');
    const git = join(repository.path, 'git-as-another-user');
    writeFileSync(git, '#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec git "$@"\n');
    chmodSync(git, 0o755);
    await expect(
      openClone({ path: repository.path }, { git, env: repository.env, now: NOW }),
    ).rejects.toEqual(refused('dubious-ownership', /git config --global --add safe.directory \S+shop$/));
  });

  test('with a branch that is not there names at most five that are', async () => {
    const repository = new GitRepository().commit('start');
    for (const name of ['a', 'b', 'c', 'd', 'main', 'x']) repository.point(name);
    await expect(open(repository, { branch: 'trunk' })).rejects.toEqual(
      refused('branch-missing', /no branch "trunk". There is: a, b, c, d, main. Set "branch"/),
    );
  });

  test('whose default branch does not exist asks which one is meant', async () => {
    const repository = new GitRepository().commit('start').point('work');
    await expect(open(repository)).rejects.toEqual(
      refused('branch-missing', /no branch that is its default. There is: work. Set "branch"/),
    );
  });

  test("is not led astray by the caller's own Git variables", async () => {
    const repository = new GitRepository().commit('start').point('main');
    const other = new GitRepository();
    repository.env.GIT_DIR = join(other.path, '.git');
    repository.env.GIT_CONFIG_COUNT = '1';
    const rows = await walked(repository);
    expect(rows.commits.has(repository.sha('start'))).toBe(true);
  });
});

describe('A clone without commits', () => {
  test('is read as nothing, and says so', async () => {
    const repository = new GitRepository();
    const rows = await walked(repository);
    expect(rows.end).toMatchObject({
      coveredUntil: NOW,
      limits: [
        'There is no commit on main yet, so there is nothing to count.',
        'Reviews, drafts and open work are unknown in a clone.',
      ],
      replaces: { mainlineLength: 0 },
    });
    await walked(repository.commit('start').point('main'), { rows });
    expect(rows.mainline.size).toBe(1);
  });
});

describe('The branch that is read', () => {
  const upstream = (): GitRepository =>
    new GitRepository().commit('start').point('main').commit('later').point('next');

  test('is the one asked for, in its remote copy if there is one', async () => {
    const repository = upstream();
    expect((await open(repository, { branch: 'next' })).head?.sha).toBe(repository.sha('later'));
    repository.point('refs/remotes/origin/next', 'start');
    const opened = await open(repository, { branch: 'next' });
    expect(opened.head?.sha).toBe(repository.sha('start'));
    expect(opened.repository.defaultBranch).toBe('next');
    expect((await open(repository, { branch: 'origin/next' })).repository.defaultBranch).toBe('next');
  });

  test('is the default branch of the remote, not the one checked out', async () => {
    const repository = upstream().point('refs/remotes/origin/next');
    expect((await open(repository)).repository.defaultBranch).toBe('main');
    repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/next');
    expect((await open(repository)).repository.defaultBranch).toBe('next');
    repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/gone');
    expect((await open(repository)).repository.defaultBranch).toBe('main');
  });

  test('of a detached checkout is main or master, else what is checked out', async () => {
    const repository = upstream();
    repository.git('update-ref', '--no-deref', 'HEAD', repository.sha('later'));
    repository.git('checkout', '-q', '--detach', '-f');
    expect((await open(repository)).repository.defaultBranch).toBe('main');
    repository.git('branch', '-m', 'main', 'other');
    const opened = await open(repository);
    expect(opened.repository.defaultBranch).toBe('HEAD');
    expect(opened.head?.sha).toBe(repository.git('rev-parse', 'HEAD'));
  });
});

describe('The identity of a repository', () => {
  test('comes from its remote, so that two clones of it are one', async () => {
    const repository = new GitRepository().commit('start').point('main');
    repository.git('remote', 'add', 'origin', 'https://ada:secret@Git.Example.com/acme/Shop.git');
    expect((await open(repository)).repository).toEqual({
      id: 'git:git.example.com/acme/Shop',
      name: 'acme/Shop',
      source: 'git',
      defaultBranch: 'main',
      externalId: null,
      deployedBy: null,
      codeOwners: null,
    });
  });

  test('is the folder for a clone without a remote, however it is pointed at', async () => {
    const repository = new GitRepository().commit('start').point('main');
    const expected = { id: `git:${repository.path}`, name: 'shop' };
    expect((await open(repository)).repository).toMatchObject(expected);
    expect((await open(repository, { path: join(repository.path, '.git') })).repository).toMatchObject(
      expected,
    );
    repository.git('worktree', 'add', '-q', '../tree', 'main', '-f');
    const tree = await open(repository, { path: join(repository.path, '..', 'tree') });
    expect(tree.repository).toMatchObject(expected);
  });

  test('is named after the folder above when it lies in one called repo', async () => {
    const folder = temporaryFolder();
    const repository = new GitRepository().commit('start').point('main');
    for (const [path, name] of [
      ['shop.git', 'shop'],
      ['till/repo', 'till'],
    ] as const) {
      execFileSync('git', ['clone', '-q', '--bare', repository.path, join(folder, path)], {
        env: repository.env,
      });
      execFileSync('git', ['-C', join(folder, path), 'remote', 'remove', 'origin'], { env: repository.env });
      expect((await open(repository, { path: join(folder, path) })).repository.name).toBe(name);
    }
  });
});

describe('How far a clone reaches', () => {
  const HOUR = 3_600_000;

  test('is its last commit, or the last fetch of the branch, but never the future', async () => {
    const repository = new GitRepository().commit('start').point('main');
    const committed = (await open(repository)).head?.committedAt ?? 0;
    const fetchHead = join(repository.path, '.git', 'FETCH_HEAD');
    const covered = async (line: string, at: number): Promise<number | undefined> => {
      writeFileSync(fetchHead, line);
      utimesSync(fetchHead, at / 1000, at / 1000);
      return (await walked(repository, { rows: new KeptRows() })).end?.coveredUntil;
    };
    const line = `${repository.sha('start')}\t\tbranch 'main' of https://git.example.com/acme/shop\n`;
    expect(await covered(line, committed + HOUR)).toBe(committed + HOUR);
    expect(await covered(line, committed - HOUR)).toBe(committed);
    expect(await covered(line, NOW + HOUR)).toBe(NOW);
    expect(await covered('', committed + HOUR)).toBe(committed);
    expect(await covered(line.replace('main', 'other'), committed + HOUR)).toBe(committed);
  });
});

describe('Its CODEOWNERS', () => {
  const text = '* @acme/till\n';

  test('is read from the branch, in the order in which a forge looks for it', async () => {
    const repository = new GitRepository()
      .commit('start', { files: { 'docs/CODEOWNERS': '* @acme/docs\n', CODEOWNERS: text } })
      .point('main');
    expect((await open(repository)).repository.codeOwners).toBe(text);
    repository.commit('moved', { files: { '.github/CODEOWNERS': '* @acme/web\n' } }).point('main');
    expect((await open(repository)).repository.codeOwners).toBe('* @acme/web\n');
  });

  test('is none where there is no such file, or no commit', async () => {
    const repository = new GitRepository().commit('start', { files: { 'CODEOWNERS/readme': text } });
    expect((await open(repository.point('main'))).repository.codeOwners).toBeNull();
    expect((await open(new GitRepository())).repository.codeOwners).toBeNull();
  });
});
