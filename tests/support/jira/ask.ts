import type { FakeJira } from './fake.ts';

export type Reply = {
  status: number;
  headers: Headers;
  text: string;
  /** The value at the keys named, such as `('issues', 0, 'id')`; undefined: there is none. */
  at: (...keys: (string | number)[]) => unknown;
  /** So, of a list: one value of each of its items. */
  each: (list: string, ...keys: (string | number)[]) => unknown[];
};

/** How the owner of the good token signs. */
export function signature(fake: FakeJira, token = 'good-token'): string {
  if (fake.site.deployment === 'Server') return `Bearer ${token}`;
  return `Basic ${Buffer.from(`reader@example.com:${token}`).toString('base64')}`;
}

/** Asks the fake over its socket, as somebody who knows nothing of its insides; with a body it posts. Path: `3/myself`. */
export async function ask(
  fake: FakeJira,
  path: string,
  body?: object,
  { authorization = signature(fake), base = fake.url }: { authorization?: string | null; base?: string } = {},
): Promise<Reply> {
  const response = await fetch(`${base}/rest/api/${path}`, {
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      ...(authorization === null ? {} : { authorization }),
    },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const value = parsed(text);
  return {
    status: response.status,
    headers: response.headers,
    text,
    at: (...keys) => valueAt(value, keys),
    each: (list, ...keys) => {
      const items = valueAt(value, [list]);
      return Array.isArray(items) ? items.map((item: unknown) => valueAt(item, keys)) : [];
    },
  };
}

/** All pages of a search, and how many there were. */
export async function searched(fake: FakeJira, asked: object): Promise<{ ids: unknown[]; pages: number }> {
  const ids: unknown[] = [];
  let token: unknown;
  for (let pages = 1; ; pages += 1) {
    const more = token === undefined ? {} : { nextPageToken: token };
    const reply = await ask(fake, '3/search/jql', { ...asked, ...more });
    if (reply.status !== 200) throw new Error(reply.text);
    ids.push(...reply.each('issues', 'id').map(Number));
    token = reply.at('nextPageToken');
    if (token === undefined) return { ids, pages };
  }
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
