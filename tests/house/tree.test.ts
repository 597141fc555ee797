import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { readTree } from './tree.ts';

test('The tree is what git tracks or would track, so that a fault is noticed before it is committed', () => {
  const folder = temporaryFolder();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder });
  mkdirSync(join(folder, 'server'));
  writeFileSync(join(folder, '.gitignore'), 'build/\n');
  writeFileSync(join(folder, 'gone.ts'), '');
  git('init', '--quiet');
  git('add', '.');
  rmSync(join(folder, 'gone.ts'));
  mkdirSync(join(folder, 'build'));
  writeFileSync(join(folder, 'build', 'made.ts'), '');
  writeFileSync(join(folder, 'server', 'größe.ts'), 'export const a = 1;\n');
  writeFileSync(join(folder, 'server', 'picture.png'), new Uint8Array([137, 80, 0, 78]));

  expect([...readTree(folder)].sort()).toEqual([
    ['.gitignore', 'build/\n'],
    ['server/größe.ts', 'export const a = 1;\n'],
    ['server/picture.png', ''],
  ]);
});
