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
  /** 1 for each repository whose deployments are set up. */
  deploying: Uint8Array;
  /** The instant that their data reach; null: nothing has been read yet. */
  dataUntil: Instant | null;
  /** Clones that GitHub's copy stands in for, left out so that nothing counts twice. */
  leftOut: readonly Freshness[];
};

/**
 * The repository named, or all: then without clones of repositories that were read from GitHub as well, whose pull
 * requests would count twice. Throws QuestionError when it is none of those that were read.
 */
export function askedRepositories({ snapshot, freshness }: Held, repo: string | null): AskedRepositories {
  const leftOut = repo === null ? clonesBesideTheirForge(freshness) : [];
  const asked = freshness.filter((one) =>
    repo === null ? !leftOut.includes(one) : one.repositoryId === repo,
  );
  if (repo !== null && asked.length === 0) {
    throw new QuestionError(
      'unknown-repository',
      `No repository "${repo}" has been imported.`,
      'repo',
      freshness.map(({ repositoryId }) => repositoryId),
    );
  }
  const deploying = asked.filter(({ deployedBy }) => deployedBy !== null);
  return {
    freshness: asked,
    table: lookUp(snapshot, asked),
    deploying: lookUp(snapshot, deploying),
    dataUntil: latest(asked),
    leftOut,
  };
}

/** Ids that differ only in their source name one repository; hosts and names are the same in any case of letters. */
function clonesBesideTheirForge(freshness: readonly Freshness[]): Freshness[] {
  const place = (id: string) => id.slice(id.indexOf(':') + 1).toLowerCase();
  const onForge = new Set(
    freshness.filter(({ source }) => source !== 'git').map(({ repositoryId }) => place(repositoryId)),
  );
  return freshness.filter(({ source, repositoryId }) => source === 'git' && onForge.has(place(repositoryId)));
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
