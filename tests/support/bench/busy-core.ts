import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Keeps one core busy with nothing, as an ingest does with something, until it is ended. */
export function startBusyCore(): { end(): Promise<unknown> } {
  const child = spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' });
  const ended = once(child, 'close');
  process.once('exit', () => child.kill('SIGKILL'));
  return {
    end() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
