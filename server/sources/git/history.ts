import type { GitInput } from './client.ts';
import { type GitCommit, normaliseCommit } from './normalise.ts';
import { COMMIT_FORMAT, rawCommits } from './payload.ts';
import type { Walking } from './walking.ts';

const BATCH = 1000;

/** The commits that `git log` lists for these revisions, in batches, as they come. */
export async function* readCommits(
  { clone, progress, signal }: Walking,
  revisions: readonly string[],
  input?: GitInput,
): AsyncGenerator<GitCommit[], void> {
  let batch: GitCommit[] = [];
  let done = 0;
  const args = ['log', '-z', `--format=${COMMIT_FORMAT}`, ...revisions];
  for await (const raw of rawCommits(clone.git.stream(args, signal, input))) {
    batch.push(normaliseCommit(clone.repository.id, raw));
    done += 1;
    if (batch.length < BATCH) continue;
    progress({ what: 'reading commits', done, total: null });
    yield batch;
    batch = [];
  }
  progress({ what: 'reading commits', done, total: null });
  if (batch.length > 0) yield batch;
}
