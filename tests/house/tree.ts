import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The text of every file, by its path from the project's root with `/` between folders; '' for a binary file. */
export type Tree = ReadonlyMap<string, string>;

/** Every file below `root` that git tracks or would track. Throws when `root` lies in no git work tree. */
export function readTree(root: string): Tree {
  const trusted = ['-c', 'safe.directory=*']; // a clone may belong to another user than the one who tests it
  const listed = execFileSync(
    'git',
    [...trusted, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const tree = new Map<string, string>();
  for (const path of listed.split('\0')) {
    if (path === '' || !isFile(join(root, path))) continue;
    const bytes = readFileSync(join(root, path));
    tree.set(path, bytes.includes(0) ? '' : bytes.toString('utf8'));
  }
  return tree;
}

/** False for what was deleted but is still in git's index. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
