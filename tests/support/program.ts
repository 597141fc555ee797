import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const ENTRY = fileURLToPath(new URL('../../server/uptake.js', import.meta.url));

/** How a program ended, and how many milliseconds it took. */
export type Ended = {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  took: number;
};
export type Started = {
  child: ChildProcess;
  ended: Promise<Ended>;
  said(text: RegExp): Promise<RegExpExecArray>;
};

/** Starts the real program in a process of its own; it is killed when the test has finished. */
export function startUptake(args: readonly string[], env: Record<string, string> = {}): Started {
  const started = spawnUptake(args, env);
  onTestFinished(() => void started.child.kill('SIGKILL'));
  return started;
}

/** The same where no single test owns it: whoever calls this ends it. */
export function spawnUptake(args: readonly string[], env: Record<string, string> = {}): Started {
  const began = performance.now();
  const child = spawn(process.execPath, [ENTRY, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'America/New_York', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code, signal, stdout, stderr, took: performance.now() - began }),
    );
  });
  const said = (text: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = text.exec(stdout);
        if (found) resolve(found);
      };
      child.stdout.on('data', look);
      child.on('close', () => reject(new Error(`ended without saying ${text}: ${stdout}${stderr}`)));
      look();
    });
  return { child, ended, said };
}

/** Runs the real program to its end. */
export function uptake(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return startUptake(args, env).ended;
}
