import { type ChildProcess, fork } from 'node:child_process';
import { SECOND } from './model/instant.ts';
import { ENTRY } from './world.ts';

/** An ingest that is at work measures by itself; when it has, there is nothing left to do. */
const LOOK_AGAIN = 10 * SECOND;

export type Measuring = {
  /** Measures what waits for it, in a process of its own; asked again meanwhile, once more after that. */
  soon(): void;
  stop(): Promise<void>;
};

/** @param waiting how many facts wait to be measured  @param failed told once for each child that ends badly */
export function measuring(
  command: readonly string[],
  waiting: () => Promise<number>,
  failed: (says: string) => void,
): Measuring {
  let child: ChildProcess | null = null;
  let working: Promise<void> | null = null;
  let again: NodeJS.Timeout | undefined;
  let asked = false;
  let stopped = false;

  const work = async () => {
    while (asked && !stopped) {
      asked = false;
      child = fork(ENTRY, [...command], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      const says = await outcome(child);
      if (stopped) return;
      if (says !== null) failed(says);
      if ((await waiting()) > 0) again = setTimeout(soon, LOOK_AGAIN);
    }
  };
  const soon = () => {
    clearTimeout(again);
    asked = true;
    working ??= work()
      .catch((error: unknown) => failed(String(error)))
      .finally(() => {
        working = null;
      });
  };
  return {
    soon,
    async stop() {
      stopped = true;
      clearTimeout(again);
      child?.kill('SIGTERM');
      await working;
    },
  };
}

/** What it failed with; null when it did not. */
function outcome(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(`Measuring could not be started: ${error.message}`));
    child.on('exit', (code, signal) =>
      resolve(code === 0 ? null : `Measuring ended early (${signal ?? `exit code ${code}`}).`),
    );
  });
}
