import type { KnownRepository } from '../../model/repository.ts';
import type { GithubRepository } from './repository-query.ts';

/** Where all ids of a host begin. */
export function idPrefix(host: string): string {
  return `github:${host}/`;
}

/**
 * Ids of repositories by GitHub's lasting ids. One that was read before keeps its id under a new name or owner; a new one is
 * named by its present name, unless another had that name when it was first read.
 */
export function identities(
  repositories: readonly GithubRepository[],
  known: readonly KnownRepository[],
  host: string,
): ReadonlyMap<string, string> {
  const ids = new Map(known.map(({ externalId, id }) => [externalId ?? id, id]));
  const taken = new Set(ids.values());
  for (const { id, databaseId, nameWithOwner } of repositories) {
    if (ids.has(id)) continue;
    const named = `${idPrefix(host)}${nameWithOwner}`;
    const own = taken.has(named) ? `${named}~${databaseId ?? id}` : named;
    ids.set(id, own);
    taken.add(own);
  }
  return ids;
}
