import { unexpected } from './payload.ts';

/** A stretch of lines in which two states of a file differ; lines count from 1. */
export type Hunk = { oldStart: number; oldLines: number; newStart: number; newLines: number };

/** Null: there was no such file before, or there is none any more. A binary file, and one that only moved, has no hunks. */
export type FileHunks = { from: string | null; to: string | null; hunks: Hunk[] };

export type CommitHunks = { sha: string; files: FileHunks[] };

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const HUNK = /^@@ -(\d{1,10})(?:,(\d{1,10}))? \+(\d{1,10})(?:,(\d{1,10}))? @@/;
const NEWLINE = 10;
/** Of a line so much is kept: a path, but not the text of a file. */
const KEPT = 5000;

/**
 * Commits of a `git diff-tree --stdin -p -U0`, in its order. Lines of text are counted and passed over, whatever they look like;
 * a commit is yielded only when what follows proves it complete, or when the output has ended well.
 */
export async function* commitHunks(chunks: AsyncIterable<Buffer>): AsyncGenerator<CommitHunks, void> {
  let open: CommitHunks | null = null;
  let file: FileHunks | null = null;
  /** Lines of text that are left of the hunk. */
  let text = 0;
  for await (const lines of linesOf(chunks, () => text > 0)) {
    for (const line of lines) {
      if (line.startsWith('\\')) continue;
      if (text > 0) {
        text -= 1;
        continue;
      }
      if (SHA.test(line)) {
        if (open !== null) yield open;
        open = { sha: line, files: [] };
        file = null;
      } else if (line.startsWith('diff --git ')) {
        file = { from: null, to: null, hunks: [] };
        open?.files.push(file);
      } else if (file !== null) {
        text = headerLine(line, file);
      }
    }
  }
  if (text > 0) throw unexpected('a difference ends in the middle of its lines');
  if (open !== null) yield open;
}

/** Reads one line above the text of a file; returns how many lines of text follow it. */
function headerLine(line: string, file: FileHunks): number {
  const [, oldStart = '', oldLines = '1', newStart = '', newLines = '1'] = HUNK.exec(line) ?? [];
  if (newStart !== '') {
    const counts = { oldLines: Number(oldLines), newLines: Number(newLines) };
    file.hunks.push({ oldStart: Number(oldStart), newStart: Number(newStart), ...counts });
    return counts.oldLines + counts.newLines;
  }
  if (line.startsWith('--- ')) file.from = pathOf(line.slice(4), 'a/');
  else if (line.startsWith('+++ ')) file.to = pathOf(line.slice(4), 'b/');
  else if (line.startsWith('rename from ')) file.from = plain(line.slice(12));
  else if (line.startsWith('rename to ')) file.to = plain(line.slice(10));
  return 0;
}

/** Git puts a tab behind a path with blanks, and quotes one with stranger signs, the prefix within. */
function pathOf(told: string, prefix: string): string | null {
  const path = plain(told.replace(/\t$/, ''));
  return path === '/dev/null' ? null : path.slice(prefix.length);
}

/** Escapes stay as they are: the same path is always written in the same way. */
function plain(path: string): string {
  return path.startsWith('"') && path.endsWith('"') ? path.slice(1, -1) : path;
}

/** Lines without their ends, each byte a sign; of one that is text only the first, since nobody reads it. */
async function* linesOf(
  chunks: AsyncIterable<Buffer>,
  isText: () => boolean,
): AsyncGenerator<Iterable<string>, void> {
  let begun = '';
  function* complete(chunk: Buffer): Generator<string, void> {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      const length = begun === '' && isText() ? 1 : KEPT;
      yield begun + chunk.toString('latin1', from, Math.min(end, from + length));
      begun = '';
      from = end + 1;
    }
    if (from < chunk.length && begun.length < KEPT) begun += chunk.toString('latin1', from, from + KEPT);
  }
  for await (const chunk of chunks) yield complete(chunk);
}
