import { Type } from 'typebox';
import type { Instant } from '../../model/instant.ts';
import { RATE_LIMIT, type Refusal } from './answer.ts';
import { chunks } from './chunks.ts';
import type { Target } from './cursor.ts';
import { deliveriesText, type Listed } from './delivery-query.ts';
import { instantOf } from './instant.ts';
import { pageSize } from './page-size.ts';
import { nullable, reader } from './payload.ts';
import type { Run } from './run.ts';
import type { InScope } from './scope.ts';

/** Repositories looked at in one request. */
export const LOOKED_AT = 50;

const PULL_REQUESTS = 20;
const DELIVERIES = 10;

const PULL_REQUEST = 'totalCount nodes { id number updatedAt }';

/** The last items of a list; `all`: there are no others. */
export type Last<T> = { items: T[]; all: boolean };

export type Newest = {
  of: InScope;
  /** Null: GitHub does not show the repository. */
  found: {
    pullRequests: Last<Target & { updatedAt: Instant }>;
    /** Null: none are set up, or they are runs of a workflow. */
    deliveries: Last<{ id: string; at: Instant }> | null;
    /** The newest commit of the default branch; null: no deployments are set up, or it has none. */
    head: string | null;
  } | null;
  refusal: Refusal | null;
  /** GitHub fails on the question itself. */
  failed: boolean;
};

const list = <T extends Type.TSchema>(node: T) =>
  nullable(Type.Object({ totalCount: Type.Integer(), nodes: nullable(Type.Array(nullable(node))) }));

const readNewest = reader(
  nullable(
    Type.Object({
      pullRequests: list(
        Type.Object({ id: Type.String(), number: Type.Integer(), updatedAt: Type.String() }),
      ),
      defaultBranchRef: Type.Optional(
        nullable(Type.Object({ target: nullable(Type.Object({ oid: Type.String() })) })),
      ),
      deliveries: Type.Optional(
        list(
          Type.Object({
            id: Type.String(),
            createdAt: Type.String(),
            publishedAt: Type.Optional(nullable(Type.String())),
          }),
        ),
      ),
    }),
  ),
);

/** What has changed last in each of up to 50 repositories, in one request for a point or two. */
export async function newestOf(repositories: readonly InScope[], { asker, host }: Run): Promise<Newest[]> {
  const newest: Newest[] = [];
  const size = pageSize(LOOKED_AT, LOOKED_AT);
  for await (const { items, answer } of chunks(repositories, size, questionOf, asker)) {
    items.forEach((of, n) => {
      const value = answer === null ? null : (Reflect.get(Object(answer.data), `r${n}`) ?? null);
      const found = readNewest(value, host);
      newest.push({
        of,
        found: found && {
          pullRequests: lastOf(found.pullRequests, ({ id, number, updatedAt }) => {
            return { id, number, updatedAt: instantOf(updatedAt) };
          }),
          deliveries: found.deliveries
            ? lastOf(found.deliveries, ({ id, createdAt, publishedAt }) => {
                return { id, at: instantOf(publishedAt ?? createdAt) };
              })
            : null,
          head: found.defaultBranchRef?.target?.oid ?? null,
        },
        refusal: answer?.refused.find(({ path }) => path[0] === `r${n}`) ?? null,
        failed: answer === null,
      });
    });
  }
  return newest;
}

function lastOf<T, U>(
  list: { totalCount: number; nodes: (T | null)[] | null } | null,
  read: (node: T) => U,
): Last<U> {
  const nodes = (list?.nodes ?? []).filter((node) => node !== null);
  return { items: nodes.map(read), all: nodes.length >= (list?.totalCount ?? 0) };
}

function questionOf(repositories: readonly InScope[]) {
  const order = 'orderBy: {field: UPDATED_AT, direction: DESC}';
  const fields = repositories.map(({ deployed }, n) => {
    const deliveries =
      deployed === null || deployed.from === 'workflow'
        ? ''
        : deliveriesText(deployed, `first: ${DELIVERIES}`, dateOf(deployed));
    const head = deployed === null ? '' : 'defaultBranchRef { target { oid } }';
    return `r${n}: node(id: $i${n}) { ... on Repository {
    pullRequests(first: ${PULL_REQUESTS}, ${order}) { ${PULL_REQUEST} } ${head} ${deliveries}
  } }`;
  });
  const text = `query Newest(${repositories.map((_, n) => `$i${n}: ID!`).join(', ')}) {
  ${RATE_LIMIT}
  ${fields.join('\n  ')}
}`;
  return { text, variables: Object.fromEntries(repositories.map(({ nodeId }, n) => [`i${n}`, nodeId])) };
}

function dateOf({ from }: Listed): string {
  return `totalCount nodes { id createdAt ${from === 'releases' ? 'publishedAt' : ''} }`;
}
