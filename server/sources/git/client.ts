import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { Readable } from 'node:stream';
import { SourceError } from '../../net/source-error.ts';

/** Git ended with another code than 0, or was killed (`exit` null). `stderr` is its last 4 KB. */
export class GitFailure extends Error {
  readonly exit: number | null;
  readonly stderr: string;
  constructor(args: readonly string[], exit: number | null, stderr: string) {
    super(`git ${args[0] ?? ''} ended with ${exit ?? 'a signal'}: ${stderr.trim()}`);
    this.name = 'GitFailure';
    this.exit = exit;
    this.stderr = stderr;
  }
}

export type Environment = Record<string, string | undefined>;
export type GitPlace = { git: string; env: Environment; cwd: string };
export type GitInput = Iterable<string>;

/** One Git program bound to one place. Arguments are a vector; no shell ever sees them. */
export type Git = {
  /** Standard output as it comes, at the reader's pace. The child ends with the iterator or the signal. */
  stream(args: readonly string[], signal?: AbortSignal, input?: GitInput): AsyncGenerator<Buffer, void>;
  /** The whole output as text. */
  text(args: readonly string[], signal?: AbortSignal): Promise<string>;
};

const STDERR_KEPT = 4096;

/** What the operator's own configuration could otherwise change in the output, or make Git run or write. */
const SETTINGS = [
  'core.fsmonitor=false',
  `core.attributesFile=${devNull}`,
  'core.quotePath=false',
  'diff.renameLimit=1000',
  'i18n.logOutputEncoding=UTF-8',
  'log.mailmap=false',
  'log.showSignature=false',
].flatMap((setting) => ['-c', setting]);

/** Where programs and configuration are found; on Windows no program starts without the last four. */
const PASSED_ON = ['PATH', 'HOME', 'XDG_CONFIG_HOME', 'TMPDIR', 'SYSTEMROOT', 'USERPROFILE', 'TEMP', 'TMP'];

/** None of the caller's GIT_*: a GIT_DIR left over from a hook would have us read another repository. */
export function gitEnvironment(env: Environment, extra: Environment = {}): Environment {
  return {
    ...Object.fromEntries(PASSED_ON.map((name) => [name, env[name]])),
    LC_ALL: 'C',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_PAGER: 'cat',
    GIT_TERMINAL_PROMPT: '0',
    ...extra,
  };
}

type Ending = { exit: number | null } | { error: Error };

export function gitClient(place: GitPlace): Git {
  async function* stream(
    args: readonly string[],
    signal?: AbortSignal,
    input?: GitInput,
  ): AsyncGenerator<Buffer, void> {
    signal?.throwIfAborted();
    const child = spawn(place.git, [...SETTINGS, ...args], {
      cwd: place.cwd,
      env: place.env,
      windowsHide: true,
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString('utf8')).slice(-STDERR_KEPT);
    });
    const ended = new Promise<Ending>((resolve) => {
      child.once('error', (error) => resolve({ error }));
      child.once('close', (exit) => resolve({ exit }));
    });
    // Git may end before it has read everything (EPIPE); its exit code tells the story.
    child.stdin.on('error', () => undefined);
    if (input === undefined) child.stdin.end();
    else Readable.from(input).pipe(child.stdin);
    const kill = (): void => {
      child.kill('SIGKILL');
    };
    signal?.addEventListener('abort', kill, { once: true });
    try {
      for await (const chunk of child.stdout) yield chunk;
      const ending = await ended;
      signal?.throwIfAborted();
      if ('error' in ending) throw startFailure(place.git, ending.error);
      if (ending.exit !== 0) throw new GitFailure(args, ending.exit, stderr);
    } finally {
      signal?.removeEventListener('abort', kill);
      if (child.exitCode === null && child.signalCode === null) kill();
      await ended;
    }
  }

  async function text(args: readonly string[], signal?: AbortSignal): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream(args, signal)) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  }

  return { stream, text };
}

function startFailure(git: string, cause: Error): SourceError {
  return new SourceError(
    'git-missing',
    `Git could not be started as "${git}" (${cause.message}). Install Git, or put it on the PATH, and run again.`,
    { cause },
  );
}
