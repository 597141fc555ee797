import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type Git, gitClient, gitEnvironment } from '../../../server/sources/git/client.ts';
import { together } from '../../../server/sources/git/lanes.ts';
import { collected } from '../../support/collected.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A program in Git's place that writes down its process id and never ends. */
function endless(script = 'while :; do echo more; done'): {
  git: Git;
  started: () => boolean;
  pid: () => number;
} {
  const folder = temporaryFolder();
  const program = join(folder, 'endless');
  writeFileSync(program, `#!/bin/sh\necho $$ > ${folder}/pid\n${script}\n`);
  chmodSync(program, 0o755);
  const git = gitClient({ git: program, env: gitEnvironment({ PATH: process.env.PATH }), cwd: folder });
  const file = join(folder, 'pid');
  const pid = (): number => Number(readFileSync(file, 'utf8'));
  return { git, started: () => existsSync(file) && pid() > 0, pid };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('Git as a child process', () => {
  test("is given none of the caller's variables but those that it needs", () => {
    const env = gitEnvironment({
      PATH: '/bin',
      HOME: '/srv/ada',
      GIT_DIR: '/x',
      GIT_TRACE: '1',
      TOKEN: 'secret',
    });
    expect(env).toMatchObject({ PATH: '/bin', HOME: '/srv/ada', LC_ALL: 'C', GIT_ALLOW_PROTOCOL: 'none' });
    expect(Object.keys(env)).not.toContain('TOKEN');
    expect(Object.keys(env)).not.toContain('GIT_DIR');
    expect(Object.keys(env)).not.toContain('GIT_TRACE');
  });

  test('ends when the reader stops', async () => {
    const { git, pid } = endless();
    for await (const chunk of git.stream(['log'])) {
      expect(chunk.toString()).toContain('more');
      break;
    }
    expect(isRunning(pid())).toBe(false);
  });

  test('ends when the walk is aborted while it says nothing', async () => {
    const { git, started, pid } = endless('exec sleep 1000');
    const abort = new AbortController();
    const reading = git.text(['log'], abort.signal);
    await vi.waitUntil(started, { timeout: 20_000 });
    abort.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
    expect(isRunning(pid())).toBe(false);
  });

  test('tells its exit code and the end of what it complained of', async () => {
    const { git } = endless(
      'i=0; while [ $i -lt 2000 ]; do echo "line $i of many" >&2; i=$((i+1)); done; exit 7',
    );
    const failure = await git.text(['log']).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'GitFailure', exit: 7 });
    expect(failure).toHaveProperty('stderr', expect.stringMatching(/line 1999 of many\n$/));
    expect(failure).toHaveProperty('stderr.length', 4096);
  });

  test('may end before it has read all that it is fed', async () => {
    const { git } = endless('exit 0');
    const chunks: Buffer[] = [];
    for await (const chunk of git.stream(['log'], undefined, ['x'.repeat(5_000_000)])) chunks.push(chunk);
    expect(chunks).toEqual([]);
  });
});

describe('Several readings at once', () => {
  async function* counting(upTo: number, ended: string[], failing = false): AsyncGenerator<number, void> {
    try {
      for (let at = 1; at <= upTo; at += 1) yield at;
      if (failing) throw new Error('broken');
    } finally {
      ended.push(`${upTo}`);
    }
  }

  test('give everything that each of them gives', async () => {
    const seen: number[] = [];
    for await (const item of together([counting(3, []), counting(0, []), counting(2, [])])) seen.push(item);
    expect(seen.sort()).toEqual([1, 1, 2, 2, 3]);
  });

  test('may fail while the reader is busy: it is told at its next step', async () => {
    const broken = together([counting(1, [], true), counting(8, [])]);
    const reading = async (): Promise<void> => {
      for await (const item of broken) {
        expect(item).toBeGreaterThan(0);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    await expect(reading()).rejects.toThrow('broken');
  });

  test('all end when the reader stops or one of them fails', async () => {
    const ended: string[] = [];
    for await (const item of together([counting(3, ended), counting(9, ended)])) if (item === 2) break;
    expect(ended.sort()).toEqual(['3', '9']);
    const broken = together([counting(1, ended, true), counting(8, ended)]);
    await expect(collected(broken)).rejects.toThrow('broken');
    expect(ended).toContain('8');
  });
});
