import { type ChildProcess, fork } from 'node:child_process';
import type { ImportStatus } from './contract/status.ts';
import type { ImportMessage } from './import-message.ts';
import { importPace } from './import-pace.ts';
import type { Summary } from './ingest/summary.ts';
import { type Instant, isoInstant } from './model/instant.ts';
import { ENTRY } from './world.ts';

/** `failed`: the sentence that the last import failed with; undefined before the first has ended. */
export type ImportState = { running: ImportStatus | null; failed: string | null | undefined };

export type Imports = {
  state: ImportState;
  /** Imports all once; false: an import is at work, and nothing was begun. */
  begin(): boolean;
  /** Ends the import that is at work, which the next one carries on; by force where nobody shall wait for its next step. */
  stop(how?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

/** How one import ended: `failure` is a sentence; null when all went well. */
export type ImportEnd = { failure: string | null; summary: Summary | null };

/**
 * Imports one after the other, each in a process of its own, so that no write holds up an answer of the server.
 * @param commands arguments of `uptake` that each import something
 * @param moved is called whenever `state` tells something new
 */
export function importer(
  commands: readonly (readonly string[])[],
  clock: () => Instant,
  say: (end: ImportEnd) => void,
  moved: () => void = () => {},
): Imports {
  const state: ImportState = { running: null, failed: undefined };
  let child: ChildProcess | null = null;
  let working: Promise<void> | null = null;
  let stopped = false;

  const work = async () => {
    const failures: string[] = [];
    for (const command of commands) {
      if (stopped) return;
      state.running = { source: '', startedAt: isoInstant(clock()), what: 'starting', done: 0, total: null };
      child = fork(ENTRY, [...command], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      moved();
      const end = await outcome(child, state, clock, moved);
      state.running = null;
      say(end);
      if (end.failure !== null) failures.push(end.failure);
      state.failed = failures.join(' ') || null;
    }
  };
  return {
    state,
    begin() {
      if (working !== null || stopped) return false;
      working = work().finally(() => {
        working = null;
      });
      return true;
    },
    async stop(how = 'SIGTERM') {
      stopped = true;
      child?.kill(how);
      await working;
    },
  };
}

/** Follows a child to its end. */
function outcome(
  child: ChildProcess,
  state: ImportState,
  clock: () => Instant,
  moved: () => void,
): Promise<ImportEnd> {
  const end: ImportEnd = { failure: null, summary: null };
  const pace = importPace();
  child.on('message', (message: ImportMessage) => {
    if ('progress' in message && state.running) {
      const { asked, what, done, total, rows, waitsUntil } = message.progress;
      const secondsLeft = pace(message.progress, clock());
      const before = state.running.source === asked ? state.running.repositories : undefined;
      const repositories = repositoriesIn(what) ?? before;
      state.running = {
        ...{ source: asked, startedAt: state.running.startedAt, what, done, total },
        ...(repositories === undefined ? {} : { repositories }),
        ...(rows === undefined ? {} : { rows }),
        ...(waitsUntil === undefined ? {} : { waitsUntil: isoInstant(waitsUntil) }),
        ...(secondsLeft === null ? {} : { secondsLeft }),
      };
      moved();
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

/** As the step says that is being read: "repository 31 of 120: acme/shop". Steps between, such as measuring, do not say it. */
function repositoriesIn(what: string): number | undefined {
  const of = /^repository \d+ of (\d+):/.exec(what)?.[1];
  return of === undefined ? undefined : Number(of);
}
