import type { FastifyError, FastifyRequest } from 'fastify';
import type { Failure } from '../contract/answer.ts';
import { failure } from './failure.ts';

type Violations = NonNullable<FastifyError['validation']>;

/** Says which part of the question is not in the contract, what it was, and what is allowed. */
export function explained(
  violations: Violations,
  part: FastifyError['validationContext'],
  request: FastifyRequest,
): Failure {
  const unknown = violations.flatMap(({ keyword, params }) =>
    keyword === 'additionalProperties' ? [String(params.additionalProperty)] : [],
  );
  const [first] = unknown;
  if (first !== undefined) {
    const allowed = filtersOf(request);
    const known = allowed.length === 0 ? 'It has none' : `Allowed are ${allowed.join(', ')}`;
    if (part === 'body') return failure('unknown-field', `Unknown field: ${unknown.join(', ')}.`, first);
    return failure('unknown-filter', `Unknown filter: ${unknown.join(', ')}. ${known}.`, first, allowed);
  }
  const [violation] = violations;
  const field = violation?.instancePath.slice(1) ?? '';
  const given = JSON.stringify(valueAt(partOf(request, part), field))?.slice(0, 100);
  const values = violation?.keyword === 'enum' ? strings(violation.params.allowedValues) : undefined;
  const rule =
    values === undefined ? (violation?.message ?? 'is not allowed') : `allowed are ${values.join(', ')}`;
  return failure('bad-question', `${field} is ${given}: ${rule}.`, field, values);
}

function partOf(request: FastifyRequest, part: FastifyError['validationContext']): unknown {
  if (part === 'body') return request.body;
  return part === 'params' ? request.params : request.query;
}

/** By a path such as `0/team`; the whole by an empty one. */
function valueAt(holder: unknown, path: string): unknown {
  return path === '' ? holder : path.split('/').reduce(propertyOf, holder);
}

/** The names of all filters that the route knows. */
function filtersOf(request: FastifyRequest): string[] {
  const schema = request.routeOptions.schema?.querystring;
  const properties = propertyOf(schema, 'properties');
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

function propertyOf(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}

function strings(values: unknown): string[] {
  return Array.isArray(values) ? values.map(String) : [];
}
