import type { ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();

process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Lets a process not outlive this one, however this one ends; of any number of them with one listener. */
export function endedWithUs(child: ChildProcess): void {
  running.add(child);
  child.once('close', () => running.delete(child));
}
