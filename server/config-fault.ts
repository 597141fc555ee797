import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { list } from './words/list.ts';

/** What is wrong first with the value of a file, as a clause: `address.port is "web", which must be integer`. */
export function faultIn(schema: TSchema, value: unknown): string {
  // Of what may have several forms, the error that lies deepest is of the form that was meant.
  const [first] = [...Value.Errors(schema, value)].sort((a, b) => depthOf(b) - depthOf(a));
  if (first === undefined) return 'the file is not as it should be';
  const { instancePath, schemaPath, keyword, message, params } = first;
  const steps = instancePath.split('/').slice(1);
  const key = steps.join('.') || 'the file';
  if (keyword === 'boolean') {
    const known = Object.keys(Object(Reflect.get(Object(at(schema, schemaPath)), 'properties')));
    return `${key} is no known key; allowed here are ${list(known)}`;
  }
  const found = JSON.stringify(steps.reduce(child, value))?.slice(0, 100);
  return `${key} is ${found}, which ${message}${allowed(params)}`;
}

function depthOf({ instancePath }: { instancePath: string }): number {
  return instancePath.split('/').length;
}

/** The schema that refuses what it does not know: `schemaPath` ends at its `additionalProperties`. */
function at(schema: TSchema, schemaPath: string): unknown {
  return schemaPath.split('/').slice(1, -1).reduce<unknown>(child, schema);
}

function child(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function allowed(params: object): string {
  const values = Object.values(params).find(Array.isArray);
  return values ? ` (${values.join(', ')})` : '';
}
