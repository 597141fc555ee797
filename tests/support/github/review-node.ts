import { accountNode } from './account-node.ts';
import { listConnection, type PageArguments } from './connection.ts';
import { nodeId } from './node-id.ts';
import type { FakeComment, FakePullRequest, FakeReview, FakeThread } from './pull-request.ts';
import type { FakeRepository } from './repository.ts';

/** Where a review, a thread or a comment stands. */
export type Place = { repository: FakeRepository; pullRequest: FakePullRequest };

export function reviewNode(review: FakeReview, place: Place): object {
  const { id, state, body, createdAt, submittedAt } = review;
  return {
    __typename: 'PullRequestReview',
    id: () => nodeId('PRR', place.repository.databaseId, place.pullRequest.number, id),
    databaseId: id,
    fullDatabaseId: String(id),
    author: () => accountNode(review.author),
    state,
    body,
    createdAt,
    submittedAt,
    comments: (page: PageArguments) => {
      const comments = place.pullRequest.reviewThreads
        .flatMap((thread) => thread.comments.map((comment) => ({ thread, comment })))
        .filter(({ comment }) => comment.reviewId === id);
      return listConnection(comments, page, ({ thread, comment }) => commentNode(comment, thread, place));
    },
  };
}

export function threadNode(thread: FakeThread, place: Place): object {
  const { id, path, isResolved } = thread;
  return {
    __typename: 'PullRequestReviewThread',
    id: () => nodeId('PRRT', place.repository.databaseId, place.pullRequest.number, id),
    path,
    isResolved,
    comments: (page: PageArguments) =>
      listConnection(thread.comments, page, (comment) => commentNode(comment, thread, place)),
  };
}

export function commentNode(comment: FakeComment, thread: FakeThread, place: Place): object {
  const { id, createdAt, body } = comment;
  return {
    __typename: 'PullRequestReviewComment',
    id: () => nodeId('PRRC', place.repository.databaseId, place.pullRequest.number, id),
    databaseId: id,
    fullDatabaseId: String(id),
    author: () => accountNode(comment.author),
    createdAt,
    // Seen by others from the moment at which its review was submitted; never, if that is pending.
    publishedAt: () => {
      const sent = place.pullRequest.reviews.find((one) => one.id === comment.reviewId);
      return sent === undefined ? createdAt : sent.submittedAt;
    },
    body,
    path: thread.path,
    replyTo: () => {
      const [first] = thread.comments;
      return first === undefined || first === comment ? null : commentNode(first, thread, place);
    },
    pullRequestReview: () => {
      const review = place.pullRequest.reviews.find((one) => one.id === comment.reviewId);
      return review === undefined ? null : reviewNode(review, place);
    },
  };
}
