import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate as signalsHeard } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { endedWithUs } from './ended-with-us.ts';
import { writing } from './filled-folder.ts';
import { sizeOf } from './synthetic-facts.ts';
import { changeFacts } from './written-facts.ts';

const SHARE = 0.01;

/** Changes facts over and over in a process of its own, as an ingest would, until it is ended; returns when it has begun. */
export async function startBusyWriter(data: string, facts: number): Promise<{ end(): Promise<unknown> }> {
  const self = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, [self, data, `${facts}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  endedWithUs(child);
  await once(child.stdout, 'data');
  return {
    end() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [data = '', facts = ''] = process.argv.slice(2);
  let over = false;
  process.once('SIGTERM', () => {
    over = true;
  });
  await writing(data, async (store, holder) => {
    console.log('begun');
    for (let edition = 2; !over; edition += 1) {
      await changeFacts(store, holder, sizeOf(Number(facts)), SHARE, edition);
      await signalsHeard();
    }
  });
}
