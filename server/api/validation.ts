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
    return failure('unknown-filter', `Unknown filter: ${unknown.join(', ')}. ${known}.`, first, allowed);
  }
  const [violation] = violations;
  const field = violation?.instancePath.slice(1) ?? '';
  const given = JSON.stringify(propertyOf(part === 'params' ? request.params : request.query, field));
  const values = violation?.keyword === 'enum' ? strings(violation.params.allowedValues) : undefined;
  const rule =
    values === undefined ? (violation?.message ?? 'is not allowed') : `allowed are ${values.join(', ')}`;
  return failure('bad-question', `${field} is ${given}: ${rule}.`, field, values);
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
