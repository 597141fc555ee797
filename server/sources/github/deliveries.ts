import { Type } from 'typebox';
import type { Instant } from '../../model/instant.ts';
import { chunks } from './chunks.ts';
import type { Delivered } from './delivered.ts';
import {
  DELIVERIES_BY_ID_TEXT,
  deliveredByDeployment,
  deliveredByRelease,
  deliveryPageText,
  GithubDeployment,
  GithubRelease,
  type Listed,
  statusesText,
} from './delivery-query.ts';
import { instantOf } from './instant.ts';
import { longer } from './longer.ts';
import { pageSize } from './page-size.ts';
import { pages } from './pages.ts';
import { connection, nullable, reader } from './payload.ts';
import type { Of } from './pull-requests.ts';
import type { Run } from './run.ts';
import { vanished } from './vanished.ts';

const AT_ONCE = 100;

const Delivery = Type.Union([GithubDeployment, GithubRelease]);
const readPage = reader(Type.Object({ node: nullable(Type.Object({ deliveries: connection(Delivery) })) }));
const readNodes = reader(
  Type.Object({
    nodes: Type.Array(nullable(Type.Union([Delivery, Type.Object({ __typename: Type.String() })]))),
  }),
);
const readDeployment = reader(GithubDeployment);

export type DeliveryPage = {
  delivered: Delivered[];
  /** Null: an empty page. */
  oldest: Instant | null;
  after: string | null;
  /** Of `total` that there are. */
  passed: number;
  total: number;
};

/** Deployments or releases of a repository, the newest first. Throws SourceError `repository-lost`. */
export async function* deliveryPages(
  { nodeId: id, name }: Of,
  deployed: Listed,
  after: string | null,
  run: Run,
): AsyncGenerator<DeliveryPage, void> {
  const { asker, host } = run;
  const listing = {
    question: (first: number, place: string | null) => ({
      text: deliveryPageText(deployed),
      variables: { id, first, after: place },
    }),
    read: (answer: Parameters<typeof listedIn>[0]) => listedIn(answer, name, host),
    size: pageSize(AT_ONCE, AT_ONCE),
    after,
  };
  let passed = 0;
  for await (const page of pages(listing, asker)) {
    const nodes = page.nodes.filter((node) => node !== null);
    const oldest = nodes.at(-1);
    passed += page.nodes.length;
    yield {
      delivered: await deliveredOf(nodes, deployed, run),
      oldest: oldest === undefined ? null : instantOf(oldest.createdAt),
      after: page.after,
      passed,
      total: page.total,
    };
  }
}

/** Deployments or releases by their ids; those that are gone are left out. */
export async function deliveriesByIds(
  ids: readonly string[],
  deployed: Listed,
  run: Run,
): Promise<Delivered[]> {
  const delivered: Delivered[] = [];
  const question = (some: readonly string[]) => ({ text: DELIVERIES_BY_ID_TEXT, variables: { ids: some } });
  for await (const { answer } of chunks(ids, pageSize(AT_ONCE, AT_ONCE), question, run.asker)) {
    const nodes = answer === null ? [] : readNodes(answer.data, run.host).nodes;
    const known = nodes.filter((node) => node !== null).filter((node) => 'id' in node);
    delivered.push(...(await deliveredOf(known, deployed, run)));
  }
  return delivered;
}

function listedIn(
  answer: { data: unknown; refused: Parameters<typeof vanished>[2] },
  name: string,
  host: string,
) {
  const list = readPage(answer.data, host).node?.deliveries;
  if (!list) throw vanished(name, host, answer.refused);
  return list;
}

async function deliveredOf(
  nodes: readonly (GithubDeployment | GithubRelease)[],
  deployed: Listed,
  run: Run,
): Promise<Delivered[]> {
  const prereleases = deployed.from === 'releases' && deployed.prereleases === true;
  const deployments = await withAllStatuses(
    nodes.filter((node) => 'statuses' in node),
    run,
  );
  return [
    ...deployments.map(deliveredByDeployment),
    ...nodes.flatMap((node) => ('isDraft' in node ? (deliveredByRelease(node, prereleases) ?? []) : [])),
  ];
}

async function withAllStatuses(deployments: GithubDeployment[], run: Run): Promise<GithubDeployment[]> {
  const short = deployments.filter(
    ({ statuses }) => (statuses?.nodes?.length ?? 0) < (statuses?.totalCount ?? 0),
  );
  const all = await longer(
    short.map(({ id }) => ({ id, type: 'Deployment', text: statusesText, after: null })),
    run,
  );
  const byId = new Map(short.map(({ id }, n) => [id, all[n] ?? []]));
  return deployments.map((one) => {
    const nodes = byId.get(one.id);
    return nodes ? readDeployment({ ...one, statuses: { ...one.statuses, nodes } }, run.host) : one;
  });
}
