import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { codeOf, plain } from '../../net/failed-request.ts';
import type { Reply } from './client.ts';

/** What can be seen of a request that did not answer what was asked. */
export type Symptom = {
  /** Null: no answer came. */
  status: number | null;
  headers: Readonly<Record<string, string>>;
  /** Whether a web page came instead of JSON. */
  page: boolean;
  /** What Jira, or whoever answered, says; at most 300 characters. */
  says: string;
  /** Code of the network's error, such as `ENOTFOUND`; empty: none. */
  code: string;
};

const Messages = Type.Object({
  errorMessages: Type.Optional(Type.Array(Type.String())),
  errors: Type.Optional(Type.Record(Type.String(), Type.String())),
  message: Type.Optional(Type.String()),
});

export function symptomOf(reply: Reply): Symptom {
  if ('failure' in reply)
    return { status: null, headers: {}, page: false, says: '', code: codeOf(reply.failure) };
  const { status, headers, body } = reply;
  const page = /\bhtml\b/.test(headers['content-type'] ?? '');
  return { status, headers, page, says: plain(saidIn(body)), code: '' };
}

function saidIn(body: unknown): string {
  if (typeof body === 'string') return body.slice(0, 4000);
  if (!Value.Check(Messages, body)) return '';
  const { errorMessages = [], errors = {}, message = [] } = body;
  return [errorMessages, Object.values(errors), message].flat().join(' ');
}
