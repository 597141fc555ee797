import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openClone } from '../../../server/sources/git/clone.ts';
import { walkClone } from '../../../server/sources/git/walk.ts';
import { GitRepository } from '../../support/git-repository.ts';
import { KeptRows, NOW, walked } from '../../support/walked.ts';

const LACKS =
  'This clone lacks the contents of some commits, so their size is unknown. A clone made without --filter has them.';

function git(repository: GitRepository, cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, env: repository.env, encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** Twelve commits, each replacing one file. */
function origin(): GitRepository {
  const repository = new GitRepository();
  for (let index = 1; index <= 12; index += 1)
    repository.commit(`c${index}`, { files: { 'till.txt': `state ${index}\n`, [`${index}.txt`]: 'x\n' } });
  return repository.point('main');
}

function clone(repository: GitRepository, ...options: string[]): string {
  const path = join(repository.path, '..', 'copy');
  repository.git('config', 'uploadpack.allowFilter', 'true');
  git(repository, repository.path, 'clone', '-q', ...options, `file://${repository.path}`, path);
  return path;
}

async function read(repository: GitRepository, path: string): Promise<KeptRows> {
  return walked(repository, { path });
}

describe('A clone made with a filter', () => {
  test('is read without fetching what it lacks', async () => {
    const repository = origin();
    const path = clone(repository, '--bare', '--filter=blob:none');
    const missing = (): string =>
      git(repository, path, 'rev-list', '--objects', '--missing=print', 'HEAD').replace(/^[^?].*$/gm, '');
    const before = missing();
    const rows = await read(repository, path);
    expect(missing()).toBe(before);
    expect(before.match(/\?/g)?.length).toBeGreaterThan(10);
    expect(rows.commits.size).toBe(12);
    expect([...rows.sizes.values()].map((size) => size.files)).toEqual(
      Array.from({ length: 12 }, () => null),
    );
    expect(rows.end?.limits).toContain(LACKS);
  });

  test('gives the sizes of the commits whose contents it has', async () => {
    const repository = origin();
    const path = clone(repository, '--filter=blob:none');
    const rows = await read(repository, path);
    const known = [...rows.sizes].filter(([, size]) => size.files !== null).map(([sha]) => sha);
    // The checkout fetched the twelve small files (one content) and the last state, but no earlier state.
    expect(repository.names(known)).toEqual([]);
    git(repository, path, 'show', '--stat', repository.sha('c5'));
    const more = await read(repository, path);
    const then = [...more.sizes].filter(([, size]) => size.files !== null).map(([sha]) => sha);
    expect(repository.names(then)).toEqual(['c5']);
  });
});

describe('A clone that has lost contents', () => {
  test('loses the size of the commits concerned and of no other', async () => {
    const repository = origin();
    const path = clone(repository, '--bare');
    const lost = git(repository, path, 'rev-parse', `${repository.sha('c6')}:till.txt`);
    git(repository, path, 'config', 'gc.auto', '0');
    const pack = git(repository, path, 'count-objects', '-v').includes('packs: 1');
    expect(pack).toBe(true);
    unpackWithout(repository, path, lost);
    const rows = await read(repository, path);
    const unknown = [...rows.sizes].filter(([, size]) => size.files === null).map(([sha]) => sha);
    expect(repository.names(unknown).sort()).toEqual(['c6', 'c7']);
    expect(rows.sizes.size).toBe(12);
    expect(rows.end?.limits).toContain(LACKS);
    expect(rows.end?.cursor).toContain('"unsized":true');
  });

  test('as partial as it is, is not asked over and over', async () => {
    const repository = new GitRepository();
    for (let index = 0; index < 230; index += 1)
      repository.commit(`c${index}`, { files: { a: `${index}\n` } });
    const path = clone(repository.point('main'), '--bare', '--filter=blob:none');
    const opened = await openClone({ path }, { git: 'git', env: repository.env, now: NOW });
    let asked = 0;
    const counted = {
      ...opened,
      git: {
        ...opened.git,
        stream: (...call: Parameters<typeof opened.git.stream>) => {
          if (call[0][0] === 'diff-tree') asked += 1;
          return opened.git.stream(...call);
        },
      },
    };
    const rows = new KeptRows();
    for await (const step of (await walkClone(counted, rows, NOW, () => undefined)).steps) rows.write(step);
    expect(asked).toBeLessThanOrEqual(12 + 2);
    expect(rows.sizes.size).toBe(230);
  });

  test('and read by a walk that was killed and run again, gives the sizes that an undisturbed one gives', async () => {
    const repository = new GitRepository();
    for (let index = 0; index < 300; index += 1)
      repository.commit(`c${index}`, { files: { a: `${index}\n`, [`${index % 7}.txt`]: `${index}\n` } });
    const path = clone(repository.point('main'), '--bare', '--filter=blob:none');
    // The contents of every fourth commit are here.
    for (let index = 2; index < 300; index += 4)
      git(repository, path, 'show', '--stat', repository.sha(`c${index}`));
    const undisturbed = await read(repository, path);
    const known = [...undisturbed.sizes.values()].filter((size) => size.files !== null);
    expect(known.length).toBeGreaterThanOrEqual(75);
    expect(known.length).toBeLessThan(100);
    const killed = new KeptRows();
    for (const size of known.slice(0, 4)) killed.sizes.set(size.sha, size);
    const again = await walked(repository, { path, rows: killed });
    expect(again.dump()).toEqual(undisturbed.dump());
  });
});

/** Objects in files of their own, all but one. */
function unpackWithout(repository: GitRepository, path: string, lost: string): void {
  const script =
    'mkdir ../packs && mv objects/pack/* ../packs/ && for p in ../packs/*.pack; do git unpack-objects -q < $p; done && rm -f "objects/$1/$2"';
  execFileSync('sh', ['-ec', script, 'sh', lost.slice(0, 2), lost.slice(2)], {
    cwd: path,
    env: repository.env,
    stdio: 'pipe',
  });
}
