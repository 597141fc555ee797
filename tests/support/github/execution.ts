import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  Kind,
  parse,
  validate,
  valueFromASTUntyped,
} from 'graphql';
import { type AskedField, askedFields } from './asked-field.ts';
import { tokenRefusal } from './forge.ts';
import type { Variables } from './price.ts';
import { type ErrorEntry, errorEntry } from './refusal.ts';
import { publishedSchema } from './schema.ts';

/** A query that the published schema allows. */
export type Prepared = {
  document: DocumentNode;
  /** Empty for one without a name. */
  operation: string;
  fields: AskedField[];
  /** What a variable is when it is not given. */
  defaults: Variables;
};

export type GraphqlResult = { data?: Record<string, unknown> | null; errors?: ErrorEntry[] };

const known = new Map<string, Prepared | { errors: ErrorEntry[] }>();

/** Parsed and validated once per query text, however often it comes. */
export function prepare(query: string): Prepared | { errors: ErrorEntry[] } {
  const found = known.get(query) ?? prepareAnew(query);
  known.set(query, found);
  return found;
}

function prepareAnew(query: string): Prepared | { errors: ErrorEntry[] } {
  try {
    const document = parse(query);
    const errors = validate(publishedSchema(), document);
    if (errors.length > 0) return { errors: errors.map(errorEntry) };
    const operations = document.definitions.filter((part) => part.kind === Kind.OPERATION_DEFINITION);
    const [operation] = operations;
    if (operations.length !== 1 || operation?.operation !== 'query')
      throw new GraphQLError('The fake GitHub takes one query at a time');
    const fields = askedFields(document, publishedSchema());
    return { document, operation: operation.name?.value ?? '', fields, defaults: defaultsOf(operation) };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [errorEntry(error)] };
    throw error;
  }
}

function defaultsOf(
  operation: Extract<DocumentNode['definitions'][number], { kind: 'OperationDefinition' }>,
) {
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
    if (defaultValue !== undefined) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  return defaults;
}

/** Runs a query against a root whose every field is data or a function of the arguments; nothing here is asynchronous. */
export function run(
  prepared: Prepared,
  rootValue: object,
  variableValues: Variables,
  refusedFields: readonly string[],
): GraphqlResult {
  const result = execute({
    schema: publishedSchema(),
    document: prepared.document,
    rootValue,
    variableValues,
    fieldResolver: refusedFields.length === 0 ? fieldResolver : refusing(refusedFields),
  });
  if (result instanceof Promise) throw new Error('The fake GitHub answers at once');
  const { data, errors } = result;
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors === undefined ? {} : { errors: errors.map(errorEntry) }),
  };
}

function refusing(refused: readonly string[]): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    if (refused.includes(`${info.parentType.name}.${info.fieldName}`)) throw tokenRefusal();
    return fieldResolver(source, args, context, info);
  };
}

const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  const name = info.fieldName;
  if (typeof source !== 'object' || source === null || !(name in source))
    throw new GraphQLError(`The fake GitHub does not serve ${info.parentType.name}.${name}`);
  const value: unknown = Reflect.get(source, name);
  return typeof value === 'function' ? value(args, context, info) : value;
};
