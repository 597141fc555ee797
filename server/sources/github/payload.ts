import { type Static, type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { unexpected } from './sentences.ts';

// What GitHub sends, in the fields that we read and no others; all instants are ISO texts.

export const nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);

export const PageInfo = Type.Object({ hasNextPage: Type.Boolean(), endCursor: nullable(Type.String()) });

/** A page of a list. Any item, all items and the whole list may be null where something cannot be shown. */
export const connection = <T extends TSchema>(node: T) =>
  nullable(
    Type.Object({
      totalCount: Type.Integer(),
      pageInfo: PageInfo,
      nodes: nullable(Type.Array(nullable(node))),
    }),
  );

const Actor = nullable(Type.Object({ __typename: Type.String(), login: Type.String() }));
export type Actor = Static<typeof Actor>;

const GitActor = nullable(
  Type.Object({
    name: nullable(Type.String()),
    email: nullable(Type.String()),
    user: Type.Optional(nullable(Type.Object({ login: Type.String() }))),
  }),
);

export const GithubCommit = Type.Object({
  oid: Type.String(),
  message: Type.String(),
  authoredDate: Type.String(),
  committedDate: Type.String(),
  author: GitActor,
  committer: GitActor,
});
export type GithubCommit = Static<typeof GithubCommit>;

/** Published with its review: written earlier, but nobody could see it. */
const Comment = Type.Object({ id: Type.String(), author: Actor, publishedAt: nullable(Type.String()) });
const Comments = connection(Comment);

const Checked = Type.Object({ statusCheckRollup: nullable(Type.Object({ state: Type.String() })) });
const CheckedCommits = nullable(
  Type.Object({ nodes: nullable(Type.Array(nullable(Type.Object({ commit: Checked })))) }),
);

/** Parts that were not asked for are missing. */
export const GithubPullRequest = Type.Object({
  id: Type.String(),
  number: Type.Integer(),
  title: Type.String(),
  body: Type.String(),
  state: Type.Enum(['OPEN', 'CLOSED', 'MERGED']),
  isDraft: Type.Boolean(),
  isCrossRepository: Type.Boolean(),
  createdAt: Type.String(),
  updatedAt: Type.String(),
  mergedAt: nullable(Type.String()),
  closedAt: nullable(Type.String()),
  additions: Type.Integer(),
  deletions: Type.Integer(),
  changedFiles: Type.Integer(),
  baseRefName: Type.String(),
  headRefName: Type.String(),
  headRefOid: nullable(Type.String()),
  totalCommentsCount: nullable(Type.Integer()),
  author: Actor,
  mergedBy: Actor,
  mergeCommit: nullable(GithubCommit),
  labels: connection(Type.Object({ name: Type.String() })),
  assignees: connection(Type.Object({ login: Type.String() })),
  closingIssuesReferences: Type.Optional(
    connection(
      Type.Object({ number: Type.Integer(), repository: Type.Object({ nameWithOwner: Type.String() }) }),
    ),
  ),
  reviews: connection(
    Type.Object({
      id: Type.String(),
      state: Type.String(),
      submittedAt: nullable(Type.String()),
      author: Actor,
    }),
  ),
  commits: connection(Type.Object({ commit: GithubCommit })),
  timelineItems: connection(
    Type.Object({ __typename: Type.String(), id: Type.String(), createdAt: Type.String() }),
  ),
  head: Type.Optional(CheckedCommits),
  firstPushed: Type.Optional(CheckedCommits),
  files: Type.Optional(
    connection(Type.Object({ path: Type.String(), additions: Type.Integer(), deletions: Type.Integer() })),
  ),
  reviewThreads: Type.Optional(connection(Type.Object({ id: Type.String(), comments: Comments }))),
});
export type GithubPullRequest = Static<typeof GithubPullRequest>;

/** Reads values of one shape. Throws SourceError `unexpected-answer` that names the field. */
export function reader<T extends TSchema>(type: T): (value: unknown, host: string) => Static<T> {
  const validator = Compile(type);
  const isRight = (value: unknown): value is Static<T> => validator.Check(value);
  return (value, host) => {
    if (isRight(value)) return value;
    const errors = validator.Errors(value);
    const told = errors.filter(({ keyword, message }) => keyword !== 'anyOf' && message !== 'must be null');
    const [{ instancePath, message }] = [
      ...told,
      ...errors,
      { instancePath: '', message: 'has another shape' },
    ];
    throw unexpected(`${instancePath.slice(1).replaceAll('/', '.') || 'it'} ${message}`, host);
  };
}
