import { accountNode } from './account-node.ts';
import { commitNode } from './commit-node.ts';
import { listConnection, type PageArguments } from './connection.ts';
import { nodeId } from './node-id.ts';
import type { FakeIssue, FakePullRequest } from './pull-request.ts';
import type { FakeRepository } from './repository.ts';
import { reviewNode, threadNode } from './review-node.ts';
import { type TimelineArguments, timelineItems } from './timeline-node.ts';

/** A pull request; `repositoryNode` is the node that it was reached through. */
export function pullRequestNode(
  pullRequest: FakePullRequest,
  repository: FakeRepository,
  repositoryNode: object,
): object {
  const { author, mergedBy, assignees, labels, closingIssues, mergeCommit, commits } = pullRequest;
  const { reviews, reviewThreads, timeline: _, files, ...plain } = pullRequest;
  const place = { repository, pullRequest };
  const { databaseId } = repository;
  return {
    ...plain,
    __typename: 'PullRequest',
    id: nodeId('PR', databaseId, pullRequest.number),
    fullDatabaseId: String(databaseId * 100_000 + pullRequest.number),
    url: `https://github.com/${repository.owner}/${repository.name}/pull/${pullRequest.number}`,
    bodyText: pullRequest.body,
    merged: pullRequest.state === 'MERGED',
    closed: pullRequest.state !== 'OPEN',
    repository: repositoryNode,
    author: () => accountNode(author),
    mergedBy: () => accountNode(mergedBy),
    mergeCommit: () => (mergeCommit === null ? null : commitNode(mergeCommit, repository)),
    // Only users can stand in this connection.
    assignees: (page: PageArguments) =>
      listConnection(
        assignees.filter(({ kind }) => kind === 'User'),
        page,
        accountNode,
      ),
    labels: (page: PageArguments) =>
      listConnection(labels, page, (name) => ({ id: nodeId('LA', databaseId, name), name })),
    closingIssuesReferences: (page: PageArguments) => listConnection(closingIssues, page, issueNode),
    commits: (page: PageArguments) =>
      listConnection(commits, page, (commit) => ({
        id: nodeId('PRC', databaseId, pullRequest.number, commit.oid),
        commit: commitNode(commit, repository),
      })),
    reviews: ({ states, ...page }: PageArguments & { states?: string[] | null }) =>
      listConnection(
        states ? reviews.filter(({ state }) => states.includes(state)) : reviews,
        page,
        (review) => reviewNode(review, place),
      ),
    reviewThreads: (page: PageArguments) =>
      listConnection(reviewThreads, page, (thread) => threadNode(thread, place)),
    timelineItems: (page: TimelineArguments) => timelineItems(pullRequest, repository, page),
    files: (page: PageArguments) => listConnection(files, page, (file) => file),
  };
}

function issueNode({ repository, number, title }: FakeIssue): object {
  const [login = '', name = ''] = repository.split('/');
  return {
    __typename: 'Issue',
    id: `I_${Buffer.from(`${repository}#${number}`).toString('base64url')}`,
    number,
    title,
    url: `https://github.com/${repository}/issues/${number}`,
    repository: { name, nameWithOwner: repository, owner: { __typename: 'Organization', login } },
  };
}
