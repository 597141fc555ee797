import { placedCommitNode } from './commit-node.ts';
import { comparison } from './comparison.ts';
import { type Direction, keysetConnection, type PageArguments } from './connection.ts';
import { deploymentNode, releaseNode } from './delivery-node.ts';
import { pullRequestNode } from './pull-request-node.ts';
import { type PullRequestOrder, PullRequestShelf } from './pull-request-shelf.ts';
import { notFound } from './refusal.ts';
import type { FakeRepository } from './repository.ts';

type Order<Field> = { orderBy?: { field: Field; direction: Direction } | null };

type PullRequestArguments = PageArguments &
  Order<PullRequestOrder> & {
    states?: string[] | null;
    baseRefName?: string | null;
    headRefName?: string | null;
  };

export function repositoryNode(repository: FakeRepository, ownerKind: 'Organization' | 'User'): object {
  const { owner, name, databaseId, isPrivate, defaultBranch } = repository;
  const nameWithOwner = `${owner}/${name}`;
  const { id, isArchived, isFork, createdAt, pushedAt } = repository;
  const node: object = {
    __typename: 'Repository',
    ...{ id, databaseId, name, nameWithOwner, isArchived, isFork, isPrivate, createdAt, pushedAt },
    visibility: isPrivate ? 'PRIVATE' : 'PUBLIC',
    ...{ isDisabled: false, isLocked: false, isMirror: false, isTemplate: false },
    isEmpty: defaultBranch === null,
    isInOrganization: ownerKind === 'Organization',
    archivedAt: isArchived ? pushedAt : null,
    updatedAt: pushedAt,
    url: `https://github.com/${nameWithOwner}`,
    owner: { __typename: ownerKind, login: owner, id: `O_${owner}`, url: `https://github.com/${owner}` },
    defaultBranchRef: () =>
      defaultBranch === null ? null : refNode(defaultBranch.name, defaultBranch.oid, repository, node),
    object: ({ expression, oid }: { expression?: string; oid?: string }) => {
      if (expression === undefined)
        return repository.graph[oid ?? ''] ? placedCommitNode(oid ?? '', repository) : null;
      const text = repository.files[expression.replace(/^HEAD:/, '')];
      return text === undefined ? null : { __typename: 'Blob', id: `B_${expression}`, text };
    },
    pullRequest: ({ number }: { number: number }) => {
      const found = PullRequestShelf.of(repository).numbered(number);
      if (found === null) throw notFound(`Could not resolve to a PullRequest with the number of ${number}.`);
      return pullRequestNode(found, repository, node);
    },
    pullRequests: ({ orderBy, states, baseRefName, headRefName, ...page }: PullRequestArguments) => {
      const { field, direction } = orderBy ?? { field: 'CREATED_AT', direction: 'ASC' };
      const all = PullRequestShelf.of(repository).inOrder(field, direction);
      const asked = (wanted: string | null | undefined, is: string): boolean => !wanted || wanted === is;
      const some =
        states || baseRefName || headRefName
          ? all.filter(
              ({ item }) =>
                (!states || states.includes(item.state)) &&
                asked(baseRefName, item.baseRefName) &&
                asked(headRefName, item.headRefName),
            )
          : all;
      return keysetConnection(some, direction, page, (item) => pullRequestNode(item, repository, node));
    },
    deployments: ({
      environments,
      orderBy,
      ...page
    }: PageArguments & Order<string> & { environments?: string[] | null }) => {
      const some = repository.deployments.filter(
        ({ environment }) => !environments || environments.includes(environment),
      );
      const { sorted, direction } = byCreation(some, orderBy?.direction ?? 'ASC');
      return keysetConnection(sorted, direction, page, (item) => deploymentNode(item, repository));
    },
    releases: ({ orderBy, ...page }: PageArguments & Order<string>) => {
      const { sorted, direction } = byCreation(repository.releases, orderBy?.direction ?? 'ASC');
      return keysetConnection(sorted, direction, page, (item) => releaseNode(item, repository));
    },
  };
  return node;
}

function refNode(name: string, oid: string, repository: FakeRepository, repositoryNode: object): object {
  return {
    __typename: 'Ref',
    id: `REF_${repository.databaseId}_${name}`,
    name,
    prefix: 'refs/heads/',
    repository: repositoryNode,
    target: () => placedCommitNode(oid, repository),
    compare: ({ headRef }: { headRef: string }) =>
      comparison(oid, headRef === name ? oid : headRef, repository),
  };
}

function byCreation<T extends { id: number; createdAt: string }>(items: readonly T[], direction: Direction) {
  const sign = direction === 'ASC' ? 1 : -1;
  const sorted = items
    .map((item) => ({ value: item.createdAt, id: item.id, item }))
    .sort((a, b) => sign * (a.value < b.value ? -1 : a.value > b.value ? 1 : a.id - b.id));
  return { sorted, direction };
}
