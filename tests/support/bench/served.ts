import { readFileSync } from 'node:fs';
import { routes } from '../../../server/contract/routes.ts';
import type { ChoicesAnswer } from '../../../server/contract/teams.ts';
import { spawnUptake } from '../program.ts';
import { type Offered, WINDOWS } from './asked-questions.ts';
import { endedWithUs } from './ended-with-us.ts';

/** Milliseconds that answers took inside the server, and until the asker had them. */
export type Took = { inside: number[]; roundTrip: number[] };

export type Served = {
  /** Seconds from the start of the process until it answers. */
  startedIn: number;
  /** Asks one question after the other, as a person without a cache would. */
  ask(paths: readonly string[]): Promise<Took>;
  /** What may be asked for in each window. */
  offered(): Promise<Offered>;
  /** The generation that it answers from. */
  generation(): Promise<number>;
  /** Resident memory. */
  megabytes(): number;
  end(): Promise<unknown>;
};

/** The real server over a data folder, in a process of its own. */
export async function startServed(data: string): Promise<Served> {
  const began = performance.now();
  const { child, said, ended } = spawnUptake(['serve', '--port', '0', '--data', data]);
  endedWithUs(child);
  const [, address = ''] = await said(/Uptake answers on (http:\S+)/);
  const startedIn = (performance.now() - began) / 1000;

  const text = async (path: string) => (await fetch(address + path)).text();

  return {
    startedIn,
    async ask(paths) {
      const took: Took = { inside: [], roundTrip: [] };
      for (const path of paths) {
        const asked = performance.now();
        const answer = await fetch(address + path);
        const body = await answer.text();
        took.roundTrip.push(performance.now() - asked);
        if (!answer.ok) throw new Error(`${path}: ${body}`);
        const told = /dur=([\d.]+)/.exec(answer.headers.get('server-timing') ?? '');
        took.inside.push(Number(told?.[1]));
      }
      return took;
    },
    async offered() {
      const choices = WINDOWS.map(async (window) => {
        const answer: ChoicesAnswer = JSON.parse(await text(`${routes.teams}?window=${window}`));
        return [window, answer.data] as const;
      });
      return new Map(await Promise.all(choices));
    },
    async generation() {
      const answer: { generation: number } = JSON.parse(await text(routes.status));
      return answer.generation;
    },
    megabytes() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
    },
    end() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** The value that a share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}
