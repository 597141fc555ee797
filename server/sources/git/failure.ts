import { SourceError } from '../../net/source-error.ts';
import { GitFailure } from './client.ts';

const VANISHED =
  /bad object|bad revision|unable to (?:read|find|parse)|could not (?:read|parse)|missing|not a valid|loose object|does not exist|ambiguous argument|could not fetch|remote error/i;

/** A failure of Git while a clone is being opened, as a sentence the operator can act on. */
export function openingFailure(path: string, error: unknown): unknown {
  if (!(error instanceof GitFailure)) return error;
  if (/dubious ownership/.test(error.stderr)) {
    return new SourceError(
      'dubious-ownership',
      `Git refuses to read ${path}, which belongs to another user. If you trust it, run: git config --global --add safe.directory ${path}`,
      { cause: error },
    );
  }
  if (/not a git repository/i.test(error.stderr)) return notRepository(path);
  return gitFailed(path, error);
}

/** A failure of Git in the middle of a walk over commits whose ids were fixed at its start. */
export function readingFailure(path: string, error: unknown): unknown {
  if (!(error instanceof GitFailure)) return error;
  if (VANISHED.test(error.stderr)) return changedWhileRead(path, error);
  return gitFailed(path, error);
}

export function notRepository(path: string): SourceError {
  return new SourceError(
    'not-a-repository',
    `${path} is not a Git repository. Give the folder that holds .git, or a bare repository.`,
  );
}

export function changedWhileRead(path: string, cause?: unknown): SourceError {
  return new SourceError(
    'changed-while-read',
    `${path} changed while it was being read: commits it had at the start are gone. Run again; if this repeats, run git fsck there.`,
    { cause },
  );
}

function gitFailed(path: string, failure: GitFailure): SourceError {
  const line = failure.stderr.trim().split('\n').at(-1) ?? '';
  const told = line === '' ? failure.message : line.replace(/^fatal: /, '');
  return new SourceError(
    'git-failed',
    `Git could not read ${path}: ${told}. Check the repository with git fsck.`,
    { cause: failure },
  );
}
