import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Asked } from '../../server/ingest/sources.ts';
import { openStore } from '../../server/store/open.ts';
import { MIGRATIONS } from '../../server/world.ts';
import { Chance } from './github/chance.ts';

const PROGRAM = fileURLToPath(new URL('./hurried-ingest.ts', import.meta.url));
const MOST_KILLS = 4;
const MOST_RUNS = 15;

/** An outside system that a process of its own reads from a fake, and how the fake's answers are spoiled. */
export type Hurried = {
  asked: Asked;
  /** Where the fake is, and who asks it. */
  env: Readonly<Record<string, string>>;
  /** Lets a share of the requests go wrong, drawn from a seed; null: all is well again. */
  spoil: (by: { seed: number; rate: number } | null) => void;
};

export type Ran = { code: number | null; killed: boolean; took: number; output: string };

/** Ingests in a process of its own that waits a thousand times shorter; may be killed in the middle, after a time or by a signal. */
export function hurriedIngest(
  { asked, env }: Pick<Hurried, 'asked' | 'env'>,
  data: string,
  killAfterMs?: number,
  shot?: AbortSignal,
): Promise<Ran> {
  const began = performance.now();
  const child = spawn(process.execPath, [PROGRAM, data, JSON.stringify(asked)], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  shot?.addEventListener('abort', () => child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, killed: signal === 'SIGKILL', took: performance.now() - began, output });
    });
  });
}

/**
 * One seeded mixture: faults in the answers, up to four kills of the ingest, and runs until one gets through. Returns how
 * often it was killed. Throws when the runs do not get through.
 */
export async function mixture(hurried: Hurried, data: string, seed: number, within: number): Promise<number> {
  const chance = new Chance(seed);
  hurried.spoil({ seed, rate: 0.02 + 0.2 * chance.below(1) });
  let [kills, last, reach] = [0, '', within];
  try {
    for (let run = 0; run < MOST_RUNS; run += 1) {
      const shot = kills < MOST_KILLS && chance.happens(0.7) ? chance.below(1) * reach : undefined;
      const { code, killed, took, output } = await hurriedIngest(hurried, data, shot);
      if (killed) kills += 1;
      // The machine may have been busier when it was measured how long an ingest takes.
      else reach = Math.min(reach, took * 1.5);
      if (killed) continue;
      if (code === 0) return kills;
      // A run that failed in order has printed its summary; anything else is a fault of the program.
      if (code !== 1 || !output.startsWith('{')) throw new Error(`seed ${seed} broke: ${output}`);
      last = output;
    }
    throw new Error(`seed ${seed} never got through: ${last}`);
  } finally {
    hurried.spoil(null);
  }
}

export function digestIn(data: string): Promise<string> {
  const store = openStore({ file: join(data, 'uptake.db'), migrations: MIGRATIONS });
  return store.digest().finally(store.close);
}
