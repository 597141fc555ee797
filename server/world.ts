import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Config } from './config.ts';
import { NO_SETTINGS } from './facts/attribution/settings.ts';
import type { World } from './ingest/sources.ts';
import { NO_DELIVERY_RULES } from './model/delivery.ts';
import { httpFetch, wait } from './net/http.ts';
import { secretsOf } from './secrets.ts';

const inProgram = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const MIGRATIONS = inProgram('migrations');
export const ENTRY = inProgram('server/uptake.js');
const WEB = inProgram('web/dist');

/** Where the built pages stand; null before the first build. */
export function webRoot(): string | null {
  return existsSync(`${WEB}/index.html`) ? WEB : null;
}

type Organised = Pick<Config, 'data' | 'zone'> & Partial<Pick<Config, 'attribution' | 'delivery'>>;

/** This machine and this organisation, as the rooms see them; secrets may lie in the data folder. */
export function world({
  data,
  zone,
  attribution = NO_SETTINGS,
  delivery = NO_DELIVERY_RULES,
}: Organised): World {
  return {
    now: () => Date.now(),
    env: process.env,
    zone,
    attribution,
    delivery,
    secret: secretsOf(process.env, data),
    fetch: httpFetch,
    wait,
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
