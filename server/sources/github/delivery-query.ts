import { type Static, Type } from 'typebox';
import type { Instant } from '../../model/instant.ts';
import { RATE_LIMIT } from './answer.ts';
import type { Deployed } from './config.ts';
import type { Delivered } from './delivered.ts';
import { environmentsOf } from './deployed.ts';
import { instantOf } from './instant.ts';
import { connection, nullable } from './payload.ts';

const STATUS = 'state createdAt';
const PAGE = 'totalCount pageInfo { hasNextPage endCursor }';
const DEPLOYMENT = `id createdAt commitOid statuses(first: 10) { ${PAGE} nodes { ${STATUS} } }`;
const RELEASE = 'id createdAt publishedAt isDraft isPrerelease tagCommit { oid }';

const Status = Type.Object({ state: Type.String(), createdAt: Type.String() });

export const GithubDeployment = Type.Object({
  id: Type.String(),
  createdAt: Type.String(),
  commitOid: Type.String(),
  statuses: connection(Status),
});
export type GithubDeployment = Static<typeof GithubDeployment>;

export const GithubRelease = Type.Object({
  id: Type.String(),
  createdAt: Type.String(),
  publishedAt: nullable(Type.String()),
  isDraft: Type.Boolean(),
  isPrerelease: Type.Boolean(),
  tagCommit: nullable(Type.Object({ oid: Type.String() })),
});
export type GithubRelease = Static<typeof GithubRelease>;

export function statusesText(after: string): string {
  return `statuses(first: 100, after: ${after}) { ${PAGE} nodes { ${STATUS} } }`;
}

/** What GraphQL can list; runs of workflows it cannot. */
export type Listed = Exclude<Deployed, { from: 'workflow' }>;

/** The newest of them as text of a query, under the name `deliveries`. */
export function deliveriesText(deployed: Listed, page: string, nodes: string): string {
  const list =
    deployed.from === 'deployments'
      ? `deployments(${page}, environments: ${JSON.stringify(environmentsOf(deployed))}`
      : `releases(${page}`;
  return `deliveries: ${list}, orderBy: {field: CREATED_AT, direction: DESC}) { ${nodes} }`;
}

/** Variables: id, first, after. */
export function deliveryPageText(deployed: Listed): string {
  const nodes = deployed.from === 'deployments' ? DEPLOYMENT : RELEASE;
  return `query Deliveries($id: ID!, $first: Int!, $after: String) {
  ${RATE_LIMIT}
  node(id: $id) { ... on Repository {
    ${deliveriesText(deployed, 'first: $first, after: $after', `${PAGE} nodes { ${nodes} }`)}
  } }
}`;
}

/** Variables: ids. */
export const DELIVERIES_BY_ID_TEXT = `query DeliveriesById($ids: [ID!]!) {
  ${RATE_LIMIT}
  nodes(ids: $ids) { __typename ... on Deployment { ${DEPLOYMENT} } ... on Release { ${RELEASE} } }
}`;

/** The first success counts: a later deployment makes an earlier one INACTIVE. */
export function deliveredByDeployment({ id, createdAt, commitOid, statuses }: GithubDeployment): Delivered {
  const successes = (statuses?.nodes ?? []).flatMap((status): Instant[] =>
    status?.state === 'SUCCESS' ? [instantOf(status.createdAt)] : [],
  );
  return {
    id,
    kind: 'deployment',
    createdAt: instantOf(createdAt),
    sha: commitOid,
    succeededAt: successes.length === 0 ? null : Math.min(...successes),
  };
}

/** Null for a draft, for one whose tag is gone, and for a pre-release that is not asked for. */
export function deliveredByRelease(release: GithubRelease, prereleases: boolean): Delivered | null {
  const { id, createdAt, publishedAt, isDraft, isPrerelease, tagCommit } = release;
  if (isDraft || publishedAt === null || tagCommit === null || (isPrerelease && !prereleases)) return null;
  const succeededAt = instantOf(publishedAt);
  return { id, kind: 'release', createdAt: instantOf(createdAt), sha: tagCommit.oid, succeededAt };
}
