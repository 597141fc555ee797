import { SourceError } from '../../net/source-error.ts';

/** One commit as `git log` prints it: text, nothing interpreted yet. */
export type RawCommit = {
  sha: string;
  /** Ids with one space between; empty for a first commit. */
  parents: string;
  authorName: string;
  authorEmail: string;
  /** Seconds since 1970, or whatever the commit holds in their place. */
  authorDate: string;
  committerName: string;
  committerEmail: string;
  committerDate: string;
  message: string;
};

/** For `git log -z`: with it every field, the last one too, ends in NUL. A NUL cannot stand inside any of them. */
export const COMMIT_FORMAT = '%H%x00%P%x00%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00%B';

const FIELDS = 9;
const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** The texts before each NUL, as many at a time as a chunk completes. Bytes that are no UTF-8 become U+FFFD. */
export async function* nulFields(chunks: AsyncIterable<Buffer>): AsyncGenerator<string[], void> {
  let begun: Buffer[] = [];
  for await (const chunk of chunks) {
    const fields: string[] = [];
    let from = 0;
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, from)) {
      const end = chunk.subarray(from, at);
      fields.push((begun.length === 0 ? end : Buffer.concat([...begun, end])).toString('utf8'));
      begun = [];
      from = at + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
    if (fields.length > 0) yield fields;
  }
  if (begun.length > 0) throw unexpected('the output ends in the middle of a field');
}

/** Commits of a `git log -z --format=COMMIT_FORMAT`. Throws SourceError `unexpected-output` on any other shape. */
export async function* rawCommits(chunks: AsyncIterable<Buffer>): AsyncGenerator<RawCommit, void> {
  let pending: string[] = [];
  for await (const fields of nulFields(chunks)) {
    pending = pending.length === 0 ? fields : pending.concat(fields);
    let at = 0;
    for (; at + FIELDS <= pending.length; at += FIELDS) yield rawCommit(pending.slice(at, at + FIELDS));
    pending = pending.slice(at);
  }
  if (pending.length > 0) throw unexpected('a commit has too few fields');
}

export function rawCommit(fields: readonly string[]): RawCommit {
  const [sha = '', parents = '', authorName = '', authorEmail = '', authorDate = ''] = fields;
  const [committerName = '', committerEmail = '', committerDate = '', message = ''] = fields.slice(5);
  if (fields.length !== FIELDS) throw unexpected(`a commit has ${fields.length} fields instead of ${FIELDS}`);
  if (!SHA.test(sha)) throw unexpected('"sha" is not an object id');
  if (parents !== '' && !parents.split(' ').every((parent) => SHA.test(parent)))
    throw unexpected(`"parents" of ${sha} are not object ids`);
  return {
    sha,
    parents,
    authorName,
    authorEmail,
    authorDate,
    committerName,
    committerEmail,
    committerDate,
    message,
  };
}

/** One commit of a `git diff-tree --stdin -z --numstat`; `lines` are null for a binary file. */
export type RawSize = { sha: string; files: RawFile[] };
export type RawFile = { path: string; additions: string; deletions: string };

/**
 * Commits in the order of the output; each is yielded only when what follows proves it complete, or when the output has ended
 * well, so that nothing half-written counts when Git dies.
 */
export async function* rawSizes(chunks: AsyncIterable<Buffer>): AsyncGenerator<RawSize, void> {
  let open: RawSize | null = null;
  /** Counts of a renamed file, whose old and new path come as two more fields. */
  let renamed: { additions: string; deletions: string; from: string | null } | null = null;
  for await (const fields of nulFields(chunks)) {
    for (const field of fields) {
      if (renamed !== null) {
        const { additions, deletions } = renamed;
        if (renamed.from === null) renamed.from = field;
        else {
          open?.files.push({ path: field, additions, deletions });
          renamed = null;
        }
        continue;
      }
      if (SHA.test(field)) {
        if (open !== null) yield open;
        open = { sha: field, files: [] };
        continue;
      }
      const [additions = '', deletions = '', path] = splitCounts(field);
      if (open === null || path === undefined) throw unexpected('a line of counts has another shape');
      if (path === '') renamed = { additions, deletions, from: null };
      else open.files.push({ path, additions, deletions });
    }
  }
  if (renamed !== null) throw unexpected('a renamed file has no new path');
  if (open !== null) yield open;
}

/** `additions TAB deletions TAB path`; a path may hold tabs and newlines itself. */
function splitCounts(field: string): string[] {
  return /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(field)?.slice(1) ?? [];
}

export function unexpected(what: string): SourceError {
  return new SourceError(
    'unexpected-output',
    `Git answered something unexpected: ${what}. Check that "git" is the real Git, version 2.20 or later.`,
  );
}
