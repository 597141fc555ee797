import { commit } from '../../support/github/commit.ts';
import { type FakePullRequest, pullRequest } from '../../support/github/pull-request.ts';
import type { FakeRepository } from '../../support/github/repository.ts';
import { shop } from '../../support/github/started.ts';

/** The time of a change, minutes after a Monday morning. */
export function minute(count: number): string {
  return new Date(Date.UTC(2026, 7, 10, 9) + count * 60_000).toISOString().replace('.000Z', 'Z');
}

/** Pull requests 1 to `count`, one updated a minute after the other. */
export function pullRequests(count: number, over: Partial<FakePullRequest> = {}): FakePullRequest[] {
  return Array.from({ length: count }, (_, at) =>
    pullRequest({ number: at + 1, createdAt: minute(at), ...over }),
  );
}

/** A pull request with so many commits. */
export function longOne(
  number: number,
  commits: number,
  over: Partial<FakePullRequest> = {},
): FakePullRequest {
  return pullRequest({
    number,
    createdAt: minute(number),
    commits: Array.from({ length: commits }, (_, at) =>
      commit({ message: `Step ${at} of ${number}`, authoredDate: minute(at) }),
    ),
    ...over,
  });
}

/** `acme/shop` with so many pull requests. */
export function shopOf(count: number, over: Partial<FakeRepository> = {}): FakeRepository {
  return shop({ pullRequests: pullRequests(count), ...over });
}
