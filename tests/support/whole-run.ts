import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Before the first test: a temporary folder and a home of this run's own, so that no test depends on the settings of
 * whoever runs it (git's above all) and nothing it writes outlives it. After the last: no process may be left behind.
 */
export function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-tests-'));
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('GIT_')) delete process.env[name]; // set in a git hook, they would point tests at this repository
  }
  process.env.TMPDIR = folder;
  process.env.HOME = folder;
  return async () => {
    const left = await leftBehind(folder);
    for (const { pid } of left) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    if (left.length > 0) {
      throw new Error(`Tests left processes behind:\n${left.map(({ command }) => command).join('\n')}`);
    }
  };
}

type Process = { pid: number; command: string };

/** Processes of this run that are still there after ten seconds: a browser takes a moment to go. */
async function leftBehind(folder: string): Promise<Process[]> {
  let left = processesOf(folder);
  for (let tries = 0; left.length > 0 && tries < 100; tries += 1) {
    await setTimeout(100);
    left = processesOf(folder);
  }
  return left;
}

/** Processes below the runner and its workers that were given this run's folder; none where there is no /proc. */
function processesOf(folder: string): Process[] {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    const environment = Number.isInteger(pid) && pid !== process.pid ? read(pid, 'environ') : '';
    if (!environment.includes(folder)) return [];
    const parent = /^PPid:\t(\d+)$/m.exec(read(pid, 'status'))?.[1];
    const command = read(pid, 'cmdline').replaceAll('\0', ' ').trim();
    return Number(parent) === process.pid || command === '' ? [] : [{ pid, command }];
  });
}

/** '' for a process that has gone meanwhile or belongs to somebody else. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
