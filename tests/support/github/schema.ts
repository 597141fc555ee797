import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';

/** Read past the package's entry, which would build the same schema once more. */
const published = '../../../node_modules/@octokit/graphql-schema/schema.graphql';

let built: GraphQLSchema | null = null;

/** GitHub's published schema; built once a process, for it has 1,800 types. */
export function publishedSchema(): GraphQLSchema {
  const text = (): string => readFileSync(join(import.meta.dirname, published), 'utf8');
  built ??= buildSchema(text(), { assumeValidSDL: true });
  return built;
}
