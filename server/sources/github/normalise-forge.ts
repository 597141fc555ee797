import type { Account } from '../../model/account.ts';
import type { Checks, ForgeDetails } from '../../model/pull-request.ts';
import type { PullRequestEvent, Review, ReviewComment, ReviewState } from '../../model/review.ts';
import { instantOf, instantOrNull } from './instant.ts';
import type { Actor, GithubPullRequest } from './payload.ts';

/** What only GitHub knows of a pull request; lists in orders that do not depend on how they were fetched. */
export function forgeDetails(host: string, raw: GithubPullRequest): ForgeDetails {
  return {
    account: accountOf(raw.author),
    mergedBy: accountOf(raw.mergedBy),
    assignees: itemsOf(raw.assignees).map(({ login }) => login),
    labels: itemsOf(raw.labels).map(({ name }) => name),
    closes: itemsOf(raw.closingIssuesReferences ?? null).map(
      ({ number, repository }) => `github:${host}/${repository.nameWithOwner}#${number}`,
    ),
    draft: raw.isDraft,
    updatedAt: instantOf(raw.updatedAt),
    headSha: raw.headRefOid,
    additions: raw.additions,
    deletions: raw.deletions,
    changedFiles: raw.changedFiles,
    commentCount: raw.totalCommentsCount,
    reviews: reviewsOf(raw),
    events: eventsOf(raw),
    comments: raw.reviewThreads ? commentsOf(raw.reviewThreads) : null,
    files: raw.files
      ? itemsOf(raw.files).map(({ path, additions, deletions }) => ({ path, additions, deletions }))
      : null,
    checks: checksOf(raw.head),
    firstChecks: firstChecksOf(raw),
  };
}

/** The items that can be shown. */
export function itemsOf<T>(list: { nodes: readonly (T | null)[] | null } | null): T[] {
  return (list?.nodes ?? []).filter((node) => node !== null);
}

const KINDS: Readonly<Record<string, Account['kind']>> = {
  Bot: 'bot',
  Mannequin: 'mannequin',
  Organization: 'organization',
};

/** Null for an account that was deleted. Accounts of an enterprise are users like others. */
function accountOf(actor: Actor): Account | null {
  return actor && { login: actor.login, kind: KINDS[actor.__typename] ?? 'user' };
}

const STATES: Readonly<Record<string, ReviewState>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
};

/** Pending ones, which nobody but their author sees, are left out. */
function reviewsOf(raw: GithubPullRequest): Review[] {
  const reviews = itemsOf(raw.reviews).flatMap(({ id, state, submittedAt, author }): Review[] => {
    const known = STATES[state];
    const at = instantOrNull(submittedAt);
    return known === undefined || at === null
      ? []
      : [{ id, account: accountOf(author), state: known, submittedAt: at }];
  });
  return reviews.sort((a, b) => a.submittedAt - b.submittedAt || inOrder(a.id, b.id));
}

const EVENTS: Readonly<Record<string, PullRequestEvent['kind']>> = {
  ReadyForReviewEvent: 'ready',
  ConvertToDraftEvent: 'draft',
  ReviewRequestedEvent: 'review-requested',
  ReviewRequestRemovedEvent: 'review-request-removed',
  HeadRefForcePushedEvent: 'force-pushed',
  ReopenedEvent: 'reopened',
};

/** Events of the same second stay in GitHub's order. */
function eventsOf(raw: GithubPullRequest): PullRequestEvent[] {
  const events = itemsOf(raw.timelineItems).flatMap(({ __typename, createdAt }): PullRequestEvent[] => {
    const kind = EVENTS[__typename];
    return kind === undefined ? [] : [{ kind, at: instantOf(createdAt) }];
  });
  return events.sort((a, b) => a.at - b.at);
}

function commentsOf(threads: NonNullable<GithubPullRequest['reviewThreads']>): ReviewComment[] {
  const comments = itemsOf(threads).flatMap((thread) =>
    itemsOf(thread.comments).flatMap(({ id, author, publishedAt }): ReviewComment[] => {
      if (publishedAt === null) return []; // of a review that is not submitted yet
      return [{ id, threadId: thread.id, account: accountOf(author), at: instantOf(publishedAt) }];
    }),
  );
  return comments.sort((a, b) => a.at - b.at || inOrder(a.id, b.id));
}

const CHECKS: Readonly<Record<string, Checks>> = {
  SUCCESS: 'success',
  FAILURE: 'failure',
  ERROR: 'failure',
  PENDING: 'pending',
  EXPECTED: 'pending',
};

/** Null: not asked, or the last commit is not shown. */
function checksOf(head: GithubPullRequest['head']): Checks | null {
  const [last] = itemsOf(head ?? null);
  if (last === undefined) return null;
  const rollup = last.commit.statusCheckRollup;
  return rollup === null ? 'none' : (CHECKS[rollup.state] ?? null);
}

/** Null: not asked, cut short, or there are more commits than were asked for and none of the first had checks. */
function firstChecksOf({ firstPushed, commits }: GithubPullRequest): Checks | null {
  const shown = itemsOf(firstPushed ?? null);
  const first = shown.find(({ commit }) => commit.statusCheckRollup !== null)?.commit.statusCheckRollup;
  if (first) return CHECKS[first.state] ?? null;
  return shown.length > 0 && shown.length === commits?.totalCount ? 'none' : null;
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
