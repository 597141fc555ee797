import type { GithubPullRequest } from './payload.ts';

/** Lists within a pull request. */
export type ListName =
  | 'labels'
  | 'assignees'
  | 'closingIssuesReferences'
  | 'reviews'
  | 'commits'
  | 'timelineItems'
  | 'files'
  | 'reviewThreads';

/** A list as it is asked for in a page of pull requests (`first`), and how it is called in a sentence. */
type List = { first: number; nodes: string; argument?: string; most?: number; called: string };

const ACTOR = 'author { __typename login }';
export const COMMIT =
  'oid message authoredDate committedDate author { name email user { login } } committer { name email }';

const EVENTS = [
  'READY_FOR_REVIEW_EVENT',
  'CONVERT_TO_DRAFT_EVENT',
  'REVIEW_REQUESTED_EVENT',
  'REVIEW_REQUEST_REMOVED_EVENT',
  'HEAD_REF_FORCE_PUSHED_EVENT',
  'REOPENED_EVENT',
];
const EVENT_TYPES = [
  'ReadyForReviewEvent',
  'ConvertToDraftEvent',
  'ReviewRequestedEvent',
  'ReviewRequestRemovedEvent',
  'HeadRefForcePushedEvent',
  'ReopenedEvent',
];

const PAGE = 'totalCount pageInfo { hasNextPage endCursor }';

/** The first comments of a thread. */
const COMMENTS = `id ${ACTOR} publishedAt`;

/** No list stands within the items of another (ten times the price), but for comments in threads. `most`: GitHub gives no more. */
export const LISTS: Readonly<Record<ListName, List>> = {
  labels: { first: 20, nodes: 'name', called: 'labels' },
  assignees: { first: 10, nodes: 'login', called: 'assignees' },
  closingIssuesReferences: {
    first: 5,
    nodes: 'number repository { nameWithOwner }',
    called: 'issues that it closes',
  },
  reviews: { first: 50, nodes: `id state submittedAt ${ACTOR}`, called: 'reviews' },
  commits: { first: 50, nodes: `commit { ${COMMIT} }`, most: 250, called: 'commits' },
  timelineItems: {
    first: 50,
    argument: `, itemTypes: [${EVENTS.join(', ')}]`,
    nodes: `__typename ... on Node { id } ${EVENT_TYPES.map((type) => `... on ${type} { createdAt }`).join(' ')}`,
    called: 'events',
  },
  files: { first: 100, nodes: 'path additions deletions', most: 3000, called: 'changed files' },
  reviewThreads: {
    first: 10,
    nodes: `id comments(first: 10) { ${PAGE} nodes { ${COMMENTS} } }`,
    called: 'comments',
  },
};

/** As many items as GitHub gives at once. */
export const FULL_PAGE = 100;

/** A list as text of a query; `after` names the variable with the place to go on from. */
export function listText(name: ListName, first: number, after?: string): string {
  const { nodes, argument = '' } = LISTS[name];
  return `${name}(first: ${first}${after === undefined ? '' : `, after: ${after}`}${argument}) { ${PAGE} nodes { ${nodes} } }`;
}

export function commentsText(after: string): string {
  return `comments(first: ${FULL_PAGE}, after: ${after}) { ${PAGE} nodes { ${COMMENTS} } }`;
}

/** The lists that a pull request was asked for. */
export function listsOf(pullRequest: GithubPullRequest): ListName[] {
  const optional = (['closingIssuesReferences', 'files', 'reviewThreads'] as const).filter(
    (name) => pullRequest[name] !== undefined,
  );
  return ['labels', 'assignees', 'reviews', 'commits', 'timelineItems', ...optional];
}
