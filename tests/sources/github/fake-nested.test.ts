import { expect, test } from 'vitest';
import { user } from '../../support/github/account.ts';
import { ask } from '../../support/github/ask.ts';
import { pullRequest } from '../../support/github/pull-request.ts';
import type { FakeDeployment } from '../../support/github/repository.ts';
import { acme, shop, startedGithub } from '../../support/github/started.ts';

const at = (day: number) => `2025-03-0${day}T00:00:00Z`;

test('The fake GitHub serves deployments of an environment with all their statuses, and releases with their commits', async () => {
  const deployment = (id: number, environment: string): FakeDeployment => ({
    id,
    environment,
    commitOid: 'a',
    ref: 'main',
    createdAt: at(id),
    statuses: [
      { state: 'SUCCESS', createdAt: at(id) },
      { state: 'INACTIVE', createdAt: at(id + 1) },
    ],
  });
  const release = { id: 1, createdAt: at(1), publishedAt: at(2), isPrerelease: false, tagCommitOid: 'a' };
  const repository = shop({
    deployments: [deployment(1, 'production'), deployment(2, 'staging'), deployment(3, 'production')],
    releases: [
      { ...release, tagName: 'v1' },
      { ...release, id: 2, tagName: 'v2', publishedAt: null, tagCommitOid: null },
    ],
    graph: { a: { parents: [], committedDate: at(1) } },
  });
  const fake = await startedGithub({ organisations: [acme(repository)] });
  const reply = await ask(
    fake,
    `query($after: String) { repository(owner: "acme", name: "shop") {
      deployments(first: 1, after: $after, environments: ["production"], orderBy: {field: CREATED_AT, direction: DESC}) {
        totalCount pageInfo { hasNextPage }
        nodes { databaseId commitOid ref { name } latestStatus { state } statuses(first: 5) { nodes { state createdAt } } }
      }
      releases(first: 5) { nodes { tagName publishedAt isDraft isPrerelease tagCommit { oid committedDate } } }
    } }`,
  );
  expect(reply.at('repository', 'deployments')).toEqual({
    totalCount: 2,
    pageInfo: { hasNextPage: true },
    nodes: [
      {
        databaseId: 3,
        commitOid: 'a',
        ref: { name: 'main' },
        latestStatus: { state: 'INACTIVE' },
        statuses: {
          nodes: [
            { state: 'INACTIVE', createdAt: at(4) },
            { state: 'SUCCESS', createdAt: at(3) },
          ],
        },
      },
    ],
  });
  const common = { isPrerelease: false };
  expect(reply.at('repository', 'releases', 'nodes')).toEqual([
    {
      ...common,
      tagName: 'v1',
      publishedAt: at(2),
      isDraft: false,
      tagCommit: { oid: 'a', committedDate: at(1) },
    },
    { ...common, tagName: 'v2', publishedAt: null, isDraft: true, tagCommit: null },
  ]);
});

test('The fake GitHub serves a comment both in its thread and in its review, and the events asked for', async () => {
  const comment = { author: user('ben'), createdAt: at(2), body: 'Why?' };
  const review = { author: user('ben'), body: '', createdAt: at(2), submittedAt: at(2) };
  const one = pullRequest({
    number: 1,
    reviews: [
      { ...review, id: 10, state: 'COMMENTED' },
      { ...review, id: 11, state: 'APPROVED', author: null },
    ],
    reviewThreads: [
      {
        id: 20,
        path: 'a.ts',
        isResolved: false,
        comments: [
          { ...comment, id: 30, reviewId: 10 },
          { ...comment, id: 31, reviewId: 11 },
        ],
      },
    ],
    timeline: [
      { id: 40, kind: 'ReadyForReviewEvent', createdAt: at(1), actor: user('ada') },
      {
        id: 41,
        kind: 'ReviewRequestedEvent',
        createdAt: at(1),
        actor: null,
        requestedReviewer: { team: 'core' },
      },
      { id: 42, kind: 'MergedEvent', createdAt: at(3), actor: user('ada') },
    ],
  });
  const fake = await startedGithub({ organisations: [acme(shop({ pullRequests: [one] }))] });
  const reply = await ask(
    fake,
    `{ repository(owner: "acme", name: "shop") { pullRequest(number: 1) {
      totalCommentsCount
      reviews(first: 5, states: [COMMENTED]) { nodes { fullDatabaseId comments(first: 5) { nodes { fullDatabaseId } } } }
      reviewThreads(first: 5) { nodes { id path comments(first: 5) { nodes { fullDatabaseId pullRequestReview { state } } } } }
      timelineItems(first: 5, itemTypes: [READY_FOR_REVIEW_EVENT, REVIEW_REQUESTED_EVENT]) { totalCount nodes {
        __typename ... on ReviewRequestedEvent { createdAt requestedReviewer { __typename ... on Team { slug } } }
      } }
    } } }`,
  );
  expect(reply.errors).toEqual([]);
  expect(reply.at('repository', 'pullRequest')).toMatchObject({
    totalCommentsCount: 2,
    reviews: { nodes: [{ fullDatabaseId: '10', comments: { nodes: [{ fullDatabaseId: '30' }] } }] },
    reviewThreads: {
      nodes: [
        {
          path: 'a.ts',
          comments: {
            nodes: [
              { fullDatabaseId: '30', pullRequestReview: { state: 'COMMENTED' } },
              { fullDatabaseId: '31', pullRequestReview: { state: 'APPROVED' } },
            ],
          },
        },
      ],
    },
    timelineItems: {
      totalCount: 2,
      nodes: [
        { __typename: 'ReadyForReviewEvent' },
        { createdAt: at(1), requestedReviewer: { __typename: 'Team', slug: 'core' } },
      ],
    },
  });
  const id = reply.at('repository', 'pullRequest', 'reviewThreads', 'nodes', 0, 'id');
  const thread = await ask(
    fake,
    'query($id: ID!) { node(id: $id) { ... on PullRequestReviewThread { comments(last: 1) { nodes { fullDatabaseId } } } } }',
    { id },
  );
  expect(thread.at('node', 'comments', 'nodes')).toEqual([{ fullDatabaseId: '31' }]);
});
