import { RATE_LIMIT } from './answer.ts';
import { COMMIT, FULL_PAGE, LISTS, type ListName, listText } from './connections.ts';

/** What of a pull request may be left out: it costs extra points, or the token may not see it. */
export type Part = 'closingIssuesReferences' | 'files' | 'checks' | 'reviewThreads';
export type Parts = ReadonlySet<Part>;

const PLAIN = `
  id number title body state isDraft isCrossRepository createdAt updatedAt mergedAt closedAt
  additions deletions changedFiles baseRefName headRefName headRefOid totalCommentsCount
  author { __typename login }
  mergedBy { __typename login }
  mergeCommit { ${COMMIT} }`;

const ALWAYS: readonly ListName[] = ['labels', 'assignees', 'reviews', 'commits', 'timelineItems'];
const OPTIONAL = ['closingIssuesReferences', 'files', 'reviewThreads'] as const;

/** Of the last commit, and of so many first ones: most are checked on their first push. More would cost GitHub time, not points. */
export const FIRST_COMMITS = 10;
const ROLLUP = 'nodes { commit { statusCheckRollup { state } } }';
const CHECKS = `head: commits(last: 1) { ${ROLLUP} } firstPushed: commits(first: ${FIRST_COMMITS}) { ${ROLLUP} }`;

/** Fields of a pull request: with lists as short as most need, or `whole` with as much of each as GitHub gives at once. */
function fields(parts: Parts, whole: boolean): string {
  const lists = [...ALWAYS, ...OPTIONAL.filter((name) => parts.has(name))];
  const texts = lists.map((name) => listText(name, whole ? FULL_PAGE : LISTS[name].first));
  return [PLAIN, ...texts, ...(parts.has('checks') ? [CHECKS] : [])].join('\n  ');
}

/** Pages of a repository's pull requests, the last updated first. Variables: id, first, after. */
export function pageText(parts: Parts): string {
  return `query PullRequests($id: ID!, $first: Int!, $after: String) {
  ${RATE_LIMIT}
  node(id: $id) { ... on Repository {
    pullRequests(first: $first, after: $after, orderBy: {field: UPDATED_AT, direction: DESC}) {
      totalCount pageInfo { hasNextPage endCursor } nodes { ${fields(parts, false)} }
    }
  } }
}`;
}

/** What a page costs, without reading it. Variables: id, first. */
export function priceText(parts: Parts): string {
  return `query Price($id: ID!, $first: Int!) {
  rateLimit(dryRun: true) { cost limit remaining resetAt }
  node(id: $id) { ... on Repository {
    pullRequests(first: $first, orderBy: {field: UPDATED_AT, direction: DESC}) { nodes { ${fields(parts, false)} } }
  } }
}`;
}

/** Pull requests by their ids. Variables: ids. */
export function byIdsText(parts: Parts, whole: boolean): string {
  return `query PullRequestsById($ids: [ID!]!) {
  ${RATE_LIMIT}
  nodes(ids: $ids) { ... on PullRequest { ${fields(parts, whole)} } }
}`;
}

/** The next pull requests by number only, to get past one that cannot be read. Variables: id, after. */
export const NEXT_TEXT = `query NextPullRequest($id: ID!, $after: String) {
  ${RATE_LIMIT}
  node(id: $id) { ... on Repository {
    pullRequests(first: 1, after: $after, orderBy: {field: UPDATED_AT, direction: DESC}) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id number updatedAt }
    }
  } }
}`;
