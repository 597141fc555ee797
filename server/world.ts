import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { World } from './ingest/sources.ts';

const inProgram = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const MIGRATIONS = inProgram('migrations');
export const ENTRY = inProgram('server/uptake.js');
const WEB = inProgram('web/dist');

/** Where the built pages stand; null before the first build. */
export function webRoot(): string | null {
  return existsSync(`${WEB}/index.html`) ? WEB : null;
}

/** This machine, as the rooms see it. */
export function world(): World {
  return {
    now: () => Date.now(),
    env: process.env,
    host: hostname(),
    pid: process.pid,
    alive: isAlive,
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
