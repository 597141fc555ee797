import type { CommitSize } from '../../model/commit.ts';
import type { Progress, StoredRows } from '../../model/rows.ts';
import { type Git, GitFailure } from './client.ts';
import { changedWhileRead } from './failure.ts';
import { together } from './lanes.ts';
import { lackingContents } from './missing-contents.ts';
import { normaliseSize } from './normalise.ts';
import { type RawSize, rawSizes } from './payload.ts';
import type { Wanted } from './wanted.ts';

export type SizeReading = {
  git: Git;
  path: string;
  repositoryId: string;
  stored: StoredRows;
  progress: (progress: Progress) => void;
  signal: AbortSignal | undefined;
  /** Contents may be left at the remote. */
  partial: boolean;
};

/** Comparing is nearly all the work of a first walk; more Gits than this would only compete with the writer of the rows. */
const LANES = 2;
const BLOCK = 2000;
/**
 * So many commits of a block with damaged contents, each found by a Git that dies of it, and its rest will not be better.
 * Counted by block and in its order, so that which sizes stay unknown depends neither on timing nor on where a walk was killed.
 */
const MOST_FAILURES = 150;
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
  const blocks = blocksOf(wanted);
  const unknown: Wanted[] = [];
  const lacking = reading.partial
    ? await lackingContents(reading.git, wanted, reading.signal)
    : new Set<string>();
  let done = 0;
  async function* lane(): AsyncGenerator<CommitSize[], void> {
    for (const block of blocks) {
      const pending = await withoutStored(block, reading);
      done += block.length - pending.length;
      unknown.push(...pending.filter(({ sha }) => lacking.has(sha)));
      yield* measureBlock(
        pending.filter(({ sha }) => !lacking.has(sha)),
        reading,
        unknown,
      );
    }
  }
  for await (const batch of together(Array.from({ length: LANES }, lane))) {
    done += batch.length;
    progress({ what: 'reading changes', done, total: wanted.length });
    yield batch;
  }
  for (const some of blocksOf(unknown)) yield some.map(({ sha }) => unknownSize(repositoryId, sha));
  progress({ what: 'reading changes', done: wanted.length, total: wanted.length });
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
  let failures = 0;
  while (at < block.length && failures < MOST_FAILURES) {
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
      oneByOne = end - at > 1 ? 2 : 1;
      const culprit = end - at === 1 ? block[at] : undefined;
      if (culprit !== undefined) {
        failures += 1;
        unknown.push(culprit);
        at += 1;
      }
    }
    if (batch.length > 0) yield batch;
  }
  unknown.push(...block.slice(at));
}

async function withoutStored(wanted: readonly Wanted[], reading: SizeReading): Promise<Wanted[]> {
  const shas = wanted.map(({ sha }) => sha);
  const sized = await reading.stored.sized(reading.repositoryId, shas);
  return wanted.filter(({ sha }) => !sized.has(sha));
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
