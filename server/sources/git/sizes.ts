import type { CommitSize } from '../../model/commit.ts';
import type { Progress, StoredRows } from '../../model/rows.ts';
import { type Git, GitFailure } from './client.ts';
import { changedWhileRead } from './failure.ts';
import { together } from './lanes.ts';
import { normaliseSize } from './normalise.ts';
import { type RawSize, rawSizes } from './payload.ts';

/** A commit and what it is compared with; null: with nothing, it is a first commit. */
export type Wanted = { sha: string; parent: string | null };

export type SizeReading = {
  git: Git;
  path: string;
  repositoryId: string;
  stored: StoredRows;
  progress: (progress: Progress) => void;
  signal: AbortSignal | undefined;
};

/** Comparing is nearly all the work of a first walk; more Gits than this would only compete with the writer of the rows. */
const LANES = 2;
/** So many commits without contents, each found by a Git that dies of it, and the rest will not be better. */
const MOST_FAILURES = 200;
const BLOCK = 2000;
const BATCH_COMMITS = 500;
const BATCH_FILES = 5000;
const DIFF_TREE =
  'diff-tree --stdin -z -r --root --numstat -M --always --no-ext-diff --no-textconv --ignore-submodules=none'.split(
    ' ',
  );

/**
 * Sizes of those commits that have none stored yet, in batches. Commits whose contents are missing come last, with `files` null,
 * so that a killed walk finds the same ones again; the answer is whether there were any.
 */
export async function* measureSizes(
  wanted: readonly Wanted[],
  reading: SizeReading,
): AsyncGenerator<CommitSize[], boolean> {
  const { repositoryId, progress } = reading;
  const pending = await withoutStored(wanted, reading);
  const blocks = blocksOf(pending);
  const unknown: Wanted[] = [];
  async function* lane(): AsyncGenerator<CommitSize[], void> {
    for (const block of blocks) yield* measureBlock(block, reading, unknown);
  }
  let done = 0;
  for await (const batch of together(Array.from({ length: LANES }, lane))) {
    done += batch.length;
    progress({ what: 'reading changes', done, total: pending.length });
    yield batch;
  }
  for (const some of blocksOf(unknown)) yield some.map(({ sha }) => unknownSize(repositoryId, sha));
  progress({ what: 'reading changes', done: pending.length, total: pending.length });
  return unknown.length > 0;
}

export function unknownSize(repositoryId: string, sha: string): CommitSize {
  return { repositoryId, sha, files: null };
}

async function* measureBlock(
  block: readonly Wanted[],
  reading: SizeReading,
  unknown: Wanted[],
): AsyncGenerator<CommitSize[], void> {
  let at = 0;
  let oneByOne = 0;
  while (at < block.length && unknown.length < MOST_FAILURES) {
    const end = oneByOne > 0 ? at + 1 : block.length;
    const batch: CommitSize[] = [];
    let files = 0;
    try {
      for await (const raw of diffTree(block.slice(at, end), reading)) {
        batch.push(normaliseSize(reading.repositoryId, raw));
        files += raw.files.length;
        at += 1;
        if (batch.length < BATCH_COMMITS && files < BATCH_FILES) continue;
        yield batch.splice(0);
        files = 0;
      }
      oneByOne = Math.max(0, oneByOne - 1);
    } catch (error) {
      if (!(error instanceof GitFailure) || error.exit === null) throw error;
      // The last answer before Git died may be incomplete, or be lost: the culprit is that commit or the one behind it.
      oneByOne = end - at > 1 ? 2 : 0;
      if (end - at === 1) unknown.push(...block.slice(at, ++at));
    }
    if (batch.length > 0) yield batch;
  }
  unknown.push(...block.slice(at));
}

async function withoutStored(wanted: readonly Wanted[], reading: SizeReading): Promise<Wanted[]> {
  const missing: Wanted[] = [];
  for (const some of blocksOf(wanted)) {
    const shas = some.map(({ sha }) => sha);
    const sized = await reading.stored.sized(reading.repositoryId, shas);
    missing.push(...some.filter(({ sha }) => !sized.has(sha)));
  }
  return missing;
}

function* blocksOf(wanted: readonly Wanted[]): Generator<readonly Wanted[], void> {
  for (let from = 0; from < wanted.length; from += BLOCK) yield wanted.slice(from, from + BLOCK);
}

/** One answer for each commit, in order. Git passes over a commit that it cannot find: then the clone changed under us. */
async function* diffTree(pending: readonly Wanted[], reading: SizeReading): AsyncGenerator<RawSize, void> {
  const input = pending.map(({ sha, parent }) => (parent === null ? `${sha}\n` : `${sha} ${parent}\n`));
  let answered = 0;
  for await (const raw of rawSizes(reading.git.stream(DIFF_TREE, reading.signal, [input.join('')]))) {
    if (raw.sha !== pending[answered]?.sha) throw changedWhileRead(reading.path);
    answered += 1;
    yield raw;
  }
  if (answered < pending.length) throw changedWhileRead(reading.path);
}
