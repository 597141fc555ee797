import type { FakeGithub } from './fake-github.ts';
import type { ErrorEntry } from './refusal.ts';

export type Reply = {
  status: number;
  headers: Headers;
  text: string;
  /** The value at the keys named, such as `('repository', 'pullRequests', 'totalCount')`; undefined: there is none. */
  at: (...keys: (string | number)[]) => unknown;
  errors: ErrorEntry[];
};

/** Asks the fake a query over its socket, as somebody who knows nothing of its insides. */
export async function ask(
  fake: FakeGithub,
  query: string,
  variables: Record<string, unknown> = {},
  token = 'good-token',
): Promise<Reply> {
  const response = await fetch(`${fake.dotcomUrl}/api/graphql`, {
    method: 'POST',
    headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return replyOf(response);
}

/** Asks the fake for a path of the REST interface. */
export async function askRest(
  fake: FakeGithub,
  path: string,
  { token = 'good-token', ...more }: RequestInit & { token?: string } = {},
): Promise<Reply> {
  const headers = { authorization: `bearer ${token}` };
  return replyOf(await fetch(`${fake.url}${path}`, { headers, ...more }));
}

async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  const body = parsed(text);
  const data = valueAt(body, ['data']) ?? body;
  const errors = valueAt(body, ['errors']);
  return {
    status: response.status,
    headers: response.headers,
    text,
    at: (...keys) => valueAt(data, keys),
    errors: Array.isArray(errors) ? errors : [],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function valueAt(value: unknown, keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    value,
  );
}
