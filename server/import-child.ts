import { type ChildProcess, fork } from 'node:child_process';
import type { ImportMessage } from './import-message.ts';
import type { Summary } from './ingest/summary.ts';
import { type Instant, isoInstant } from './model/instant.ts';
import { ENTRY } from './world.ts';

export type Running = { source: string; startedAt: string; what: string; done: number; total: number | null };

/** `failed`: the sentence that the last import failed with; undefined before the first has ended. */
export type ImportState = { running: Running | null; failed: string | null | undefined };

export type Imports = { state: ImportState; ended: Promise<void>; stop(): Promise<void> };

/** How one import ended: `failure` is a sentence; null when all went well. */
export type ImportEnd = { failure: string | null; summary: Summary | null };

/**
 * Imports one after the other, each in a process of its own, so that no write holds up an answer of the server.
 * @param commands arguments of `uptake` that each import something
 */
export function startImports(
  commands: readonly (readonly string[])[],
  clock: () => Instant,
  say: (end: ImportEnd) => void,
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
      const end = await outcome(child, state);
      state.running = null;
      say(end);
      if (end.failure !== null) failures.push(end.failure);
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

/** Follows a child to its end. */
function outcome(child: ChildProcess, state: ImportState): Promise<ImportEnd> {
  const end: ImportEnd = { failure: null, summary: null };
  child.on('message', (message: ImportMessage) => {
    if ('progress' in message && state.running) {
      const { asked, ...progress } = message.progress;
      state.running = { ...state.running, ...progress, source: asked };
    } else if ('summary' in message) {
      end.summary = message.summary;
      end.failure = message.summary.failed.map((one) => one.message).join(' ') || null;
    } else if ('failed' in message) {
      end.failure = message.failed;
    }
  });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      resolve({ ...end, failure: `The import could not be started: ${error.message}` });
    });
    child.on('exit', (code, signal) => {
      const early = `The import ended early (${signal ?? `exit code ${code}`}). The next one carries on where it was.`;
      resolve(code === 0 ? end : { ...end, failure: end.failure ?? early });
    });
  });
}
