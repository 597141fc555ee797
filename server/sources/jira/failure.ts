import { CERTIFICATE, NO_TLS, NOBODY } from '../../net/failed-request.ts';
import type { Limit } from '../../net/patience.ts';
import type { SourceError } from '../../net/source-error.ts';
import {
  badToken,
  captcha,
  certificate,
  forbidden,
  gone,
  notFound,
  type Place,
  proxyPage,
  refused,
  unanswered,
  unreachable,
  wrongUrl,
} from './sentences.ts';
import type { Symptom } from './symptom.ts';

export type Failure =
  /** Jira wants us to wait. */
  | { kind: 'limit'; limit: Limit }
  /** May pass; `error` is for when it does not. */
  | { kind: 'passing'; why: string; error: SourceError }
  /** Will not pass; with `ends: 'source'` nothing else will work either. */
  | { kind: 'final'; ends: 'source' | 'question'; error: SourceError };

type Row = { when: (symptom: Symptom) => boolean; means: (symptom: Symptom, place: Place) => Failure };

/** A site says here who it took us for; with a token that it does not know it may answer as to a stranger, with nothing. */
const LOGIN = 'x-seraph-loginreason';
const login = ({ headers }: Symptom, reason: string) => (headers[LOGIN] ?? '').includes(reason);
const is =
  (...statuses: number[]) =>
  ({ status }: Symptom) =>
    status !== null && statuses.includes(status);

/** What each symptom means, the first that fits. */
const TABLE: readonly Row[] = [
  { when: ({ code }) => CERTIFICATE.test(code), means: ({ code }, place) => final(certificate(code, place)) },
  {
    when: ({ code }) => NO_TLS.test(code),
    means: ({ code }, place) => final(wrongUrl(`it does not speak TLS (${code})`, place)),
  },
  {
    when: ({ code, status }) => NOBODY.test(code) || status === null,
    means: ({ code }, place) => passing('no answer', unreachable(code, place)),
  },
  {
    when: (symptom) => is(429)(symptom) || (is(503)(symptom) && symptom.headers['retry-after'] !== undefined),
    means: ({ headers }) => ({ kind: 'limit', limit: limitIn(headers) }),
  },
  { when: (symptom) => login(symptom, 'AUTHENTICATION_DENIED'), means: (_, place) => final(captcha(place)) },
  {
    when: (symptom) => is(401)(symptom) || login(symptom, 'AUTHENTICATED_FAILED'),
    means: ({ says, page }, place) => final(badToken(page ? '' : says, place)),
  },
  {
    when: ({ status }) => status !== null && status >= 300 && status < 400,
    means: ({ headers }, place) => final(wrongUrl(`it sends on to ${elsewhere(headers)}`, place)),
  },
  {
    when: (symptom) => is(404)(symptom) && symptom.page,
    means: (_, place) => final(wrongUrl('it answered 404', place)),
  },
  {
    when: ({ status, page }) => status === 407 || ((status ?? 0) < 500 && page),
    means: ({ says }, place) => final(proxyPage(says, place)),
  },
  { when: is(410), means: ({ says }, place) => final(gone(says, place)) },
  { when: is(404), means: ({ says }, place) => question(notFound(says, place)) },
  { when: is(403), means: ({ says }, place) => question(forbidden(says, place)) },
  {
    when: ({ status }) => (status ?? 0) >= 500 || status === 408,
    means: ({ status, says }, place) =>
      passing(`an answer ${status}`, unanswered(`${status} ${says}`, place)),
  },
  {
    when: is(200),
    means: (_, place) => passing('a broken answer', unanswered('its answer was cut or no JSON', place)),
  },
];

export function failureOf(symptom: Symptom, place: Place): Failure {
  const row = TABLE.find(({ when }) => when(symptom));
  return row?.means(symptom, place) ?? question(refused(`${symptom.status} ${symptom.says}`, place));
}

/** Whether an answer that looks well was given to a stranger. */
export function isStrangers(headers: Symptom['headers']): boolean {
  return /AUTHENTICATED_FAILED|AUTHENTICATION_DENIED/.test(headers[LOGIN] ?? '');
}

/** `Retry-After` in seconds or as a date; `RateLimit-Reset` in seconds to go, `X-RateLimit-Reset` as an instant. */
function limitIn(headers: Symptom['headers']): Limit {
  const reason = headers['ratelimit-reason'];
  const why = `Jira's limit${reason === undefined ? '' : ` (${reason})`}`;
  const after = headers['retry-after'] ?? headers['ratelimit-reset'];
  const reset = after ?? headers['x-ratelimit-reset'];
  if (reset === undefined) return { why, seconds: null, until: null };
  // Ten digits are seconds since 1970.
  if (/^\d{1,9}$/.test(reset)) return { why, seconds: Number(reset), until: null };
  const until = /^\d{10}$/.test(reset) ? Number(reset) : Math.ceil(Date.parse(reset) / 1000);
  return { why, seconds: null, until: Number.isNaN(until) ? null : until };
}

/** The host alone: an address to sign in may hold more than is fit to be printed. */
function elsewhere({ location = '' }: Symptom['headers']): string {
  return URL.canParse(location) ? new URL(location).origin : 'another page';
}

function final(error: SourceError): Failure {
  return { kind: 'final', ends: 'source', error };
}

function question(error: SourceError): Failure {
  return { kind: 'final', ends: 'question', error };
}

function passing(why: string, error: SourceError): Failure {
  return { kind: 'passing', why, error };
}
