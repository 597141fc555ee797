import { placedCommitNode } from './commit-node.ts';
import { listConnection, type PageArguments } from './connection.ts';
import { nodeId } from './node-id.ts';
import type { FakeDeployment, FakeRelease, FakeRepository } from './repository.ts';

export function deploymentNode(deployment: FakeDeployment, repository: FakeRepository): object {
  const { id, environment, commitOid, ref, createdAt, statuses } = deployment;
  const last = statuses.at(-1);
  const status = (one: FakeDeployment['statuses'][number], at: number): object => ({
    id: nodeId('DE', repository.databaseId, id, at),
    state: one.state,
    createdAt: one.createdAt,
    updatedAt: one.createdAt,
  });
  return {
    __typename: 'Deployment',
    id: nodeId('DE', repository.databaseId, id),
    databaseId: id,
    ...{ environment, commitOid, createdAt },
    latestEnvironment: environment,
    originalEnvironment: environment,
    updatedAt: last?.createdAt ?? createdAt,
    state: last?.state === 'SUCCESS' ? 'ACTIVE' : (last?.state ?? 'PENDING'),
    commit: () => (repository.graph[commitOid] ? placedCommitNode(commitOid, repository) : null),
    ref: () => (ref === null ? null : { id: `REF_${ref}`, name: ref, prefix: 'refs/heads/' }),
    latestStatus: () => (last === undefined ? null : status(last, statuses.length - 1)),
    // Newest first, as they have been seen; no order is documented.
    statuses: (page: PageArguments) =>
      listConnection(statuses.map((one, at) => status(one, at)).reverse(), page, (one) => one),
  };
}

export function releaseNode(release: FakeRelease, repository: FakeRepository): object {
  const { id, tagName, createdAt, publishedAt, isPrerelease, tagCommitOid } = release;
  return {
    __typename: 'Release',
    id: nodeId('RE', repository.databaseId, id),
    databaseId: id,
    name: tagName,
    ...{ tagName, createdAt, publishedAt, isPrerelease },
    isDraft: publishedAt === null,
    updatedAt: publishedAt ?? createdAt,
    tagCommit: () => (tagCommitOid === null ? null : placedCommitNode(tagCommitOid, repository)),
  };
}
