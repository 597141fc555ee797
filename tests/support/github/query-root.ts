import { accountNode } from './account-node.ts';
import { deploymentNode, releaseNode } from './delivery-node.ts';
import type { Forge } from './forge.ts';
import { readNodeId } from './node-id.ts';
import { ownerNode, teamNode } from './organisation-node.ts';
import { pullRequestNode } from './pull-request-node.ts';
import { PullRequestShelf } from './pull-request-shelf.ts';
import { notFound } from './refusal.ts';
import type { FakeRepository } from './repository.ts';
import { repositoryNode } from './repository-node.ts';
import { reviewNode, threadNode } from './review-node.ts';

export type RateLimitAnswer = {
  cost: number;
  limit: number;
  nodeCount: number;
  remaining: number;
  used: number;
  resetAt: string;
};

/** What stands at the top of every query. */
export function queryRoot(forge: Forge, viewer: string, rateLimit: RateLimitAnswer): object {
  const nodeOf = (repository: FakeRepository): object =>
    repositoryNode(repository, forge.organisation(repository.owner)?.kind ?? 'Organization');
  const ownerOf = (login: string, what: string, kinds: string[]): object => {
    const found = forge.organisation(login);
    if (found === null || !kinds.includes(found.kind))
      throw notFound(`Could not resolve to ${what} with the login of '${login}'.`);
    return ownerNode(found, forge);
  };
  return {
    viewer: () => ({ ...accountNode({ login: viewer, kind: 'User', name: viewer }), databaseId: 1 }),
    rateLimit: () => rateLimit,
    organization: ({ login }: { login: string }) => ownerOf(login, 'an Organization', ['Organization']),
    user: ({ login }: { login: string }) => ownerOf(login, 'a User', ['User']),
    repositoryOwner: ({ login }: { login: string }) => {
      const found = forge.organisation(login);
      return found === null ? null : ownerNode(found, forge);
    },
    repository: ({ owner, name, followRenames }: { owner: string; name: string; followRenames: boolean }) =>
      nodeOf(
        forge.opened(
          forge.repositoryNamed(owner, name, followRenames),
          `Could not resolve to a Repository with the name '${owner}/${name}'.`,
        ),
      ),
    node: ({ id }: { id: string }) => nodeWithId(id, forge, nodeOf),
    nodes: ({ ids }: { ids: string[] }) => ids.map((id) => orError(() => nodeWithId(id, forge, nodeOf))),
  };
}

function nodeWithId(id: string, forge: Forge, nodeOf: (repository: FakeRepository) => object): object {
  const missing = `Could not resolve to a node with the global id of '${id}'`;
  const direct = forge.repositoryWithNodeId(id);
  if (direct !== null) return nodeOf(forge.opened(direct, missing));
  const team = teamWithId(id, forge);
  if (team !== null) return team;
  const read = readNodeId(id);
  if (read === null) throw notFound(missing);
  const repository = forge.opened(forge.repositoryWithId(read.repositoryId), missing);
  const delivery = deliveryWithId(read, repository);
  if (delivery !== null) return delivery;
  const pullRequest = PullRequestShelf.of(repository).numbered(Number(read.rest[0]));
  if (pullRequest === null) throw notFound(missing);
  if (read.kind === 'PR') return pullRequestNode(pullRequest, repository, nodeOf(repository));
  const itemId = Number(read.rest[1]);
  const review = pullRequest.reviews.find((one) => one.id === itemId);
  if (read.kind === 'PRR' && review !== undefined) return reviewNode(review, { repository, pullRequest });
  const thread = pullRequest.reviewThreads.find((one) => one.id === itemId);
  if (read.kind === 'PRRT' && thread !== undefined) return threadNode(thread, { repository, pullRequest });
  throw notFound(missing);
}

function deliveryWithId(
  { kind, rest }: { kind: string; rest: string[] },
  repository: FakeRepository,
): object | null {
  const id = Number(rest[0]);
  const deployment = kind === 'DE' ? repository.deployments.find((one) => one.id === id) : undefined;
  if (deployment !== undefined) return deploymentNode(deployment, repository);
  const release = kind === 'RE' ? repository.releases.find((one) => one.id === id) : undefined;
  return release === undefined ? null : releaseNode(release, repository);
}

function teamWithId(id: string, forge: Forge): object | null {
  for (const organisation of forge.organisations) {
    const team = organisation.teams.find((one) => `T_${one.id}` === id);
    if (team !== undefined) return teamNode(team, organisation);
  }
  return null;
}

/** graphql-js answers an error standing in a list with null and an entry in `errors`, and goes on. */
function orError(make: () => object): object {
  try {
    return make();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
