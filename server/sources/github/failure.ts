import { CERTIFICATE, NO_TLS, NOBODY } from '../../net/failed-request.ts';
import type { SourceError } from '../../net/source-error.ts';
import {
  badToken,
  certificate,
  forbidden,
  missingScope,
  notFound,
  notGithub,
  proxyPage,
  refusedQuery,
  ssoRequired,
  ssoUrl,
  unanswered,
  unreachable,
  wrongUrl,
} from './sentences.ts';
import type { Problem, Symptom } from './symptom.ts';

/** Where was asked, for sentences; `app`: by a GitHub App. */
export type Place = { apiUrl: string; host: string; app: boolean };

export type Failure =
  /** GitHub wants us to wait: so many seconds, or until an instant (in seconds since 1970); both null: it does not say. */
  | { kind: 'limit'; limit: 'hourly' | 'secondary'; seconds: number | null; until: number | null }
  /** May pass, with `less` perhaps sooner when less is asked at a time; `error` is for when it does not. */
  | { kind: 'passing'; why: string; less: boolean; error: SourceError }
  /** Will not pass; with `ends: 'source'` nothing else will work either. */
  | { kind: 'final'; ends: 'source' | 'question'; error: SourceError }
  /** The place in a list from which to go on is no longer known. */
  | { kind: 'lost-place'; error: SourceError };

type Row = { when: (symptom: Symptom) => boolean; means: (symptom: Symptom, place: Place) => Failure };

const TOO_MUCH =
  /something went wrong while executing|couldn't respond to your request in time|timed? ?out|resource limits? for this query exceeded/i;
const TOO_MUCH_TYPES = [
  'RESOURCE_LIMITS_EXCEEDED',
  'MAX_NODE_LIMIT_EXCEEDED',
  'INTERNAL',
  'SERVICE_UNAVAILABLE',
];
const HTML = /\bhtml\b/;
const SECONDARY = /secondary rate limit|abuse detection/i;

/** What each symptom means, the first that fits. */
const TABLE: readonly Row[] = [
  { when: ({ code }) => CERTIFICATE.test(code), means: ({ code }, place) => final(certificate(code, place)) },
  {
    when: ({ code }) => NO_TLS.test(code),
    means: ({ code }, place) => final(wrongUrl(`it does not speak TLS (${code})`, place)),
  },
  {
    when: ({ code }) => NOBODY.test(code),
    means: ({ code, says }, place) => ({
      ...{ kind: 'passing', why: 'no answer', less: false },
      error: unreachable(code, says, place),
    }),
  },
  {
    when: ({ status }) => status === null,
    means: ({ code, says }, place) => passing('no answer', unreachable(code, says, place)),
  },
  {
    when: ({ status, headers, says }) =>
      (status === 403 || status === 429 || status === 200) &&
      (headers['retry-after'] !== undefined || SECONDARY.test(says)),
    means: ({ headers }) => {
      return { kind: 'limit', limit: 'secondary', seconds: numberIn(headers['retry-after']), until: null };
    },
  },
  {
    when: (symptom) => has(symptom, 'RATE_LIMITED', 'RATE_LIMIT') || outOfRequests(symptom),
    means: ({ headers }) => {
      return { kind: 'limit', limit: 'hourly', seconds: null, until: numberIn(headers['x-ratelimit-reset']) };
    },
  },
  {
    when: ({ status }) => status === 429,
    means: () => ({ kind: 'limit', limit: 'secondary', seconds: null, until: null }),
  },
  { when: ({ status }) => status === 401, means: ({ says }, place) => final(badToken(says, place)) },
  {
    when: ({ status, headers }) => status === 403 && headers['x-github-sso'] !== undefined,
    means: ({ headers }, place) => final(ssoRequired(ssoUrl(headers, place.host))),
  },
  {
    when: ({ status, api, headers }) => status === 404 && (api === 'graphql' || HTML.test(typeOf(headers))),
    means: (_, place) => final(wrongUrl('it answered 404', place)),
  },
  { when: ({ status }) => status === 404, means: ({ says }, place) => question(notFound(says, place)) },
  {
    when: ({ status, headers }) => status === 407 || ((status ?? 0) < 500 && HTML.test(typeOf(headers))),
    means: ({ says }, place) => final(proxyPage(says, place)),
  },
  {
    when: ({ status }) => (status ?? 0) >= 500,
    means: ({ status, says }, place) =>
      passing(`an answer ${status}`, unanswered(`${status} ${says}`, place)),
  },
  {
    when: (symptom) => has(symptom, 'INVALID_CURSOR_ARGUMENTS'),
    means: ({ says }, place) => ({ kind: 'lost-place', error: refusedQuery(says, place) }),
  },
  {
    when: (symptom) =>
      has(symptom, ...TOO_MUCH_TYPES) || symptom.problems.some(({ message }) => TOO_MUCH.test(message)),
    means: ({ says }, place) => passing('a query that took GitHub too long', unanswered(says, place)),
  },
  {
    when: (symptom) => has(symptom, 'INSUFFICIENT_SCOPES'),
    means: ({ says }, place) => question(missingScope(says, place)),
  },
  {
    when: ({ problems }) => problems.some((problem) => problem.extensions?.saml_failure === true),
    means: ({ headers }, place) => question(ssoRequired(ssoUrl(headers, place.host))),
  },
  {
    // The query itself is wrong for this server, and so will be all others like it.
    when: ({ problems }) => problems.some((problem) => problem.extensions?.code !== undefined),
    means: ({ says }, place) => final(refusedQuery(says, place)),
  },
  { when: ({ status }) => status === 403, means: ({ says }, place) => question(forbidden(says, place)) },
  {
    when: ({ problems }) => problems.length > 0,
    means: ({ says }, place) => question(refusedQuery(says, place)),
  },
  {
    when: ({ api, body, fields }) => api === 'graphql' && body === 'object' && !fields.includes('data'),
    means: (_, place) => final(notGithub(place)),
  },
  {
    when: ({ status }) => status === 200,
    means: (_, place) => passing('a broken answer', unanswered('its answer was cut or no JSON', place)),
  },
];

export function failureOf(symptom: Symptom, place: Place): Failure {
  const row = TABLE.find(({ when }) => when(symptom));
  return row?.means(symptom, place) ?? question(refusedQuery(`${symptom.status} ${symptom.says}`, place));
}

/** Of what was asked, GitHub refuses these parts and answers the rest. */
export function isRefusal({ type, path }: Problem): boolean {
  return (type === 'NOT_FOUND' || type === 'FORBIDDEN') && path !== undefined;
}

function has({ problems }: Symptom, ...types: string[]): boolean {
  return problems.some(({ type }) => type !== undefined && types.includes(type));
}

function outOfRequests({ status, headers }: Symptom): boolean {
  return (status === 403 || status === 429) && headers['x-ratelimit-remaining'] === '0';
}

function typeOf(headers: Symptom['headers']): string {
  return headers['content-type'] ?? '';
}

function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null;
}

function final(error: SourceError): Failure {
  return { kind: 'final', ends: 'source', error };
}

function question(error: SourceError): Failure {
  return { kind: 'final', ends: 'question', error };
}

function passing(why: string, error: SourceError): Failure {
  return { kind: 'passing', why, less: true, error };
}
