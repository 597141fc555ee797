import JiraApi from 'jira-client';
import type { JiraOutside } from './outside.ts';

/** What came back; a body that is no JSON stays text. Or the error because of which nothing did. */
export type Reply =
  | { status: number; headers: Readonly<Record<string, string>>; body: unknown }
  | { failure: unknown };

export type JiraRequest = {
  method: 'GET' | 'POST';
  /** `/search/jql`, below `/rest/api/VERSION`. */
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: object;
};

/** Jira through jira-client, which builds addresses and authenticates; what is sent and what comes back is our own. Never throws. */
export type JiraClient = {
  send(request: JiraRequest, version: '2' | '3', signal: AbortSignal): Promise<Reply>;
  /** Requests sent so far. */
  requests(): number;
};

export function jiraClient(outside: Pick<JiraOutside, 'url' | 'auth' | 'fetch'>): JiraClient {
  const { url, auth } = outside;
  const { protocol, hostname, port, pathname } = new URL(url);
  let requests = 0;
  let reply: Reply | null = null;
  const account = 'bearer' in auth ? auth : { username: auth.email, password: auth.token };
  const send = async (options: JiraApi.RequestOptions, signal: AbortSignal): Promise<Reply> => {
    requests += 1;
    try {
      const response = await outside.fetch(options.uri, {
        method: options.method,
        // A page to sign in is no answer, wherever it stands.
        redirect: 'manual',
        headers: {
          accept: 'application/json',
          authorization: authorization(options.auth),
          'user-agent': 'uptake',
          ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
        signal,
      });
      const headers = Object.fromEntries(response.headers);
      return { status: response.status, headers, body: parsed(await response.text()) };
    } catch (failure) {
      return { failure };
    }
  };
  return {
    async send({ method, path, query, body }, version, signal) {
      const api = new JiraApi({
        ...{ protocol: protocol.slice(0, -1), host: hostname, apiVersion: version, ...account },
        ...(port === '' ? {} : { port }),
        base: pathname.replace(/\/+$/, ''),
        request: async (options) => {
          reply = await send(options, signal);
          return reply;
        },
      });
      const uri = api.makeUri({ pathname: path, ...(query === undefined ? {} : { query }) });
      reply = null;
      await api.doRequest(api.makeRequestHeader(uri, { method, ...(body === undefined ? {} : { body }) }));
      return reply ?? { failure: null };
    },
    requests: () => requests,
  };
}

function authorization(auth: JiraApi.RequestOptions['auth']): string {
  if (auth?.bearer !== undefined) return `Bearer ${auth.bearer}`;
  return `Basic ${Buffer.from(`${auth?.user}:${auth?.pass}`).toString('base64')}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
