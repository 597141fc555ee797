import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { codeOf, plain } from '../../net/failed-request.ts';
import type { Seen } from './client.ts';

/** An entry of `errors` in a GraphQL answer. */
const Problem = Type.Object({
  type: Type.Optional(Type.String()),
  message: Type.String(),
  path: Type.Optional(Type.Array(Type.Union([Type.String(), Type.Number()]))),
  extensions: Type.Optional(
    Type.Object({ saml_failure: Type.Optional(Type.Boolean()), code: Type.Optional(Type.String()) }),
  ),
});
export type Problem = Static<typeof Problem>;

/** What can be seen of a request that did not answer what was asked. */
export type Symptom = {
  api: 'graphql' | 'rest';
  /** Null: no answer came. */
  status: number | null;
  headers: Readonly<Record<string, string>>;
  body: Seen['body'];
  fields: readonly string[];
  /** Entries of a GraphQL answer. */
  problems: readonly Problem[];
  /** What GitHub, or whoever answered, says; at most 300 characters. */
  says: string;
  /** Code of the network's error, such as `ENOTFOUND`; empty: none. */
  code: string;
};

const LONGEST = 300;

/** `error` is what octokit threw; undefined: it resolved to nothing. */
export function symptomOf(api: Symptom['api'], error: unknown, seen: Seen | null): Symptom {
  const problems = problemsOf(error);
  const says = problems[0]?.message ?? (error instanceof Error ? error.message : (seen?.text ?? ''));
  return {
    api,
    status: seen?.status ?? null,
    headers: seen?.headers ?? {},
    body: seen?.body ?? 'none',
    fields: seen?.fields ?? [],
    problems,
    says: plain(says),
    code: seen === null ? codeOf(error) : '',
  };
}

/** What an answer held beside its errors. */
export function dataBeside(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'data' in error ? error.data : undefined;
}

function problemsOf(error: unknown): Problem[] {
  if (!(error instanceof Error) || error.name !== 'GraphqlResponseError' || !('errors' in error)) return [];
  const { errors } = error;
  if (!Array.isArray(errors)) return [{ message: 'its errors have another shape' }];
  return errors.map((entry) =>
    Value.Check(Problem, entry) ? entry : { message: JSON.stringify(entry).slice(0, LONGEST) },
  );
}
