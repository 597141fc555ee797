import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../server/uptake.js', import.meta.url));

export type Said = { code: number; output: string };

/**
 * Runs the real program with its data folder on a disk that has so much room, and once more when the disk has become large; it is
 * gone after that. Where this machine lets nobody mount a disk, files may not grow beyond that instead.
 */
export function onSmallDisk(folder: string, megabytes: number, args: readonly string[]): Said[] {
  mkdirSync(folder, { recursive: true });
  const own = [['-m'], ['-rm']].find(
    (flags) => spawnSync('unshare', [...flags, 'mount', '-t', 'tmpfs', 'tmpfs', folder]).status === 0,
  );
  const program = `"$NODE" "$ENTRY" "$@" 2>&1; echo "ended with $?"`;
  const script =
    own === undefined
      ? `(ulimit -f ${megabytes * 2048}; ${program}); ${program}`
      : `mount -t tmpfs -o size=${megabytes}m tmpfs "$FOLDER"; ${program}; mount -o remount,size=500m "$FOLDER"; ${program}`;
  const [command = 'sh', ...before] = own === undefined ? ['sh'] : ['unshare', ...own, 'sh'];
  const { PATH, HOME } = process.env;
  const { stdout } = spawnSync(command, [...before, '-c', script, 'sh', ...args], {
    env: { PATH, HOME, NODE: process.execPath, ENTRY, FOLDER: folder },
    encoding: 'utf8',
  });
  return [...stdout.matchAll(/([\s\S]*?)^ended with (\d+)\n/gm)].map(([, output = '', code]) => ({
    code: Number(code),
    output,
  }));
}
