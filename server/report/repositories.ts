import type { Snapshot } from '../facts/columns/snapshot.ts';
import { QuestionError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import type { Freshness } from '../model/repository.ts';
import type { Held } from './live.ts';

/** The repositories that a question is about. */
export type AskedRepositories = {
  freshness: readonly Freshness[];
  /** 1 for each asked about, by its number in the snapshot's dictionary. */
  table: Uint8Array;
  /** The instant that their data reach; null: nothing has been read yet. */
  dataUntil: Instant | null;
};

/** All repositories, or the one named. Throws QuestionError when it is none of those that were read. */
export function askedRepositories({ snapshot, freshness }: Held, repo: string | null): AskedRepositories {
  const asked = repo === null ? freshness : freshness.filter(({ repositoryId }) => repositoryId === repo);
  if (repo !== null && asked.length === 0) {
    throw new QuestionError(
      'unknown-repository',
      `No repository "${repo}" has been imported.`,
      'repo',
      freshness.map(({ repositoryId }) => repositoryId),
    );
  }
  return { freshness: asked, table: lookUp(snapshot, asked), dataUntil: latest(asked) };
}

/** The instant that the freshest repository is covered until. */
export function latest(freshness: readonly Freshness[]): Instant | null {
  return freshness.reduce<Instant | null>(
    (until, { coveredUntil }) => (until === null || coveredUntil > until ? coveredUntil : until),
    null,
  );
}

function lookUp({ repositories }: Snapshot, asked: readonly Freshness[]): Uint8Array {
  const table = new Uint8Array(repositories.values.length);
  for (const { repositoryId } of asked) {
    const id = repositories.find(repositoryId);
    if (id !== undefined) table[id] = 1;
  }
  return table;
}
