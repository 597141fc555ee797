import { GraphQLError } from 'graphql';

/** An error as GitHub writes it into `errors`, with its type beside the message. */
export type ErrorEntry = {
  type?: string;
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
  locations?: readonly { line: number; column: number }[];
  message: string;
};

/** A field that is answered with null and an error of GitHub's `type`. */
export function refusal(type: string, message: string, more: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { type, ...more } });
}

export function notFound(message: string): GraphQLError {
  return refusal('NOT_FOUND', message);
}

export function errorEntry(error: GraphQLError): ErrorEntry {
  const { type, ...extensions } = error.extensions;
  return {
    ...(typeof type === 'string' ? { type } : {}),
    ...(error.path ? { path: error.path } : {}),
    ...(Object.keys(extensions).length > 0 ? { extensions } : {}),
    ...(error.locations ? { locations: error.locations } : {}),
    message: error.message,
  };
}
