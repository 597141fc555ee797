import { type Answer, html, json, message } from './answer.ts';
import type { GraphqlResult } from './execution.ts';
import type { Fault, Heard } from './faults.ts';

const secondary =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. ' +
  'If you reach out to GitHub Support for help, please include the request ID.';
const wentWrong =
  'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. ' +
  'Please include the request ID when reporting this issue.';

const titles = {
  500: 'Internal Server Error',
  502: '502 Bad Gateway',
  503: 'Unicorn! · GitHub',
  504: '504 Gateway Time-out',
};

/** The whole answer of a fault that never gets as far as the data; null: the data is answered, perhaps spoiled. */
export function faultAnswer(fault: Fault, kind: Heard['kind']): Answer | null {
  switch (fault.kind) {
    case 'server-error':
      if (fault.body !== 'json') return html(fault.status, titles[fault.status]);
      return kind === 'graphql'
        ? json(fault.status, { data: null, errors: [{ message: wentWrong }] })
        : message(fault.status, 'Server Error');
    case 'primary-limit':
      return limitAnswer(kind);
    case 'secondary-limit': {
      const wait: Record<string, string> =
        fault.retryAfter === null ? {} : { 'retry-after': String(fault.retryAfter) };
      if (fault.status === 200) return json(200, { errors: [{ message: secondary }] }, wait);
      return message(fault.status, secondary, wait);
    }
    case 'garbage':
      return { ...json(200, null), body: '{"data":{"repository":{"pullRe\u0000\u0001<<' };
    case 'empty':
      return { ...json(200, null), body: '' };
    case 'proxy-page':
      return html(200, 'Sign in to the company network');
    case 'bad-credentials':
      return message(401, 'Bad credentials');
    case 'not-found':
      return message(404, 'Not Found');
    default:
      return null;
  }
}

/** The hour's budget is used up. */
export function limitAnswer(kind: Heard['kind']): Answer {
  const text = 'API rate limit exceeded for user ID 1.';
  if (kind === 'rest') return message(403, text);
  return json(200, { errors: [{ type: 'RATE_LIMITED', message: text }] });
}

/** What a fault leaves of a result. */
export function spoiled(result: GraphqlResult, fault: Fault | null): GraphqlResult {
  if (fault?.kind === 'truncated') return { ...result, data: truncated(result.data ?? null) };
  if (fault?.kind !== 'resource-limit') return result;
  const path = pathOfList(result.data ?? null) ?? [];
  if (fault.says === 'something-went-wrong') return { data: null, errors: [{ message: wentWrong }] };
  return {
    data: nulledAt(result.data ?? null, path),
    errors: [{ type: 'RESOURCE_LIMITS_EXCEEDED', path, message: 'Resource limits for this query exceeded.' }],
  };
}

type Data = Record<string, unknown> | null;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where the first list of the answer stands. */
function pathOfList(data: Data, before: (string | number)[] = []): (string | number)[] | null {
  for (const [key, value] of Object.entries(data ?? {})) {
    if (key === 'nodes' && Array.isArray(value)) return [...before, key];
    const deeper = isRecord(value) ? pathOfList(value, [...before, key]) : null;
    if (deeper !== null) return deeper;
  }
  return null;
}

/** The second half of the list at `path` becomes null, item by item; without a list, all of the data. */
function nulledAt(data: Data, path: readonly (string | number)[]): Data {
  const [key, ...rest] = path;
  if (data === null || typeof key !== 'string') return null;
  const value = data[key];
  if (Array.isArray(value)) {
    const kept = Math.floor(value.length / 2);
    return { ...data, [key]: value.map((item: unknown, at) => (at < kept ? item : null)) };
  }
  return { ...data, [key]: isRecord(value) ? nulledAt(value, rest) : null };
}

/** Every item of an outer list but each fifth loses the items of the lists within it. */
function truncated(data: Data): Data {
  if (data === null) return null;
  const entries = Object.entries(data).map(([key, value]): [string, unknown] => {
    if (key === 'nodes' && Array.isArray(value))
      return [
        key,
        value.map((item: unknown, at) => (at % 5 === 4 || !isRecord(item) ? item : emptied(item))),
      ];
    return [key, isRecord(value) ? truncated(value) : value];
  });
  return Object.fromEntries(entries);
}

function emptied(item: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(item).map(([key, value]): [string, unknown] => {
    if (!isRecord(value) || !Array.isArray(value.nodes)) return [key, value];
    const pageInfo = isRecord(value.pageInfo) ? { pageInfo: ended(value.pageInfo) } : {};
    return [key, { ...value, ...pageInfo, nodes: [] }];
  });
  return Object.fromEntries(entries);
}

/** What a page says of itself that has nothing behind it. */
function ended(pageInfo: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(pageInfo).map(([key, value]): [string, unknown] => [
    key,
    typeof value === 'boolean' ? false : null,
  ]);
  return Object.fromEntries(entries);
}
