import { type Static, Type } from 'typebox';
import type { Deployment, DeploymentPlace } from '../../model/deployment.ts';
import { RATE_LIMIT } from './answer.ts';
import { chunks } from './chunks.ts';
import type { Delivered } from './delivered.ts';
import { instantOf } from './instant.ts';
import { pageSize } from './page-size.ts';
import { nullable, reader } from './payload.ts';
import type { Of } from './pull-requests.ts';
import type { Run } from './run.ts';

const AT_ONCE = 20;

/** Times that a comparison is asked for again whose lists came empty. */
const TRIES = 4;

const Dated = Type.Object({ oid: Type.String(), committedDate: Type.String() });
const some = <T extends Type.TSchema>(node: T) =>
  Type.Object({ totalCount: Type.Integer(), nodes: nullable(Type.Array(nullable(node))) });

const Comparison = nullable(
  Type.Object({
    aheadBy: Type.Integer(),
    headTarget: Type.Partial(Dated),
    commits: some(Type.Object({ parents: some(Dated) })),
  }),
);
type Comparison = Static<typeof Comparison>;

/** Of a deployment that did not succeed, or whose commit GitHub does not know any more. */
const NOWHERE = { containsSha: null, containsUntil: null };

const readComparisons = reader(
  Type.Object({
    node: nullable(
      Type.Object({
        defaultBranchRef: nullable(Type.Record(Type.String(), Type.Union([Comparison, Type.String()]))),
      }),
    ),
  }),
);

/**
 * Deployments as rows, each with the instant up to which it contains what landed on the default branch. Those placed by an
 * earlier run, and commits that merged a pull request, are not asked for.
 */
export async function deploymentRows(
  delivered: readonly Delivered[],
  { repositoryId, via, ...of }: Of & { repositoryId: string; via: string },
  run: Run,
): Promise<Deployment[]> {
  const { stored } = run;
  const idOf = ({ kind, id }: Delivered): string => `${repositoryId}!${kind}:${id}`;
  const placed = await stored.placedDeployments(delivered.map(idOf));
  const open = delivered.filter((one) => one.succeededAt !== null && !placed.has(idOf(one)));
  const shas = [...new Set(open.map(({ sha }) => sha))];
  const landed = await stored.landedAt(repositoryId, shas);
  const compared = await compare(
    shas.filter((sha) => !landed.has(sha)),
    of,
    run,
  );
  return delivered.map((one): Deployment => {
    const { sha, succeededAt } = one;
    const landedAt = landed.get(sha);
    const merge = landedAt === undefined ? undefined : { containsSha: sha, containsUntil: landedAt };
    const found = succeededAt === null ? null : (placed.get(idOf(one)) ?? merge ?? compared.get(sha));
    const { containsSha, containsUntil } = found ?? NOWHERE;
    return { id: idOf(one), repositoryId, via, sha, succeededAt, containsSha, containsUntil };
  });
}

async function compare(
  shas: readonly string[],
  { nodeId }: Of,
  run: Run,
): Promise<ReadonlyMap<string, DeploymentPlace>> {
  const known = new Map<string, DeploymentPlace>();
  let left = shas;
  for (let tries = 0; tries < TRIES && left.length > 0; tries++) {
    const hollow: string[] = [];
    const question = (some: readonly string[]) => questionOf(nodeId, some);
    for await (const { items, answer } of chunks(left, pageSize(AT_ONCE, AT_ONCE), question, run.asker)) {
      const branch = answer && readComparisons(answer.data, run.host).node?.defaultBranchRef;
      items.forEach((sha, n) => {
        const comparison = branch?.[`c${n}`];
        if (!comparison || typeof comparison === 'string') return;
        const place = placeOf(comparison);
        if (place === 'hollow') hollow.push(sha);
        else if (place !== null) known.set(sha, place);
      });
    }
    left = hollow;
  }
  return known;
}

/** `hollow`: GitHub has left out what it counts. */
function placeOf({
  aheadBy,
  headTarget,
  commits,
}: NonNullable<Comparison>): DeploymentPlace | 'hollow' | null {
  if (aheadBy === 0) {
    const { oid, committedDate } = headTarget;
    if (oid === undefined || committedDate === undefined) return null;
    return { containsSha: oid, containsUntil: instantOf(committedDate) };
  }
  const [first] = commits.nodes ?? [];
  const [fork] = first?.parents.nodes ?? [];
  if (fork) return { containsSha: fork.oid, containsUntil: instantOf(fork.committedDate) };
  return !first || first.parents.totalCount > 0 ? 'hollow' : null;
}

function questionOf(nodeId: string, shas: readonly string[]) {
  const numbers = [...shas.keys()];
  const commits =
    'commits(first: 1) { totalCount nodes { parents(first: 1) { totalCount nodes { oid committedDate } } } }';
  const fields = `{ aheadBy headTarget { ... on Commit { oid committedDate } } ${commits} }`;
  const text = `query Compare($id: ID!, ${numbers.map((n) => `$s${n}: String!`).join(', ')}) {
  ${RATE_LIMIT}
  node(id: $id) { ... on Repository { defaultBranchRef {
    ${numbers.map((n) => `c${n}: compare(headRef: $s${n}) ${fields}`).join('\n    ')}
  } } }
}`;
  return { text, variables: { id: nodeId, ...Object.fromEntries(shas.map((sha, n) => [`s${n}`, sha])) } };
}
