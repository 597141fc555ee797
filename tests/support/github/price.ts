import type { AskedField } from './asked-field.ts';
import { refusal } from './refusal.ts';

export type Variables = Readonly<Record<string, unknown>>;

export type Price = {
  /** Points of the hourly budget. */
  points: number;
  /** The most nodes that can come back. */
  nodes: number;
  /** The largest page among the outermost lists; 0 without any. */
  pageSize: number;
  /** Whether that page is one of pull requests. */
  ofPullRequests: boolean;
};

const mostNodes = 500_000;
const largestPage = 100;

/**
 * GitHub's formula (docs.github.com, "Rate limits and query limits for the GraphQL API"): the requests needed to fill every
 * connection, when each before it is as full as asked, divided by 100 and rounded; at least one point.
 * @throws {GraphQLError} when a page is over 100 or unbounded, or more than 500,000 nodes may come back
 */
export function priceOf(fields: readonly AskedField[], variables: Variables): Price {
  const sum: Sum = { requests: 0, nodes: 0, pageSize: 0, ofPullRequests: false };
  for (const field of fields) add(sum, field, 1, true, variables);
  if (sum.nodes > mostNodes)
    throw refusal(
      'MAX_NODE_LIMIT_EXCEEDED',
      `This query requests up to ${sum.nodes.toLocaleString('en')} possible nodes which exceeds the maximum limit of 500,000.`,
    );
  const { nodes, pageSize, ofPullRequests } = sum;
  return { points: Math.max(1, Math.round(sum.requests / 100)), nodes, pageSize, ofPullRequests };
}

type Sum = { requests: number; nodes: number; pageSize: number; ofPullRequests: boolean };

function add(sum: Sum, field: AskedField, parents: number, outermost: boolean, variables: Variables): void {
  if (!field.included(variables)) return;
  let children = parents;
  if (field.list !== null) {
    const size = field.list === 'ids' ? idsOf(field, variables) : pageOf(field, variables);
    if (field.list === 'connection') sum.requests += parents;
    children = parents * size;
    sum.nodes += children;
    if (outermost && size >= sum.pageSize) {
      sum.pageSize = size;
      sum.ofPullRequests = field.name === 'pullRequests';
    }
  }
  const stillOutermost = outermost && field.list === null;
  for (const child of field.fields) add(sum, child, children, stillOutermost, variables);
}

function idsOf(field: AskedField, variables: Variables): number {
  const ids = field.argument('ids', variables);
  const many = Array.isArray(ids) ? ids.length : 0;
  if (many > largestPage)
    throw refusal(
      'ARGUMENT_LIMIT',
      `You may not provide more than ${largestPage} node ids; you provided ${many}.`,
    );
  return many;
}

function pageOf(field: AskedField, variables: Variables): number {
  const first = field.argument('first', variables);
  const last = field.argument('last', variables);
  if (typeof first === 'number' && typeof last === 'number')
    throw refusal(
      'BAD_PAGINATION',
      `Passing both \`first\` and \`last\` to paginate the \`${field.name}\` connection is not supported.`,
    );
  const [name, size] = typeof last === 'number' ? ['last', last] : ['first', first];
  if (typeof size !== 'number') {
    if (!field.wantsItems) return 0;
    throw refusal(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${field.name}\` connection.`,
    );
  }
  if (size > largestPage)
    throw refusal(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records on the \`${field.name}\` connection exceeds the \`${name}\` limit of ${largestPage} records.`,
    );
  if (size < 1)
    throw refusal(
      'ARGUMENT_LIMIT',
      `\`${name}\` on the \`${field.name}\` connection cannot be less than one.`,
    );
  return size;
}
