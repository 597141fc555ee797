import { type Static, Type } from 'typebox';
import type { Instant } from '../../model/instant.ts';
import { RATE_LIMIT } from './answer.ts';
import { instantOf } from './instant.ts';
import { nullable, reader } from './payload.ts';
import type { Run } from './run.ts';

/** Commits a request; with their first parents they cost a point. */
const AT_ONCE = 100;

/** Times that a list is asked for that comes without what it begins with. */
const TRIES = 4;

const COMMIT = 'oid committedDate parents(first: 1) { totalCount nodes { oid } }';
const HISTORY = `... on Commit { oid history(first: ${AT_ONCE}) { nodes { ${COMMIT} } } }`;

const Listed = nullable(
  Type.Array(
    nullable(
      Type.Object({
        oid: Type.String(),
        committedDate: Type.String(),
        parents: Type.Object({
          totalCount: Type.Integer(),
          nodes: nullable(Type.Array(nullable(Type.Object({ oid: Type.String() })))),
        }),
      }),
    ),
  ),
);
type Listed = Static<typeof Listed>;
/** Not of a commit: an empty object. */
const History = nullable(
  Type.Object({
    oid: Type.Optional(Type.String()),
    history: Type.Optional(Type.Object({ nodes: Listed })),
  }),
);
type History = Static<typeof History>;
const readHead = reader(
  Type.Object({
    node: nullable(Type.Object({ defaultBranchRef: nullable(Type.Object({ target: History })) })),
  }),
);
const readFrom = reader(Type.Object({ node: nullable(Type.Object({ object: History })) }));

/** A commit and its first parent; null: it has none. */
export type Ancestor = { sha: string; committedAt: Instant; parent: string | null };

/**
 * A commit, or the newest one of the default branch, followed from first parent to first parent as far as one request tells.
 * Empty: GitHub does not know it, or leaves it out each time. Throws SourceError.
 */
export async function firstParents(nodeId: string, from: string | null, run: Run): Promise<Ancestor[]> {
  for (let tries = 0; tries < TRIES; tries++) {
    const tip = await asked(nodeId, from, run);
    if (tip?.oid === undefined) return [];
    const line = followed(tip.oid, tip.history?.nodes ?? []);
    if (line.length > 0) return line;
  }
  return [];
}

async function asked(nodeId: string, from: string | null, { asker, host }: Run): Promise<History> {
  const place =
    from === null ? `defaultBranchRef { target { ${HISTORY} } }` : `object(oid: $oid) { ${HISTORY} }`;
  const text = `query Branch($id: ID!${from === null ? '' : ', $oid: GitObjectID!'}) {
  ${RATE_LIMIT}
  node(id: $id) { ... on Repository { ${place} } }
}`;
  const variables = { id: nodeId, ...(from === null ? {} : { oid: from }) };
  const { data } = await asker.ask({ text, variables });
  if (from === null) return readHead(data, host).node?.defaultBranchRef?.target ?? null;
  return readFrom(data, host).node?.object ?? null;
}

function followed(tip: string, listed: NonNullable<Listed>): Ancestor[] {
  const nodes = new Map(listed.flatMap((node) => (node === null ? [] : [[node.oid, node]])));
  const line: Ancestor[] = [];
  for (let sha: string | null = tip; sha !== null; ) {
    const node = nodes.get(sha);
    if (node === undefined) break;
    const parent = node.parents.nodes?.[0]?.oid ?? null;
    // GitHub has counted a parent and left it out: what is asked from here next time tells it.
    if (parent === null && node.parents.totalCount > 0) break;
    line.push({ sha, committedAt: instantOf(node.committedDate), parent });
    sha = parent;
  }
  return line;
}
