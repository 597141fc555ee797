import { type Static, Type } from 'typebox';
import { RATE_LIMIT } from './answer.ts';
import { connection, nullable } from './payload.ts';

/** The places where GitHub looks for it, in its order; the first that is there counts. */
const CODE_OWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];
const OWNERS_TEXT = CODE_OWNERS.map(
  (path, n) => `owners${n}: object(expression: "HEAD:${path}") { ... on Blob { text } }`,
).join(' ');
const FIELDS = `id databaseId nameWithOwner isArchived isFork defaultBranchRef { name } pullRequests { totalCount } ${OWNERS_TEXT}`;

/** Null: there is no such file. A folder of this name has no text, nor has a file that is none. */
const Blob = nullable(Type.Object({ text: Type.Optional(nullable(Type.String())) }));

export const GithubRepository = Type.Object({
  id: Type.String(),
  databaseId: nullable(Type.Integer()),
  nameWithOwner: Type.String(),
  isArchived: Type.Boolean(),
  isFork: Type.Boolean(),
  defaultBranchRef: nullable(Type.Object({ name: Type.String() })),
  pullRequests: Type.Object({ totalCount: Type.Integer() }),
  owners0: Blob,
  owners1: Blob,
  owners2: Blob,
});
export type GithubRepository = Static<typeof GithubRepository>;

/** The text of its CODEOWNERS; null: it has none. GitHub passes over a larger one than this. */
export function codeOwnersOf({ owners0, owners1, owners2 }: GithubRepository): string | null {
  const text = (owners0 ?? owners1 ?? owners2)?.text ?? null;
  return text !== null && text.length > 3_000_000 ? null : text;
}

/** Variables: login, first, after. Ordered by what never changes, so that no page loses one to another. */
export const OWNER_TEXT = `query Repositories($login: String!, $first: Int!, $after: String) {
  ${RATE_LIMIT}
  repositoryOwner(login: $login) {
    __typename login
    repositories(first: $first, after: $after, ownerAffiliations: [OWNER], orderBy: {field: CREATED_AT, direction: ASC}) {
      totalCount pageInfo { hasNextPage endCursor } nodes { ${FIELDS} }
    }
  }
}`;

export const OwnerAnswer = Type.Object({
  repositoryOwner: nullable(
    Type.Object({
      __typename: Type.String(),
      login: Type.String(),
      repositories: connection(GithubRepository),
    }),
  ),
});

/** Repositories by `owner/name`, as `r0`, `r1` and so on; GitHub follows renames. Variables: o0, n0 and so on. */
export function namedText(count: number): string {
  const numbers = [...Array(count).keys()];
  return `query NamedRepositories(${numbers.map((n) => `$o${n}: String!, $n${n}: String!`).join(', ')}) {
  ${RATE_LIMIT}
  ${numbers.map((n) => `r${n}: repository(owner: $o${n}, name: $n${n}) { ${FIELDS} }`).join('\n  ')}
}`;
}

/** Repositories by id. Variables: ids. */
export const BY_ID_TEXT = `query RepositoriesById($ids: [ID!]!) {
  ${RATE_LIMIT}
  nodes(ids: $ids) { ... on Repository { ${FIELDS} } }
}`;

export const ByIdAnswer = Type.Object({ nodes: Type.Array(nullable(GithubRepository)) });
