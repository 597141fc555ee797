import { type ChildProcess, fork } from 'node:child_process';
import type { Summary } from './ingest/ingest.ts';
import { type Instant, isoInstant } from './model/instant.ts';
import type { Progress } from './model/rows.ts';
import { ENTRY } from './world.ts';

/** What an importing child tells the server while it works, and once at its end. */
export type ChildMessage =
  | { progress: Progress & { asked: string } }
  | { summary: Summary }
  | { failed: string };

export type Running = { source: string; startedAt: string; what: string; done: number; total: number | null };

/** `failed`: the sentence that the last import failed with; undefined before the first has ended. */
export type ImportState = { running: Running | null; failed: string | null | undefined };

export type Imports = { state: ImportState; ended: Promise<void>; stop(): Promise<void> };

/**
 * Imports one after the other, each in a process of its own, so that no write holds up an answer of the server.
 * @param commands arguments of `uptake` that each import something
 */
export function startImports(
  commands: readonly (readonly string[])[],
  clock: () => Instant,
  log: (line: string) => void,
): Imports {
  const state: ImportState = { running: null, failed: undefined };
  let child: ChildProcess | null = null;
  let stopped = false;

  const work = async () => {
    const failures: string[] = [];
    for (const command of commands) {
      if (stopped) return;
      state.running = { source: '', startedAt: isoInstant(clock()), what: 'starting', done: 0, total: null };
      child = fork(ENTRY, [...command], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      const failure = await outcome(child, state);
      state.running = null;
      log(failure ?? 'Import done.');
      if (failure !== null) failures.push(failure);
      state.failed = failures.join(' ') || null;
    }
  };
  const ended = work();
  return {
    state,
    ended,
    async stop() {
      stopped = true;
      child?.kill('SIGTERM');
      await ended;
    },
  };
}

/** Follows a child to its end; null: it went well, else a sentence. */
function outcome(child: ChildProcess, state: ImportState): Promise<string | null> {
  let failure: string | null = null;
  child.on('message', (message: ChildMessage) => {
    if ('progress' in message && state.running) {
      const { asked, ...progress } = message.progress;
      state.running = { ...state.running, ...progress, source: asked };
    } else if ('summary' in message) {
      failure = message.summary.failed.map((one) => one.message).join(' ') || null;
    } else if ('failed' in message) {
      failure = message.failed;
    }
  });
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(`The import could not be started: ${error.message}`));
    child.on('exit', (code, signal) => {
      const early = `The import ended early (${signal ?? `exit code ${code}`}). The next one carries on where it was.`;
      resolve(code === 0 ? null : (failure ?? early));
    });
  });
}
