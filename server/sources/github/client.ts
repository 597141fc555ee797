import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/core';
import type { GithubAuth, GithubOutside } from './outside.ts';

/** What is worth knowing of an answer besides its data. */
export type Seen = {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** `object`: JSON; `text`: whatever could not be read as such, cut bodies too; `none`: an empty one. */
  body: 'object' | 'text' | 'none';
  /** Names of the fields of a JSON object. */
  fields: readonly string[];
  /** The beginning of what could not be read as JSON. */
  text: string;
};

/** GitHub through octokit, which signs requests, builds addresses and reads bodies; it repeats nothing. */
export type GithubClient = {
  /** @returns undefined when the body was cut or no JSON, as octokit has it */
  graphql(text: string, variables: Record<string, unknown>, signal: AbortSignal): Promise<unknown>;
  /** @returns the body of the answer */
  rest(route: string, parameters: Record<string, unknown>, signal: AbortSignal): Promise<unknown>;
  /** Of the last request; null when no answer came. */
  seen(): Seen | null;
  /** Requests sent so far, those for tokens included. */
  requests(): number;
};

/** Of a text that is no JSON; enough for a page's title. */
const MUCH = 4000;

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** `installationId` is that of an App, when its configuration does not name one. */
export function githubClient(
  outside: Pick<GithubOutside, 'apiUrl' | 'auth' | 'fetch'>,
  installationId?: string,
): GithubClient {
  const octokit = new Octokit({
    baseUrl: outside.apiUrl,
    userAgent: 'uptake',
    log: silent,
    request: { fetch: outside.fetch, log: silent },
    ...authentication(outside.auth, installationId),
  });
  let seen: Seen | null = null;
  let requests = 0;
  octokit.hook.before('request', () => {
    seen = null;
    requests += 1;
  });
  octokit.hook.after('request', (response) => {
    seen = seenOf(response);
  });
  octokit.hook.error('request', (error) => {
    if ('response' in error && error.response) seen = seenOf(error.response);
    throw error;
  });
  return {
    graphql: (text, variables, signal) =>
      octokit.graphql<unknown>(text, { ...variables, request: { signal } }),
    async rest(route, parameters, signal) {
      const { data } = await octokit.request(route, { ...parameters, request: { signal } });
      return data;
    },
    seen: () => seen,
    requests: () => requests,
  };
}

function authentication(auth: GithubAuth, installationId: string | undefined) {
  if ('token' in auth) return { auth: auth.token };
  const id = auth.installationId ?? installationId;
  return {
    authStrategy: createAppAuth,
    auth: { ...auth, ...(id === undefined ? {} : { installationId: id }) },
  };
}

function seenOf(response: { status: number; headers: object; data: unknown }): Seen {
  const { status, data } = response;
  const headers = Object.fromEntries(
    Object.entries(response.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), String(value)]],
    ),
  );
  if (typeof data === 'object' && data !== null)
    return { status, headers, body: 'object', fields: Object.keys(data), text: '' };
  const text = typeof data === 'string' ? data.slice(0, MUCH) : '';
  return { status, headers, body: text === '' ? 'none' : 'text', fields: [], text };
}
