import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { endedWithUs } from './ended-with-us.ts';

/** Keeps one core busy with nothing, as an ingest does with something, until it is ended. */
export function startBusyCore(): { end(): Promise<unknown> } {
  const child = spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' });
  const ended = once(child, 'close');
  endedWithUs(child);
  return {
    end() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
